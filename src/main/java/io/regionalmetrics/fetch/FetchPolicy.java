package io.regionalmetrics.fetch;

import java.time.Duration;

/**
 * How other people's servers are treated.
 *
 * @param userAgent who asks, with a contact where there is one
 * @param between the least time from the beginning of a request to the beginning of the next
 * @param tries how often a file is asked for before it is given up
 * @param firstPause before the second try; twice as long before each further one
 * @param longestPause that is waited, whatever a server asks for
 */
public record FetchPolicy(
    String userAgent, Duration between, int tries, Duration firstPause, Duration longestPause) {
  /**
   * Fewer than the ten requests a second that the SEC allows, and four tries.
   *
   * @see <a href="https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data">
   *     Accessing EDGAR Data</a>
   */
  public static FetchPolicy of(String userAgent) {
    return new FetchPolicy(
        userAgent, Duration.ofMillis(110), 4, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }
}
