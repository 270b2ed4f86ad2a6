package io.regionalmetrics.number;

import java.math.BigDecimal;

/**
 * The two numbers between which a figure's true value lies, both included, in the figure's unit.
 */
public record Bounds(BigDecimal low, BigDecimal high) {
  /** Refuses a low end above the high end. */
  public Bounds {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("low %s must not be above high %s".formatted(low, high));
    }
  }

  /** Whether a number lies between the ends. */
  public boolean hold(BigDecimal number) {
    return low.compareTo(number) <= 0 && number.compareTo(high) <= 0;
  }

  /** These bounds as an interval of exact fractions. */
  public Interval interval() {
    return Interval.of(low, high);
  }

  /** A copy with neither end below a number, for a figure that can't be below it. */
  public Bounds atLeast(BigDecimal least) {
    return new Bounds(low.max(least), high.max(least));
  }
}
