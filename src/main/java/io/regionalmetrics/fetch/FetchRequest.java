package io.regionalmetrics.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A file to fetch.
 *
 * @param address http or https
 * @param headers headers to add to the usual ones, such as a signature
 * @param known the validators of the last copy read, so that the server can answer that the file
 *     hasn't changed
 * @param maxBytes the largest size allowed, unpacked
 * @param within the longest time for fetching, including retries and pauses
 */
public record FetchRequest(
    URI address, Map<String, String> headers, Validators known, long maxBytes, Duration within) {
  /** A request without added headers, for a file whether or not it has changed. */
  public static FetchRequest of(URI address, long maxBytes, Duration within) {
    return new FetchRequest(address, Map.of(), Validators.NONE, maxBytes, within);
  }

  /** This request with these headers added to the usual ones. */
  public FetchRequest with(Map<String, String> moreHeaders) {
    return new FetchRequest(address, moreHeaders, known, maxBytes, within);
  }

  /** This request, for the file only if it has changed since it had these validators. */
  public FetchRequest ifChangedSince(Validators lastKnown) {
    return new FetchRequest(address, headers, lastKnown, maxBytes, within);
  }

  /** This request at another address, after a redirect. */
  FetchRequest at(URI other) {
    return new FetchRequest(other, headers, known, maxBytes, within);
  }

  /** The address as logs and error messages may show it: without a query, which may be secret. */
  String displayName() {
    return Address.withoutQuery(address.toString());
  }
}
