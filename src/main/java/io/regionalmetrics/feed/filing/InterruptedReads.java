package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts the runs that ended, or had to stop, while they read a filing: it took more time or memory
 * than the function has. Each filing is noted in the table before it is read, because a run that
 * ends so can't note anything afterwards. After three such runs a filing is given up, so that it
 * does not keep back the others.
 *
 * <p>Stored as lines {@code 0001065280-24-000030 1}: an accession number and a count. The filing
 * that is being read counts as if it had ended this run.
 */
final class InterruptedReads {
  private static final int MAX_RUNS = 3;
  private static final String FILE = "reading";

  private final KeptFile file;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private boolean isChanged;

  private InterruptedReads(KeptFile file) {
    this.file = file;
    file.read()
        .ifPresent(
            bytes -> new String(bytes, StandardCharsets.UTF_8).lines().forEach(this::restore));
  }

  /**
   * Reads what earlier runs have noted.
   *
   * @param feed the id of the feed that keeps it
   */
  static InterruptedReads read(FeedRun run, String feed) {
    return new InterruptedReads(
        new KeptFile(
            run, feed, FILE, "another run of %s reads filings at the same time".formatted(feed)));
  }

  private void restore(String line) {
    int space = line.indexOf(' ');
    counts.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
  }

  /** Whether a filing has ended so many runs that it is not to be read again. */
  boolean isGivenUp(Filing filing) {
    return counts.getOrDefault(filing.accession(), 0) >= MAX_RUNS;
  }

  /** Notes that a filing is going to be read. */
  void begin(Filing filing) {
    counts.merge(filing.accession(), 1, Integer::sum);
    write();
  }

  /**
   * Forgets a filing whose reading has come to an end, be it a failure. A filing whose reading was
   * stopped stays noted.
   */
  void end(Filing filing) {
    counts.remove(filing.accession());
    isChanged = true;
  }

  /** Forgets how often filings have ended runs, because they are going to be read again. */
  void forget(Collection<Filing> filings) {
    if (counts.keySet().removeIf(isOneOf(filings))) {
      write();
    }
  }

  private static Predicate<String> isOneOf(Collection<Filing> filings) {
    return filings.stream().map(Filing::accession).collect(Collectors.toSet())::contains;
  }

  /** Stores what {@link #end} has forgotten since. */
  void store() {
    if (isChanged) {
      write();
    }
  }

  private void write() {
    String lines =
        counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining("\n"));
    file.write(lines.getBytes(StandardCharsets.UTF_8));
    isChanged = false;
  }
}
