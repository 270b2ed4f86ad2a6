package io.regionalmetrics.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A file to fetch.
 *
 * @param address http or https
 * @param headers what this server needs besides the usual headers, such as a signature
 * @param known validators of the copy that was read before; the server may answer that the file
 *     hasn't changed since
 * @param maxBytes the largest size allowed, unpacked
 * @param within how long fetching may take, with all tries and pauses
 */
public record FetchRequest(
    URI address, Map<String, String> headers, Validators known, long maxBytes, Duration within) {
  /** A file that anybody may read, whether it has changed or not. */
  public static FetchRequest of(URI address, long maxBytes, Duration within) {
    return new FetchRequest(address, Map.of(), Validators.NONE, maxBytes, within);
  }

  /** This request with headers that its server needs. */
  public FetchRequest with(Map<String, String> moreHeaders) {
    return new FetchRequest(address, moreHeaders, known, maxBytes, within);
  }

  /** This request, on condition that the file has changed since these validators were given. */
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
