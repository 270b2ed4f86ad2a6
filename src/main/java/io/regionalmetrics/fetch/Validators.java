package io.regionalmetrics.fetch;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * By what a server tells whether a file has changed since (RFC 9110, section 8.8).
 *
 * @param etag as it was given, with its quotes
 * @param lastModified as it was given
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Of a file that was never fetched. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  static Validators of(HttpHeaders headers) {
    return new Validators(headers.firstValue("etag"), headers.firstValue("last-modified"));
  }
}
