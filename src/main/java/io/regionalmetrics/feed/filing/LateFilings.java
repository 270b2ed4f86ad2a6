package io.regionalmetrics.feed.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The filings that were read after later ones of the same company, in the memory of the feed. Each
 * of them is a reason to read all filings of the company again, but only once.
 */
final class LateFilings {
  private static final String KEY = "late ";

  private final Map<String, String> memory;
  private final String today;

  /** The late filings in a memory. */
  LateFilings(Map<String, String> memory, LocalDate today) {
    this.memory = memory;
    this.today = today.toString();
  }

  /** Whether any of some late filings is new; from now on, none is. */
  boolean haveNew(Set<String> sources) {
    int before = memory.size();
    sources.forEach(this::note);
    return memory.size() > before;
  }

  /** Notes that a filing is no reason to read anything again. */
  void ignore(Filing filing) {
    note(filing.sourceId());
  }

  private void note(String source) {
    memory.putIfAbsent(KEY + source, today);
  }
}
