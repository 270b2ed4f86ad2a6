package io.regionalmetrics.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where numbers lie in a picture: {@code low} at {@code start}, {@code high} at {@code end}, in
 * proportion between. Numbers stay exact until they are places.
 *
 * @param start in pixels
 * @param end in pixels; less than the start where larger numbers are further up
 */
record Scale(BigDecimal low, BigDecimal high, double start, double end) {
  private static final int PARTS = 1_000_000;

  /** Refuses a range that is none. */
  Scale {
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException("from %s to %s".formatted(low, high));
    }
  }

  /** The place of a number, in pixels; of one outside of the range the nearer end. */
  double at(BigDecimal number) {
    return start + (end - start) * part(number);
  }

  /** How far along a number lies, from 0 to 1. */
  double part(BigDecimal number) {
    BigDecimal inside = number.max(low).min(high);
    return inside
            .subtract(low)
            .multiply(BigDecimal.valueOf(PARTS))
            .divide(high.subtract(low), 0, RoundingMode.HALF_EVEN)
            .intValueExact()
        / (double) PARTS;
  }

  /** The same numbers between other places. */
  Scale between(double otherStart, double otherEnd) {
    return new Scale(low, high, otherStart, otherEnd);
  }
}
