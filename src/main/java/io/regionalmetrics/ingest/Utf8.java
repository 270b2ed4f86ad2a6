package io.regionalmetrics.ingest;

import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8, and finds text that was not UTF-8. Bytes that are not UTF-8 become U+FFFD, the
 * replacement character: here, in API Gateway, and in most programs that a file passes on its way.
 * So a text with U+FFFD has lost characters, and nobody can tell which.
 */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** How many characters to quote on each side of one that could not be read. */
  private static final int QUOTED = 20;

  private Utf8() {}

  /** Decodes a document, without the byte order mark that some programs write before it. */
  static String decode(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    int start = 0;
    while (start < text.length() && text.charAt(start) == BYTE_ORDER_MARK) {
      start++;
    }
    return text.substring(start);
  }

  /** The index of the first character that could not be read; -1 if there is none. */
  static int firstUnreadable(String text) {
    return text.indexOf(REPLACEMENT);
  }

  /** Says what is wrong with a text that is not intact, and what to do; follows a place. */
  static String unreadable(String text) {
    int first = firstUnreadable(text);
    return first < 0
        ? "is not UTF-8: it contains half of a surrogate pair; send whole characters"
        : "'%s' is not UTF-8: U+FFFD stands for a character that could not be read; save the document as UTF-8 and send it again"
            .formatted(around(text, first));
  }

  private static String around(String text, int index) {
    return text.substring(Math.max(0, index - QUOTED), Math.min(text.length(), index + 1 + QUOTED));
  }

  /** Whether every character is one that UTF-8 can encode, and none was lost before. */
  static boolean isIntact(String text) {
    return firstUnreadable(text) < 0 && text.codePoints().noneMatch(Utf8::isHalfOfAPair);
  }

  /** Whether a code point is a surrogate without its other half, which isn't a character. */
  private static boolean isHalfOfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
