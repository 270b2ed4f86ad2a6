package io.regionalmetrics.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Maps numbers to places in a picture: linearly, {@code low} to {@code start} and {@code high} to
 * {@code end}.
 *
 * @param low the smallest number
 * @param high the largest number
 * @param start the place of the smallest number, in pixels
 * @param end the place of the largest number; less than {@code start} if larger numbers are higher
 *     up
 */
record Scale(BigDecimal low, BigDecimal high, double start, double end) {
  private static final int PARTS = 1_000_000;

  /** Refuses an empty range. */
  Scale {
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException("an empty scale from %s to %s".formatted(low, high));
    }
  }

  /** The place of a number in pixels; the nearer end if it lies outside the range. */
  double at(BigDecimal number) {
    return start + (end - start) * part(number);
  }

  /** The place of a number relative to the range, from 0 to 1. */
  double part(BigDecimal number) {
    BigDecimal inside = number.max(low).min(high);
    return inside
            .subtract(low)
            .multiply(BigDecimal.valueOf(PARTS))
            .divide(high.subtract(low), 0, RoundingMode.HALF_EVEN)
            .intValueExact()
        / (double) PARTS;
  }
}
