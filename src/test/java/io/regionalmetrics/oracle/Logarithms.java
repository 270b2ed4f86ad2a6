package io.regionalmetrics.oracle;

import java.math.BigDecimal;
import java.math.MathContext;

/** Natural logarithms to some forty digits, by the series of the inverse hyperbolic tangent. */
final class Logarithms {
  static final MathContext DIGITS = new MathContext(45);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal SMALL = new BigDecimal("1e-48");
  private static final BigDecimal LN_2 = series(TWO);

  private Logarithms() {}

  /** The logarithm of a number above zero. */
  static BigDecimal of(Fraction number) {
    if (number.signum() <= 0) {
      throw new ArithmeticException("no logarithm of " + number);
    }
    BigDecimal rest = decimal(number);
    int halvings = 0;
    while (rest.compareTo(new BigDecimal("1.5")) > 0) {
      rest = rest.divide(TWO, DIGITS);
      halvings++;
    }
    while (rest.compareTo(new BigDecimal("0.75")) < 0) {
      rest = rest.multiply(TWO, DIGITS);
      halvings--;
    }
    return series(rest).add(LN_2.multiply(BigDecimal.valueOf(halvings), DIGITS), DIGITS);
  }

  static BigDecimal decimal(Fraction number) {
    return new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), DIGITS);
  }

  /** 2 artanh((x - 1) / (x + 1)). */
  private static BigDecimal series(BigDecimal x) {
    BigDecimal z = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal power = z;
    BigDecimal sum = BigDecimal.ZERO;
    for (int odd = 1; power.abs().compareTo(SMALL) > 0; odd += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(odd), DIGITS), DIGITS);
      power = power.multiply(square, DIGITS);
    }
    return sum.multiply(TWO, DIGITS);
  }
}
