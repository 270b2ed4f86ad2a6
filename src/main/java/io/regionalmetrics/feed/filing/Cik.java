package io.regionalmetrics.feed.filing;

/** The Central Index Key: the number by which the SEC knows a company. */
final class Cik {
  private static final int DIGITS = 10;

  private Cik() {}

  /**
   * Pads a CIK with zeros: {@code 1065280} becomes {@code 0001065280}.
   *
   * @throws UnreadableListing if it isn't a number of one to ten digits
   */
  static String tenDigits(String cik) {
    boolean isNumber = cik.chars().allMatch(c -> c >= '0' && c <= '9');
    if (cik.isEmpty() || cik.length() > DIGITS || !isNumber) {
      throw new UnreadableListing(
          "'%s' is not a CIK: use one to ten digits, such as 0001065280".formatted(cik));
    }
    return "0".repeat(DIGITS - cik.length()) + cik;
  }
}
