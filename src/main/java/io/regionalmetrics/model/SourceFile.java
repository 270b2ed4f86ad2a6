package io.regionalmetrics.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file that a source's figures were read from.
 *
 * @param sha256 the SHA-256 of the file's bytes, as 64 hexadecimal digits in small letters
 * @param viewer the address at which people read the inline XBRL document, without a fragment:
 *     {@code https://www.sec.gov/ix?doc=/Archives/...}; empty if there is no inline document
 */
public record SourceFile(String sha256, Optional<String> viewer) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Refuses anything that is no SHA-256.
   *
   * @throws IllegalArgumentException if it isn't 64 hexadecimal digits
   */
  public SourceFile {
    if (!isSha256(sha256)) {
      throw new IllegalArgumentException("'%s' is not a SHA-256".formatted(sha256));
    }
  }

  /** Whether a text has the form of a SHA-256: 64 hexadecimal digits in small letters. */
  public static boolean isSha256(String text) {
    return SHA_256.matcher(text).matches();
  }
}
