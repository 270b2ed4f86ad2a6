package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;

/** The limits on the size of a document and of its parts. */
final class DocumentLimits {
  /** The largest document, in bytes. */
  static final int MAX_BYTES = 2_000_000;

  /** The most observations in a document. */
  static final int MAX_OBSERVATIONS = 5_000;

  /** The longest name, in characters. */
  static final int NAME = 200;

  /** The longest title, definition, derivation or note, in characters. */
  static final int TEXT = 1_000;

  /** The longest URL, in characters. */
  static final int URL = 2_000;

  /** The longest unit, in characters. */
  static final int UNIT = 32;

  /** The most digits of a number, written without an exponent. */
  static final int DIGITS = 34;

  /** The most facts that a figure is from. */
  static final int MAX_FACTS = 200;

  /** The most dimensions of a fact. */
  static final int MAX_DIMENSIONS = 20;

  /** The most breakdowns that a source shows of one quarter of a metric. */
  static final int MAX_BREAKDOWNS = 10;

  /** The most regions and the most remainders of a breakdown. */
  static final int MAX_PARTS = 300;

  /** The most lines of concepts of a company, and the most concepts of a line. */
  static final int MAX_LINES = 100;

  /** The most renamed regions of a company. */
  static final int MAX_RENAMED = 1_000;

  private DocumentLimits() {}

  /**
   * Checks the size of a document.
   *
   * @throws Refusal if it is too large
   */
  static byte[] bounded(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "body",
          "%s bytes exceed the limit of %s for one document; split it into several"
              .formatted(body.length, MAX_BYTES));
    }
    return body;
  }

  /**
   * Checks the number of observations in a document.
   *
   * @throws Refusal if there are too many
   */
  static void refuseTooMany(int observations) {
    if (observations > MAX_OBSERVATIONS) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "observations",
          "%s observations exceed the limit of %s for one document; split it into several"
              .formatted(observations, MAX_OBSERVATIONS));
    }
  }

  /**
   * Whether a text is not blank, not longer than allowed, and free of control characters and of
   * characters that could not be read.
   */
  static boolean isText(String text, int maxLength) {
    return !text.isBlank()
        && Utf8.isIntact(text)
        && text.codePointCount(0, text.length()) <= maxLength
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Whether a text is an absolute http or https URL with a host. */
  static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= URL
          && Utf8.isIntact(text)
          && uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether a text is a Central Index Key of the SEC with all its ten digits. */
  static boolean isCik(String text) {
    return text.length() == 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a number has at most 34 digits when written without an exponent. */
  static boolean isNumber(BigDecimal number) {
    // An exponent can be so large that the sum would overflow an int.
    long before = Math.max(1, (long) number.precision() - number.scale());
    return before + Math.max(0, number.scale()) <= DIGITS;
  }
}
