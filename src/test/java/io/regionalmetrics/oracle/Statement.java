package io.regionalmetrics.oracle;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document states about a cell: a value exact to a number of decimals ({@code "INF"}:
 * exact), a value that its source derived, with bounds, or the withdrawal of the value.
 */
record Statement(
    Cell cell,
    @Nullable BigDecimal value,
    @Nullable String decimals,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    String status) {

  static Statement rounded(Cell cell, BigDecimal value, String decimals, String status) {
    return new Statement(cell, value, decimals, null, null, status);
  }

  static Statement derived(
      Cell cell, BigDecimal value, BigDecimal low, BigDecimal high, String status) {
    return new Statement(cell, value, null, low, high, status);
  }

  static Statement withdrawn(Cell cell) {
    return new Statement(cell, null, null, null, null, "O");
  }

  boolean isWithdrawal() {
    return value == null;
  }

  boolean isDerived() {
    return low != null;
  }

  /** The stated number. */
  Fraction number() {
    return Fraction.of(Objects.requireNonNull(value));
  }

  /** The smallest number that it may stand for. */
  Fraction least() {
    Fraction end = low == null ? number().minus(half()) : Fraction.of(low);
    return end.max(cell.least());
  }

  /** The largest number that it may stand for. */
  Fraction most() {
    return high == null ? number().plus(half()) : Fraction.of(high);
  }

  /** The range of numbers that it may stand for. */
  Calculation.Range range() {
    return new Calculation.Range(least(), most());
  }

  /** Whether it stands for a single number. */
  boolean isExact() {
    return least().equals(most());
  }

  private Fraction half() {
    String exact = Objects.requireNonNull(decimals);
    return exact.equals("INF")
        ? Fraction.ZERO
        : Fraction.of(new BigDecimal("0.5").movePointLeft(Integer.parseInt(exact)));
  }

  /** Whether another statement is identical. */
  boolean repeats(Statement other) {
    if (isWithdrawal() || other.isWithdrawal()) {
      return isWithdrawal() && other.isWithdrawal();
    }
    return number().equals(other.number())
        && Objects.equals(decimals, other.decimals)
        && isDerived() == other.isDerived()
        && least().equals(other.least())
        && most().equals(other.most())
        && status.equals(other.status);
  }

  /** The observation as JSON. */
  String json() {
    StringBuilder row =
        new StringBuilder(
            """
            {"company": "twitter", "metric": "%s", "region": "%s", "period": "%s", "measure": "%s", "status": "%s\"\
            """
                .formatted(
                    cell.metric(),
                    cell.region(),
                    Cell.quarterName(cell.quarter()),
                    cell.measure(),
                    status));
    if (value != null) {
      row.append(", \"value\": ").append(value.toPlainString());
    }
    if (decimals != null) {
      row.append(", \"decimals\": ").append(decimals.equals("INF") ? "\"INF\"" : decimals);
    }
    if (low != null && high != null) {
      row.append(
          ", \"low\": %s, \"high\": %s, \"derivation\": \"the year less nine months\""
              .formatted(low.toPlainString(), high.toPlainString()));
    }
    return row.append("}").toString();
  }
}
