package io.regionalmetrics.question;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of query strings in UTF-8 (RFC 3986, section 2.1). */
final class PercentEncoding {
  /** The length of a percent sign with its two hexadecimal digits. */
  private static final int TRIPLET = 3;

  private static final int HEXADECIMAL = 16;

  private PercentEncoding() {}

  /**
   * Decodes each {@code %XX} to its byte, and changes nothing else: a plus sign is not a space.
   *
   * @param parameter the parameter to name in a refusal
   * @throws Refusal if a percent sign lacks its two digits, or the bytes are not UTF-8
   */
  static String decoded(String text, String parameter) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = bytes(text, parameter);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(
          Reason.MALFORMED,
          parameter,
          "not valid UTF-8 once it is percent-decoded; encode it in UTF-8, such as %C3%A9 for \u00e9");
    }
  }

  private static byte[] bytes(String text, String parameter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int start = 0;
    for (int percent = text.indexOf('%'); percent >= 0; percent = text.indexOf('%', start)) {
      bytes.writeBytes(text.substring(start, percent).getBytes(StandardCharsets.UTF_8));
      bytes.write(octet(text, percent, parameter));
      start = percent + TRIPLET;
    }
    bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static int octet(String text, int percent, String parameter) {
    boolean isComplete = percent + TRIPLET <= text.length();
    int high = isComplete ? Character.digit(text.charAt(percent + 1), HEXADECIMAL) : -1;
    int low = isComplete ? Character.digit(text.charAt(percent + 2), HEXADECIMAL) : -1;
    if (high < 0 || low < 0) {
      throw Refusal.of(
          Reason.MALFORMED,
          parameter,
          "a percent sign is not followed by two hexadecimal digits; write a percent sign as %25");
    }
    return high * HEXADECIMAL + low;
  }

  /** Encodes a value: a plus sign as {@code %2B}, a space as {@code %20}. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%3A", ":");
  }
}
