package io.regionalmetrics.oracle;

import java.util.Optional;

/**
 * The terms of a ratio: a numerator over a denominator at the quarter's end, or over the average of
 * its opening and closing; divided by a number of months.
 */
record RatioDefinition(String numerator, String denominator, boolean isAverage, int months) {

  /** The terms of a metric; empty if it is not a ratio. */
  static Optional<RatioDefinition> of(String metric) {
    return switch (metric) {
      case Cell.PER_USER -> Optional.of(new RatioDefinition(Cell.REVENUE, Cell.USERS, false, 1));
      case Cell.MONTHLY -> Optional.of(new RatioDefinition(Cell.REVENUE, Cell.USERS, true, 3));
      default -> Optional.empty();
    };
  }
}
