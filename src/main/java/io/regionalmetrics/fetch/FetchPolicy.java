package io.regionalmetrics.fetch;

import java.time.Duration;

/**
 * Limits on requests to other servers.
 *
 * @param userAgent the User-Agent header, with a contact address if there is one
 * @param interval the minimum time between the starts of two requests
 * @param maxTries the maximum number of requests for a file
 * @param firstPause the pause before the second try; it doubles before each further one
 * @param maxPause the maximum pause; fetching fails if the server asks for a longer one
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
