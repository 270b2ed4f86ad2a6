package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * All numbers from {@code low} to {@code high}, both included, with exact ends.
 *
 * <p>The operations are those of interval arithmetic (R. E. Moore, R. B. Kearfott, M. J. Cloud,
 * <i>Introduction to Interval Analysis</i>, SIAM 2009, section 2.3): the result is the set of all
 * results for any choice of numbers from the operands. Worked example: [105.5, 106.5] / [1.335,
 * 1.345] is [105.5 / 1.345, 106.5 / 1.335].
 */
public record Interval(BigFraction low, BigFraction high) {

  /** Refuses a low end above the high end. */
  public Interval {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("low %s must not be above high %s".formatted(low, high));
    }
  }

  /** The interval that holds only one number. */
  public static Interval point(BigFraction number) {
    return new Interval(number, number);
  }

  /** The interval between two decimal numbers. */
  static Interval of(BigDecimal low, BigDecimal high) {
    return new Interval(exact(low), exact(high));
  }

  /** The fraction that equals a decimal number. */
  public static BigFraction exact(BigDecimal number) {
    return number.scale() <= 0
        ? BigFraction.of(number.toBigIntegerExact())
        : BigFraction.of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  /** All sums of a number in this interval and a number in the other. */
  public Interval plus(Interval other) {
    return new Interval(low.add(other.low), high.add(other.high));
  }

  /**
   * All products of a number in this interval and one in the other; its ends are products of ends.
   */
  Interval times(Interval other) {
    if (low.signum() >= 0 && other.low.signum() >= 0) {
      return new Interval(low.multiply(other.low), high.multiply(other.high));
    }
    return hull(
        low.multiply(other.low),
        low.multiply(other.high),
        high.multiply(other.low),
        high.multiply(other.high));
  }

  /** All products of a number in this interval and a factor. */
  Interval times(BigFraction factor) {
    if (factor.equals(BigFraction.ONE)) {
      return this;
    }
    BigFraction atLow = low.multiply(factor);
    BigFraction atHigh = high.multiply(factor);
    return factor.signum() < 0 ? new Interval(atHigh, atLow) : new Interval(atLow, atHigh);
  }

  /** All quotients; empty if the divisor contains zero, because then no bound is true. */
  Optional<Interval> dividedBy(Interval divisor) {
    return divisor.holds(BigFraction.ZERO)
        ? Optional.empty()
        : Optional.of(times(new Interval(divisor.high.reciprocal(), divisor.low.reciprocal())));
  }

  /** The part that is zero or more; empty if the whole interval is below zero. */
  Optional<Interval> nonNegative() {
    if (high.signum() < 0) {
      return Optional.empty();
    }
    return Optional.of(low.signum() < 0 ? new Interval(BigFraction.ZERO, high) : this);
  }

  /** Whether a number lies in this interval, ends included. */
  public boolean holds(BigFraction number) {
    return low.compareTo(number) <= 0 && number.compareTo(high) <= 0;
  }

  /** The number in this interval nearest to a given number. */
  public BigFraction nearest(BigFraction number) {
    return number.compareTo(low) < 0 ? low : number.compareTo(high) > 0 ? high : number;
  }

  /** Whether the intervals have a number in common. */
  public boolean meets(Interval other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  /** The intersection; empty if the intervals have no number in common. */
  Optional<Interval> meeting(Interval other) {
    return meets(other)
        ? Optional.of(
            new Interval(
                low.compareTo(other.low) > 0 ? low : other.low,
                high.compareTo(other.high) < 0 ? high : other.high))
        : Optional.empty();
  }

  /** Whether the interval holds only one number. */
  boolean isPoint() {
    return low.equals(high);
  }

  /** The difference of the ends. */
  public BigFraction width() {
    return high.subtract(low);
  }

  /** The number halfway between the ends. */
  BigFraction middle() {
    return low.add(high).divide(2);
  }

  /** The smallest interval that holds all given numbers. */
  static Interval hull(BigFraction... numbers) {
    BigFraction low = numbers[0];
    BigFraction high = numbers[0];
    for (BigFraction number : numbers) {
      low = number.compareTo(low) < 0 ? number : low;
      high = number.compareTo(high) > 0 ? number : high;
    }
    return new Interval(low, high);
  }
}
