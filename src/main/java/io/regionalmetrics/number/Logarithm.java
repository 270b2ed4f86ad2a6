package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.fraction.BigFraction;

/** Computes natural logarithms of exact numbers, to more digits than any figure has. */
final class Logarithm {
  /** The bits of a result; all but the last few are correct. */
  private static final int BITS = 112;

  private static final BigInteger LN_2 = series(BigInteger.ONE, BigInteger.valueOf(3), BITS);

  private Logarithm() {}

  /**
   * The logarithm of a number above zero, with a relative error below 10^-30. Takes out a power of
   * two, so that the rest m lies between 2/3 and 4/3, then uses ln m = 2 artanh((m - 1) / (m + 1))
   * and the series of artanh (Abramowitz and Stegun, <i>Handbook of Mathematical Functions</i>,
   * 4.1.27 and 4.6.33). Worked example: ln 1.34 = ln 2 + ln 0.67 = 0.6931472 - 0.4004776 =
   * 0.2926696.
   */
  static BigDecimal of(BigFraction number) {
    if (number.signum() <= 0) {
      throw new IllegalArgumentException(
          "%s has no logarithm; the number must be above zero".formatted(number));
    }
    return Scaled.of(number.getNumerator().abs(), number.getDenominator().abs())
        .nearOne()
        .logarithm();
  }

  /** The number (above / below) x 2^power. */
  private record Scaled(BigInteger above, BigInteger below, int power) {
    /** Scales a fraction so that above / below is between 1/2 and 2. */
    static Scaled of(BigInteger above, BigInteger below) {
      int power = above.bitLength() - below.bitLength();
      return power > 0
          ? new Scaled(above, below.shiftLeft(power), power)
          : new Scaled(above.shiftLeft(-power), below, power);
    }

    /** The same number with above / below between 2/3 and 4/3. */
    Scaled nearOne() {
      if (times3(above).compareTo(below.shiftLeft(2)) > 0) {
        return new Scaled(above, below.shiftLeft(1), power + 1);
      }
      return times3(above).compareTo(below.shiftLeft(1)) < 0
          ? new Scaled(above.shiftLeft(1), below, power - 1)
          : this;
    }

    /** ln(above / below) + power x ln 2. */
    BigDecimal logarithm() {
      BigInteger difference = above.subtract(below);
      // Near one the logarithm is small, so its first bits are zeros.
      int bits = power != 0 ? BITS : BITS + Math.max(0, below.bitLength() - difference.bitLength());
      BigInteger sum =
          series(difference, above.add(below), bits).add(LN_2.multiply(BigInteger.valueOf(power)));
      return new BigDecimal(sum)
          .divide(new BigDecimal(BigInteger.ONE.shiftLeft(bits)), MathContext.DECIMAL128);
    }
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
