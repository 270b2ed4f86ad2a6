package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.fraction.BigFraction;

/** The natural logarithm of exact numbers, to more digits than any figure has. */
final class Logarithm {
  /** The bits that a result has, all but the last few of them right. */
  private static final int BITS = 112;

  private static final BigInteger LN_2 = series(BigInteger.ONE, BigInteger.valueOf(3), BITS);

  private Logarithm() {}

  /**
   * The logarithm of a number above zero, with a relative error below 10^-30. By ln m = 2 artanh((m
   * - 1) / (m + 1)) and the series of artanh (Abramowitz and Stegun, <i>Handbook of Mathematical
   * Functions</i>, 4.1.27 and 4.6.33), after taking out the power of two that leaves m between 2/3
   * and 4/3. By hand: ln 1.34 = ln 2 + ln 0.67 = 0.6931472 - 0.4004776 = 0.2926696.
   */
  static BigDecimal of(BigFraction number) {
    if (number.signum() <= 0) {
      throw new IllegalArgumentException("%s has no logarithm".formatted(number));
    }
    BigInteger above = number.getNumerator().abs();
    BigInteger below = number.getDenominator().abs();
    int power = above.bitLength() - below.bitLength();
    if (power > 0) {
      below = below.shiftLeft(power);
    } else {
      above = above.shiftLeft(-power);
    }
    // Here above / below is between 1/2 and 2.
    if (times3(above).compareTo(below.shiftLeft(2)) > 0) {
      below = below.shiftLeft(1);
      power++;
    } else if (times3(above).compareTo(below.shiftLeft(1)) < 0) {
      above = above.shiftLeft(1);
      power--;
    }
    return scaled(above, below, power);
  }

  /** ln(above / below) + power x ln 2. */
  private static BigDecimal scaled(BigInteger above, BigInteger below, int power) {
    BigInteger difference = above.subtract(below);
    // Near one the logarithm is small, and its first bits are zeros.
    int bits = power != 0 ? BITS : BITS + Math.max(0, below.bitLength() - difference.bitLength());
    BigInteger sum =
        series(difference, above.add(below), bits).add(LN_2.multiply(BigInteger.valueOf(power)));
    return new BigDecimal(sum)
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(bits)), MathContext.DECIMAL128);
  }

  private static BigInteger times3(BigInteger number) {
    return number.multiply(BigInteger.valueOf(3));
  }

  /** 2 artanh(above / below) = 2 (z + z^3 / 3 + z^5 / 5 + ...), times 2^bits. */
  private static BigInteger series(BigInteger above, BigInteger below, int bits) {
    BigInteger z = above.shiftLeft(bits).divide(below);
    BigInteger square = z.multiply(z).shiftRight(bits);
    BigInteger sum = BigInteger.ZERO;
    BigInteger power = z;
    for (long n = 1; power.bitLength() > 1; n += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
      power = power.multiply(square).shiftRight(bits);
    }
    return sum.shiftLeft(1);
  }
}
