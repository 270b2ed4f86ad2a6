package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The numbers that {@link LogMean} needs for one choice of V1 and V0, neither below zero.
 *
 * @param change V1 - V0
 * @param mean L(V1, V0)
 * @param logarithm ln(V1 / V0); zero if V1 or V0 is zero
 */
record LogMeanPoint(BigDecimal change, BigDecimal mean, BigDecimal logarithm) {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal ERROR = new BigDecimal("1e-20");

  /** The numbers for a value V1 and a base V0. */
  static LogMeanPoint of(BigFraction value, BigFraction base) {
    BigDecimal change = decimal(value.subtract(base));
    if (value.signum() == 0 || base.signum() == 0) {
      return new LogMeanPoint(change, BigDecimal.ZERO, BigDecimal.ZERO);
    }
    if (change.signum() == 0) {
      return new LogMeanPoint(change, decimal(value), BigDecimal.ZERO);
    }
    BigDecimal logarithm = Logarithm.of(value.divide(base));
    return new LogMeanPoint(change, change.divide(logarithm, DIGITS), logarithm);
  }

  private static BigDecimal decimal(BigFraction number) {
    return new BigDecimal(number.getNumerator())
        .divide(new BigDecimal(number.getDenominator()), DIGITS);
  }

  /** The effect of x, where {@code q} is ln(x1 / x0). */
  BigDecimal ofFactor(BigDecimal q) {
    return mean.multiply(q, DIGITS);
  }

  /** The effect of y, where {@code q} is ln(x1 / x0). */
  BigDecimal ofRest(BigDecimal q) {
    return mean.signum() == 0 ? change : mean.multiply(logarithm.subtract(q), DIGITS);
  }

  /** More than the rounding error of both effects: 10^-20 of L (|ln(V1 / V0)| + |q|). */
  BigDecimal error(BigDecimal q) {
    return mean.multiply(q.abs().add(logarithm.abs()), DIGITS).multiply(ERROR, DIGITS);
  }
}
