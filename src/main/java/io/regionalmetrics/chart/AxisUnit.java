package io.regionalmetrics.chart;

import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an axis counts: a unit, in words, and how many of it at a time, so that its numbers are
 * short: {@code $ million}, {@code million users}.
 *
 * @param code the figures' unit
 * @param thousands how many times a thousand is taken out of the numbers
 */
record AxisUnit(String code, int thousands) {
  private static final int GROUP = 3;

  /** The axis's largest number has at least two digits before its point, where it has any. */
  private static final int FIRST_SCALED = 5;

  private static final List<String> SCALES =
      List.of("", "thousand", "million", "billion", "trillion");

  /** The unit of an axis that goes as far as a number. */
  static AxisUnit of(String code, BigDecimal furthest) {
    int digits = furthest.signum() == 0 ? 1 : furthest.precision() - furthest.scale();
    return new AxisUnit(code, digits < FIRST_SCALED ? 0 : (digits - 1) / GROUP);
  }

  /** In words; empty of a plain number. */
  String words() {
    int most = SCALES.size() - 1;
    // Beyond trillions there are trillions of trillions: nobody can read the longer words.
    String scale =
        (SCALES.get(thousands % most == 0 && thousands > 0 ? most : thousands % most)
                + " trillion".repeat(thousands > 0 ? (thousands - 1) / most : 0))
            .strip();
    return Labels.unit(code, scale);
  }

  /** A number of the axis, as it is named there. */
  String label(BigDecimal tick) {
    BigDecimal scaled = tick.movePointLeft(GROUP * thousands).stripTrailingZeros();
    return grouped(scaled.signum() == 0 ? BigDecimal.ZERO : scaled);
  }

  private static String grouped(BigDecimal number) {
    String digits = number.abs().setScale(0, RoundingMode.DOWN).toPlainString();
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
      text.insert(i, ',');
    }
    if (number.scale() > 0) {
      String plain = number.toPlainString();
      text.append(plain, plain.indexOf('.'), plain.length());
    }
    return (number.signum() < 0 ? "−" : "") + text;
  }
}
