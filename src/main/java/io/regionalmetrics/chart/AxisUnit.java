package io.regionalmetrics.chart;

import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The unit of an axis, with a scale that keeps its numbers short: {@code $ million}, {@code million
 * users}.
 *
 * @param unit the unit of the figures
 * @param thousands the power of a thousand that the numbers are divided by: 2 for millions
 */
record AxisUnit(Unit unit, int thousands) {
  private static final int GROUP = 3;

  /** Numbers with at least this many digits are scaled. */
  private static final int FIRST_SCALED = 5;

  private static final List<String> SCALES =
      List.of("", "thousand", "million", "billion", "trillion");

  /**
   * The unit of an axis.
   *
   * @param furthest the largest absolute number on the axis
   */
  static AxisUnit of(Unit unit, BigDecimal furthest) {
    int digits = furthest.signum() == 0 ? 1 : furthest.precision() - furthest.scale();
    return new AxisUnit(unit, digits < FIRST_SCALED ? 0 : (digits - 1) / GROUP);
  }

  /** The name of the unit with its scale; empty for a plain number. */
  String name() {
    int most = SCALES.size() - 1;
    // Beyond trillions we write "million trillion", because few know the longer words.
    String scale =
        (SCALES.get(thousands % most == 0 && thousands > 0 ? most : thousands % most)
                + " trillion".repeat(thousands > 0 ? (thousands - 1) / most : 0))
            .strip();
    return Labels.unit(unit, scale);
  }

  /** The label of a number on the axis. */
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
