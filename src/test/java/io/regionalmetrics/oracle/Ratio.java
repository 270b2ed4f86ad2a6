package io.regionalmetrics.oracle;

import java.util.Optional;

/**
 * What a metric divides: a numerator by a denominator at the quarter's end, or by the average of
 * its opening and closing, and by so many months.
 */
record Ratio(String numerator, String denominator, boolean isAverage, int months) {

  /** Of a metric; empty where it is no ratio. */
  static Optional<Ratio> of(String metric) {
    return switch (metric) {
      case Cell.PER_USER -> Optional.of(new Ratio(Cell.REVENUE, Cell.USERS, false, 1));
      case Cell.MONTHLY -> Optional.of(new Ratio(Cell.REVENUE, Cell.USERS, true, 3));
      default -> Optional.empty();
    };
  }
}
