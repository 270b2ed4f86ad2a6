package io.regionalmetrics.http;

import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Computes and compares entity tags, by which caches recognize a response (RFC 9110, 8.8.3). */
final class EntityTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private EntityTag() {}

  /**
   * The strong tag of a body, in quotes: its CRC-32 and its CRC-32C, as 16 hexadecimal digits. Two
   * different answers to one request have the same tag with a probability of about 1 in 2^64. A
   * cryptographic hash would protect against forged collisions, but only those who write the
   * figures could forge one; and on a cold start it would take a tenth of the answer's time.
   *
   * @param body the bytes as they are sent, since each content coding needs a tag of its own
   *     (section 8.8.3.3)
   */
  static String of(byte[] body) {
    HexFormat hex = HexFormat.of();
    return '"'
        + hex.toHexDigits(checksum(new CRC32(), body), 8)
        + hex.toHexDigits(checksum(new CRC32C(), body), 8)
        + '"';
  }

  private static long checksum(Checksum checksum, byte[] body) {
    checksum.update(body);
    return checksum.getValue();
  }

  /** Whether If-None-Match lists a tag, weak or strong (section 13.1.2), or is {@code *}. */
  static boolean isIn(String ifNoneMatch, String tag) {
    return ifNoneMatch.strip().equals("*")
        || TAG.matcher(ifNoneMatch).results().anyMatch(found -> found.group(1).equals(tag));
  }
}
