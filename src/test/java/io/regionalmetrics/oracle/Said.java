package io.regionalmetrics.oracle;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of a cell: a value exact to so many decimals ({@code "INF"}: wholly), or one
 * that its source derived, between two ends; or that there is none any longer.
 */
record Said(
    Cell cell,
    @Nullable BigDecimal value,
    @Nullable String decimals,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    String status) {

  static Said rounded(Cell cell, BigDecimal value, String decimals, String status) {
    return new Said(cell, value, decimals, null, null, status);
  }

  static Said derived(Cell cell, BigDecimal value, BigDecimal low, BigDecimal high, String status) {
    return new Said(cell, value, null, low, high, status);
  }

  static Said withdrawn(Cell cell) {
    return new Said(cell, null, null, null, null, "O");
  }

  boolean isWithdrawal() {
    return value == null;
  }

  boolean isDerived() {
    return low != null;
  }

  /** The number that is given. */
  Fraction number() {
    return Fraction.of(Objects.requireNonNull(value));
  }

  /** The least that it may stand for. */
  Fraction least() {
    Fraction end = low == null ? number().minus(half()) : Fraction.of(low);
    return end.max(cell.least());
  }

  /** The most that it may stand for. */
  Fraction most() {
    return high == null ? number().plus(half()) : Fraction.of(high);
  }

  /** All that it may stand for. */
  Term.Range range() {
    return new Term.Range(least(), most());
  }

  /** Whether it stands for one number only. */
  boolean isExact() {
    return least().equals(most());
  }

  private Fraction half() {
    String exact = Objects.requireNonNull(decimals);
    return exact.equals("INF")
        ? Fraction.ZERO
        : Fraction.of(new BigDecimal("0.5").movePointLeft(Integer.parseInt(exact)));
  }

  /** Whether another says the same, word for word. */
  boolean sameAs(Said other) {
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

  /** The observation of a document. */
  String json() {
    StringBuilder row =
        new StringBuilder(
            """
            {"company": "twitter", "metric": "%s", "region": "%s", "period": "%s", "measure": "%s", "status": "%s\"\
            """
                .formatted(
                    cell.metric(),
                    cell.region(),
                    Cell.written(cell.quarter()),
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
