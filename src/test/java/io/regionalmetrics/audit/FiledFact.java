package io.regionalmetrics.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * An amount of money of a period, as a filing states it.
 *
 * @param concept the local name of its concept, such as {@code Revenues}
 * @param dimensions each axis and its member, such as {@code StatementGeographicalAxis=country:JP}
 * @param end the last day of the period
 * @param decimals as the filing states them: {@code -6}, {@code INF}
 * @param unit the currency, such as {@code USD}
 */
record FiledFact(
    String concept,
    Set<String> dimensions,
    LocalDate start,
    LocalDate end,
    BigDecimal value,
    String decimals,
    String unit) {
  private static final int YEAR = 365;
  private static final int WEEK = 7;

  /** How many days the period has. */
  int days() {
    return (int) ChronoUnit.DAYS.between(start, end) + 1;
  }

  /** Whether it stands in a three-month column: of 11 to 18 weeks. */
  boolean isOfThreeMonths() {
    return days() >= 11 * WEEK && days() <= 18 * WEEK;
  }

  /** Whether the only thing it selects is a place: its one axis is called geographical. */
  boolean isOfOneRegion() {
    return dimensions.size() == 1
        && dimensions.iterator().next().replaceAll("=.*", "").contains("Geograph");
  }

  /** Whether it is of the same thing, a year earlier. */
  boolean isYearBefore(FiledFact later) {
    long apart = ChronoUnit.DAYS.between(end, later.end);
    return concept.equals(later.concept)
        && dimensions.equals(later.dimensions)
        && unit.equals(later.unit)
        && Math.abs(apart - YEAR) <= 2 * WEEK
        && Math.abs(days() - later.days()) <= WEEK;
  }

  /** The smallest number that is rounded to the value. */
  BigDecimal low() {
    return value.subtract(halfUnit());
  }

  /** The largest number that is rounded to the value. */
  BigDecimal high() {
    return value.add(halfUnit());
  }

  private BigDecimal halfUnit() {
    return decimals.equals("INF")
        ? BigDecimal.ZERO
        : new BigDecimal("0.5").scaleByPowerOfTen(-Integer.parseInt(decimals));
  }

  /** The members alone, such as {@code country:JP}. */
  Set<String> members() {
    return Set.copyOf(
        dimensions.stream().map(one -> one.substring(one.indexOf('=') + 1)).sorted().toList());
  }

  @Override
  public String toString() {
    return "%s %s %s to %s %s".formatted(concept, dimensions, start, end, value.toPlainString());
  }
}
