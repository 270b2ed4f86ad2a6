package io.regionalmetrics.fetch;

import java.time.Duration;

/**
 * How much is asked of other people's servers.
 *
 * @param userAgent the header of that name: who asks, with a contact if there is one
 * @param interval the least time from the start of one request to the start of the next
 * @param maxTries how often a file is requested before it is given up
 * @param firstPause the pause before the second try; it doubles before each further one
 * @param maxPause the longest pause; a server that asks for more is given up
 */
public record FetchPolicy(
    String userAgent, Duration interval, int maxTries, Duration firstPause, Duration maxPause) {
  /**
   * Four tries, at fewer than the ten requests a second that the SEC allows.
   *
   * @see <a href="https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data">
   *     Accessing EDGAR Data</a>
   */
  public static FetchPolicy standard(String userAgent) {
    return new FetchPolicy(
        userAgent, Duration.ofMillis(110), 4, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }
}
