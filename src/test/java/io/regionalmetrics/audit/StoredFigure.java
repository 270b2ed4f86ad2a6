package io.regionalmetrics.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * A figure that the service has from one source.
 *
 * @param source the id of the source
 * @param published the day of the source
 * @param derivation how it was computed from others; empty if the source states it
 */
record StoredFigure(
    Cell cell,
    BigDecimal value,
    BigDecimal low,
    BigDecimal high,
    String unit,
    String source,
    LocalDate published,
    Optional<String> derivation) {
  private static final int LEAST_SHARED_DAYS = 25;

  /** What it is the value of. */
  record Cell(String metric, String region, YearQuarter quarter) {
    Cell yearBefore() {
      return new Cell(metric, region, quarter.minusYears(1));
    }
  }

  boolean isWhole() {
    return cell.region().equals("WORLD");
  }

  /** Whether a fact gives the same number, as exactly, and its days lie about the quarter. */
  boolean isToldBy(FiledFact fact) {
    return fact.isOfThreeMonths()
        && hasValueOf(fact)
        && low.max(least()).compareTo(fact.low().max(least())) == 0
        && high.compareTo(fact.high()) == 0;
  }

  /** Whether a fact has the same value and unit, and its days lie about the quarter. */
  boolean hasValueOf(FiledFact fact) {
    return value.compareTo(fact.value()) == 0
        && unit.equals(fact.unit())
        && sharedDays(fact) >= LEAST_SHARED_DAYS;
  }

  /** Bounds of what can't be negative end at zero. */
  private BigDecimal least() {
    return value.signum() < 0 ? low : BigDecimal.ZERO;
  }

  private long sharedDays(FiledFact fact) {
    LocalDate first = cell.quarter().atDay(1);
    LocalDate last = cell.quarter().atEndOfQuarter();
    LocalDate from = fact.start().isAfter(first) ? fact.start() : first;
    LocalDate to = fact.end().isBefore(last) ? fact.end() : last;
    return to.toEpochDay() - from.toEpochDay() + 1;
  }

  @Override
  public String toString() {
    return "%s %s %s %s by %s"
        .formatted(cell.metric(), cell.region(), cell.quarter(), value.toPlainString(), source);
  }
}
