package io.regionalmetrics.feed.filing;

import java.time.LocalDate;
import java.util.Map;

/**
 * Counts the days on which reading a filing failed, in the memory of the feed. A filing is given up
 * after five such days. Failures of one day count once, so that a server that is down for an
 * evening costs no filing.
 */
final class ReadAttempts {
  private static final int MAX_DAYS = 5;
  private static final String KEY = "tries ";
  private static final String NEVER = "0 never";

  private final Map<String, String> memory;
  private final String today;

  /** The attempts in a memory, which failures of today are added to. */
  ReadAttempts(Map<String, String> memory, LocalDate today) {
    this.memory = memory;
    this.today = today.toString();
  }

  /**
   * On how many days reading a filing failed.
   *
   * @param lastDay the last of them, as an ISO 8601 date
   */
  private record FailedDays(int count, String lastDay) {}

  /** Counts a failure today. */
  void addFailure(Filing filing) {
    FailedDays failed = failedDays(filing);
    int count = failed.lastDay().equals(today) ? failed.count() : failed.count() + 1;
    memory.put(key(filing), count + " " + today);
  }

  /** Whether a filing is not to be read again. */
  boolean isGivenUp(Filing filing) {
    return failedDays(filing).count() >= MAX_DAYS;
  }

  /** Whether a filing is given up if reading it fails today. */
  boolean isLastDay(Filing filing) {
    FailedDays failed = failedDays(filing);
    return failed.count() == MAX_DAYS - 1 && !failed.lastDay().equals(today);
  }

  /** Forgets the failures of a filing before a day, on which reading everything again began. */
  void forgetBefore(Filing filing, LocalDate day) {
    if (failedDays(filing).lastDay().compareTo(day.toString()) < 0) {
      forget(filing);
    }
  }

  /** Forgets the failures of a filing that has been read. */
  void forget(Filing filing) {
    memory.remove(key(filing));
  }

  private FailedDays failedDays(Filing filing) {
    String written = memory.getOrDefault(key(filing), NEVER);
    int space = written.indexOf(' ');
    return new FailedDays(
        Integer.parseInt(written.substring(0, space)), written.substring(space + 1));
  }

  private static String key(Filing filing) {
    return KEY + filing.accession();
  }
}
