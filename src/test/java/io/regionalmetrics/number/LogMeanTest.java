package io.regionalmetrics.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The split of a change: worked by hand, and against plain arithmetic. */
class LogMeanTest {
  @Test
  void logarithmAgreesWithTheJavaPlatform() {
    for (double number :
        new double[] {1e-9, 0.5, 2 / 3.0, 0.999999, 1.000001, 1.34, 4 / 3.0, 2, 1e12}) {
      assertThat(Logarithm.of(BigFraction.from(number)).doubleValue())
          .isCloseTo(Math.log(number), within(Math.abs(Math.log(number)) * 1e-15));
    }
  }

  @Test
  void logarithmNearOneKeepsItsDigits() {
    // ln(1 + x) = x - x^2 / 2 + ...
    BigFraction tiny = BigFraction.of(1).divide(BigFraction.from(1e20));
    assertThat(Logarithm.of(tiny.add(1)).doubleValue()).isCloseTo(1e-20, within(1e-34));
  }

  @Test
  void effectsForTheArticleAgreeWithTheWorkedExample() {
    LogMean split = article();
    assertThat(split.ofFactor().value().doubleValue()).isCloseTo(10_823_900, within(50.0));
    assertThat(split.ofRest().value().doubleValue()).isCloseTo(16_071_600, within(50.0));
    assertThat(split.ofFactor().value().add(split.ofRest().value()).doubleValue())
        .isCloseTo(106e6 - 106e6 / 1.34, within(1e-6));
  }

  @Test
  void changeFromZeroIsEntirelyTheEffectOfTheOtherFactor() {
    LogMean split = new LogMean(number("v", 7), number("b", 0), number("x", 2));
    assertThat(split.ofFactor().value()).isEqualTo(BigFraction.ZERO);
    assertThat(split.ofRest().value()).isEqualTo(BigFraction.of(7));
  }

  @Test
  void zeroChangeIsSplitIntoOppositeEffects() {
    // L(5, 5) = 5: users doubled and revenue per user halved.
    LogMean split = new LogMean(number("v", 5), number("b", 5), number("x", 2));
    assertThat(split.ofFactor().value().doubleValue()).isCloseTo(5 * Math.log(2), within(1e-14));
    assertThat(split.ofRest().value().doubleValue()).isCloseTo(-5 * Math.log(2), within(1e-14));
  }

  @Test
  void lossesAreSplitLikeGains() {
    LogMean gain = new LogMean(number("v", 9), number("b", 5), number("x", 2));
    LogMean loss = new LogMean(number("v", -9), number("b", -5), number("x", 2));
    assertThat(loss.ofFactor().value()).isEqualTo(gain.ofFactor().value().negate());
    assertThat(loss.ofRest().range().orElseThrow().low().doubleValue())
        .isCloseTo(-gain.ofRest().range().orElseThrow().high().doubleValue(), within(1e-14));
  }

  @Test
  void changeOfSignHasNoSplit() {
    assertThat(new LogMean(number("v", 9), number("b", -5), number("x", 2)).isPossible()).isFalse();
    assertThat(new LogMean(number("v", 9), number("b", 5), number("x", 0)).isPossible()).isFalse();
  }

  @Test
  void factorThatMayBeZeroHasNoBounds() {
    LogMean split = new LogMean(number("v", 9), number("b", 5), operand("x", 1, 0, 2));
    assertThat(split.ofFactor().range()).isEmpty();
  }

  @Property(tries = 300, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
  void boundsOfIndependentFiguresHoldAndAreReached(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Interval v = interval(random);
    Interval b = interval(random);
    Interval x = interval(random);
    LogMean split = new LogMean(operand("v", v), operand("b", b), operand("x", x));
    check(split, random, x, r -> new double[] {inside(v, r), inside(b, r)});
  }

  @Property(tries = 300, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
  void boundsOfABaseSolvedFromAGrowthHoldAndAreReached(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Interval v = interval(random);
    Interval g = interval(random);
    Interval x = interval(random);
    Formula value = operand("v", v);
    LogMean split = new LogMean(value, value.dividedBy(operand("g", g)), operand("x", x));
    check(
        split,
        random,
        x,
        r -> {
          double number = inside(v, r);
          return new double[] {number, number / inside(g, r)};
        });
  }

  private interface Choice {
    double[] valueAndBase(Random random);
  }

  /**
   * Thousands of points, ends and corners often: none outside, and the nearest close to the ends.
   */
  private static void check(LogMean split, Random random, Interval x, Choice choice) {
    double[] factor = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    double[] rest = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    double scale = 0;
    for (int i = 0; i < 6_000; i++) {
      double[] point = choice.valueAndBase(random);
      double q = Math.log(inside(x, random));
      double mean = mean(point[0], point[1]);
      include(factor, mean * q);
      include(rest, point[0] - point[1] - mean * q);
      scale = Math.max(scale, Math.max(point[0], point[1]));
    }
    assertNear(split.ofFactor().range().orElseThrow(), factor, scale);
    assertNear(split.ofRest().range().orElseThrow(), rest, scale);
  }

  private static void assertNear(Interval range, double[] found, double scale) {
    assertThat(found[0]).isGreaterThanOrEqualTo(range.low().doubleValue() - scale * 1e-12);
    assertThat(found[1]).isLessThanOrEqualTo(range.high().doubleValue() + scale * 1e-12);
    assertThat(found[0]).isCloseTo(range.low().doubleValue(), within(scale * 1e-3));
    assertThat(found[1]).isCloseTo(range.high().doubleValue(), within(scale * 1e-3));
  }

  private static void include(double[] ends, double number) {
    ends[0] = Math.min(ends[0], number);
    ends[1] = Math.max(ends[1], number);
  }

  private static double mean(double a, double b) {
    return Math.abs(a - b) < 1e-9 * a ? a : (a - b) / Math.log(a / b);
  }

  /** An end in two of three cases, else somewhere between. */
  private static double inside(Interval interval, Random random) {
    double low = interval.low().doubleValue();
    double high = interval.high().doubleValue();
    return switch (random.nextInt(3)) {
      case 0 -> low;
      case 1 -> high;
      default -> low + (high - low) * random.nextDouble();
    };
  }

  private static Interval interval(Random random) {
    double low = Math.exp(random.nextDouble() * 6 - 3);
    double high = low * (1 + random.nextDouble() * random.nextDouble() * 5);
    return new Interval(BigFraction.from(low), BigFraction.from(high));
  }

  private static LogMean article() {
    Formula value = operand("v", 106_000_000, 105_500_000, 106_500_000);
    Formula growth = operand("g", 34, 33, 35);
    return new LogMean(
        value,
        value.dividedBy(Formula.ONE.plus(growth.dividedBy(100))),
        operand("u1", 45, 44, 46).dividedBy(operand("u0", 40, 39, 41)));
  }

  private static Formula operand(String id, Interval interval) {
    return new Formula.Operand(id, interval.low(), interval);
  }

  private static Formula number(String id, long value) {
    return operand(id, value, value, value);
  }

  private static Formula operand(String id, long value, long low, long high) {
    return Formula.operand(
        id,
        BigDecimal.valueOf(value),
        Interval.of(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
  }
}
