package io.regionalmetrics.fetch;

import java.net.http.HttpHeaders;
import java.util.Map;
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

  private static final String ETAG = "etag ";
  private static final String LAST_MODIFIED = "lastModified ";

  /**
   * Those that were remembered of a file.
   *
   * @param memory texts by their names
   * @param file a name for it
   */
  public static Validators in(Map<String, String> memory, String file) {
    return new Validators(
        Optional.ofNullable(memory.get(ETAG + file)),
        Optional.ofNullable(memory.get(LAST_MODIFIED + file)));
  }

  /** Remembers these of a file, and no others. */
  public void remember(Map<String, String> memory, String file) {
    memory.remove(ETAG + file);
    memory.remove(LAST_MODIFIED + file);
    etag.ifPresent(text -> memory.put(ETAG + file, text));
    lastModified.ifPresent(text -> memory.put(LAST_MODIFIED + file, text));
  }

  static Validators of(HttpHeaders headers) {
    return new Validators(headers.firstValue("etag"), headers.firstValue("last-modified"));
  }
}
