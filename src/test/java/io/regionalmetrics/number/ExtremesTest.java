package io.regionalmetrics.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Where a formula isn't monotone, its ends lie inside. */
class ExtremesTest {
  @Test
  void minimumIsWhereTheSlopeChangesItsSign() {
    Formula x = operand("x", 1, 0, 3);
    Interval range =
        FormulaRange.of(Formula.ONE.dividedBy(x.plus(Formula.ONE)).plus(x.dividedBy(4)))
            .orElseThrow();
    assertThat(range.low().doubleValue()).isCloseTo(0.75, within(1e-12));
    assertThat(range.low()).isLessThanOrEqualTo(BigFraction.of(3, 4));
    assertThat(range.high()).isEqualTo(BigFraction.ONE);
  }

  @Test
  void squareReachesZeroInsideItsRange() {
    Formula x = operand("x", 1, -1, 3);
    Interval range = FormulaRange.of(x.times(x)).orElseThrow();
    assertThat(range.low().doubleValue()).isCloseTo(0, within(1e-12));
    assertThat(range.low().signum()).isNotPositive();
    assertThat(range.high()).isEqualTo(BigFraction.of(9));
  }

  @Test
  void commonDivisorOfTwoFractionsIsNotSquared() {
    // (c + u) / u - c / u is 1, whatever c and u are.
    Formula c = operand("c", 400, 350, 450);
    Formula u = operand("u", 3, 2, 4);
    Formula one = c.plus(u).dividedBy(u).minus(c.dividedBy(u));
    assertThat(FormulaRange.of(one)).contains(Interval.point(BigFraction.ONE));
  }

  @Test
  void polynomialThatDividesExactlyIsCancelled() {
    Formula a = operand("a", 5, 4, 6);
    Formula b = operand("b", 2, 1, 3);
    // (a^2 - b^2) / (a + b) is a - b.
    Formula quotient = a.times(a).minus(b.times(b)).dividedBy(a.plus(b));
    assertThat(FormulaRange.of(quotient))
        .contains(new Interval(BigFraction.ONE, BigFraction.of(5)));
  }

  /** Revenue per user over an average, less that of the quarter before: both have u2. */
  @Property(tries = 60, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
  void boundsOfAChangeOverAveragesHoldForAnyOperandsAndAreReached(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    long[] value = IntStream.range(0, 5).mapToLong(i -> 20 + random.nextInt(200)).toArray();
    long[] half = IntStream.range(0, 5).mapToLong(i -> 1 + random.nextInt(10)).toArray();
    Formula[] x =
        IntStream.range(0, 5)
            .mapToObj(i -> operand("x" + i, value[i], value[i] - half[i], value[i] + half[i]))
            .toArray(Formula[]::new);
    Interval range =
        FormulaRange.of(x[0].dividedBy(x[2].plus(x[3])).minus(x[1].dividedBy(x[3].plus(x[4]))))
            .orElseThrow();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 16; corner++) {
      double r1 = end(value, half, 0, corner);
      double r0 = end(value, half, 1, corner >> 1);
      double u3 = end(value, half, 2, corner >> 2);
      double u1 = end(value, half, 4, corner >> 3);
      for (double u2 : candidates(r1, r0, u3, u1, value[3], half[3])) {
        double change = r1 / (u3 + u2) - r0 / (u2 + u1);
        least = Math.min(least, change);
        most = Math.max(most, change);
      }
    }
    assertThat(range.low().doubleValue()).isCloseTo(least, within(1e-13));
    assertThat(range.high().doubleValue()).isCloseTo(most, within(1e-13));
  }

  /** The ends of u2, and where r1 / (u3 + u2)^2 = r0 / (u2 + u1)^2, if that lies between. */
  private static double[] candidates(
      double r1, double r0, double u3, double u1, double value, double half) {
    double root = Math.sqrt(r1 / r0);
    double inside = (u3 - root * u1) / (root - 1);
    return inside > value - half && inside < value + half
        ? new double[] {value - half, inside, value + half}
        : new double[] {value - half, value + half};
  }

  private static double end(long[] value, long[] half, int operand, int corner) {
    return value[operand] + ((corner & 1) == 0 ? -half[operand] : half[operand]);
  }

  private static Formula operand(String id, long value, long low, long high) {
    return Formula.operand(
        id,
        BigDecimal.valueOf(value),
        Interval.of(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
  }
}
