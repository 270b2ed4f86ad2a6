package io.regionalmetrics.model;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A number that is known as exactly as its sources allow. The true number lies within {@code
 * bounds}, if there are any.
 *
 * @param value in base units: 106000000, not 106 million
 * @param bounds the lowest and highest possible true value; empty if no true bound can be given
 * @param unit such as {@code USD}, {@code users}, {@code %}, or {@code 1} for a plain number
 * @param origin where it comes from
 */
public record Figure(BigDecimal value, Optional<Bounds> bounds, Unit unit, Origin origin) {
  /** The significant digits of a derived number. */
  private static final int DIGITS = 12;

  /** Refuses bounds that don't hold the value. */
  public Figure {
    if (bounds.isPresent() && !bounds.get().hold(value)) {
      throw new IllegalArgumentException("bounds %s do not hold %s".formatted(bounds.get(), value));
    }
  }

  /** A published figure, with the value exactly as published. */
  public static Figure published(BigDecimal value, Bounds bounds, Unit unit, Origin origin) {
    return new Figure(value, Optional.of(bounds), unit, origin);
  }

  /**
   * A computed figure, rounded to 12 significant digits: 13/3 in [4, 14/3] becomes 4.33333333333 (4
   * to 4.66666666667). The value is rounded half-even and the bounds outward, so that rounding
   * never makes a bound false.
   */
  public static Figure computed(
      BigFraction value, Optional<Interval> range, Unit unit, Origin origin) {
    return new Figure(
        rounded(value, RoundingMode.HALF_EVEN),
        range.map(r ->
            new Bounds(
                rounded(r.low(), RoundingMode.FLOOR), rounded(r.high(), RoundingMode.CEILING))),
        unit,
        origin);
  }

  private static BigDecimal rounded(BigFraction number, RoundingMode mode) {
    return new BigDecimal(number.getNumerator())
        .divide(new BigDecimal(number.getDenominator()), new MathContext(DIGITS, mode));
  }
}
