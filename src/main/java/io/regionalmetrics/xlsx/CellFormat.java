package io.regionalmetrics.xlsx;

import java.math.BigDecimal;

/** How numbers are shown in cells. */
public final class CellFormat {
  private static final int MOST_DECIMALS = 10;
  private static final int DIGITS_SHOWN = 5;
  private static final int DIGITS_APART = 2;
  private static final int GROUP = 3;

  private CellFormat() {}

  /** The decimals of a number that is shown as it was written, up to ten. */
  public static int decimals(BigDecimal number) {
    return Math.clamp(number.stripTrailingZeros().scale(), 0, MOST_DECIMALS);
  }

  /** The decimals that show five significant digits of a number: 0 for 79104477.6119. */
  public static int roundedDecimals(BigDecimal number) {
    int magnitude = number.precision() - number.scale();
    return Math.clamp(DIGITS_SHOWN - magnitude, 0, decimals(number));
  }

  /** The decimals that show how far two numbers are apart, to two digits: 3 for 1.234 and 1.2. */
  public static int decimalsApart(BigDecimal one, BigDecimal other) {
    BigDecimal distance = one.subtract(other);
    int magnitude = distance.precision() - distance.scale();
    int most = Math.max(decimals(one), decimals(other));
    return Math.clamp(DIGITS_APART - magnitude, 0, most);
  }

  /** How many characters a number takes with thousands separators. */
  static int width(BigDecimal number, int decimals) {
    int whole = Math.max(1, number.precision() - number.scale());
    return 1 + whole + (whole - 1) / GROUP + (decimals > 0 ? decimals + 1 : 0);
  }
}
