package io.regionalmetrics.fetch;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a file that tell whether it has changed since (RFC 9110, section 8.8).
 *
 * @param etag the ETag header as received, with its quotes
 * @param lastModified the Last-Modified header as received
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** No validators: for a file that was never fetched. */
  static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  private static final String ETAG = "etag ";
  private static final String LAST_MODIFIED = "lastModified ";

  /**
   * Reads a file's validators from a feed's memory; {@link #NONE} if it has none.
   *
   * @param memory the texts that the feed keeps between runs, by name
   * @param file the name of the file in the memory
   */
  public static Validators remembered(Map<String, String> memory, String file) {
    return new Validators(
        Optional.ofNullable(memory.get(ETAG + file)),
        Optional.ofNullable(memory.get(LAST_MODIFIED + file)));
  }

  /** Replaces a file's validators in a feed's memory by these. */
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
