package io.regionalmetrics.fetch;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/**
 * What a server gave with a file, to be asked later whether the file has changed (RFC 9110, section
 * 8.8).
 *
 * @param etag as given, with its quotes
 * @param lastModified as given
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Of a file that was never fetched. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  private static final String ETAG = "etag ";
  private static final String LAST_MODIFIED = "lastModified ";

  /**
   * Reads a file's validators from a feed's memory; {@link #NONE} if it has none.
   *
   * @param memory texts by name
   * @param file the file's name in there
   */
  public static Validators remembered(Map<String, String> memory, String file) {
    return new Validators(
        Optional.ofNullable(memory.get(ETAG + file)),
        Optional.ofNullable(memory.get(LAST_MODIFIED + file)));
  }

  /** Writes these into a feed's memory, in place of what it has for the file. */
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
