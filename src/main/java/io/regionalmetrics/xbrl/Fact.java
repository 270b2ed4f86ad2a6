package io.regionalmetrics.xbrl;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One numeric fact of an instance.
 *
 * @param concept what is reported: {@code us-gaap:Revenues}
 * @param context about whom, when, and broken down by what
 * @param unit the unit of the number
 * @param value the number; empty if the fact is nil or isn't a number of at most 34 digits
 * @param nil whether the fact is marked as having no value ({@code xsi:nil})
 * @param precision how far the number is exact; empty if the fact has no {@code decimals}, or none
 *     from -18 to 18
 * @param id the fact's id in the instance; empty if it has none, or one that no link can name
 */
public record Fact(
    QualifiedName concept,
    Context context,
    FactUnit unit,
    Optional<BigDecimal> value,
    boolean nil,
    Optional<Precision> precision,
    Optional<String> id) {

  /** A fact without an id. */
  public Fact(
      QualifiedName concept,
      Context context,
      FactUnit unit,
      Optional<BigDecimal> value,
      boolean nil,
      Optional<Precision> precision) {
    this(concept, context, unit, value, nil, precision, Optional.empty());
  }

  /** Every number that the value may stand for; empty if the value or its precision is missing. */
  public Optional<Bounds> bounds() {
    return value.flatMap(number -> precision.map(known -> known.around(number)));
  }
}
