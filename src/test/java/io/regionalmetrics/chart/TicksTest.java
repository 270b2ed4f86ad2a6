package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ticks are few round numbers that cover a range. */
class TicksTest {
  private static List<String> ticks(String low, String high, int most) {
    return Ticks.cover(new BigDecimal(low), new BigDecimal(high), most).values().stream()
        .map(tick -> tick.stripTrailingZeros().toPlainString())
        .toList();
  }

  @Example
  void workedExample() {
    assertThat(ticks("105", "543", 5)).containsExactly("0", "200", "400", "600");
  }

  @Example
  void rangeAroundZero() {
    assertThat(ticks("-34.5", "21", 5)).containsExactly("-40", "-20", "0", "20", "40");
  }

  @Example
  void rangeOfTinyNumbers() {
    assertThat(ticks("0", "0.0000000032", 5))
        .containsExactly("0", "0.000000001", "0.000000002", "0.000000003", "0.000000004");
  }

  @Example
  void rangeOfOneNumberIsExtendedToZero() {
    assertThat(ticks("5", "5", 3)).containsExactly("0", "5");
    assertThat(ticks("-5", "-5", 3)).containsExactly("-5", "0");
    assertThat(ticks("0", "0", 3)).containsExactly("0", "0.5", "1");
  }

  @Example
  void fewerThanThreeTicksOrAReversedRangeAreRefused() {
    assertThatThrownBy(() -> ticks("-1", "1", 2)).hasMessage("2 ticks from -1 to 1");
    assertThatThrownBy(() -> ticks("2", "1", 5)).hasMessage("5 ticks from 2 to 1");
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    Arbitrary<BigDecimal> any =
        Arbitraries.longs()
            .flatMap(unscaled ->
                Arbitraries.integers()
                    .between(-20, 30)
                    .map(scale -> BigDecimal.valueOf(unscaled, scale)));
    return Arbitraries.oneOf(
        any,
        Arbitraries.bigDecimals().between(new BigDecimal(-1000), new BigDecimal(1000)).ofScale(2),
        Arbitraries.of(0, 1, -1, 1_000_000).map(BigDecimal::valueOf));
  }

  @Property
  void ticksCoverTheRange(
      @ForAll("numbers") BigDecimal a,
      @ForAll("numbers") BigDecimal b,
      @ForAll @IntRange(min = 3, max = 12) int most) {
    List<BigDecimal> values = Ticks.cover(a.min(b), a.max(b), most).values();
    assertThat(values.getFirst()).isLessThanOrEqualTo(a.min(b));
    assertThat(values.getLast()).isGreaterThanOrEqualTo(a.max(b));
  }

  @Property
  void thereAreAtLeastTwoTicksAndNotMoreThanRequested(
      @ForAll("numbers") BigDecimal a,
      @ForAll("numbers") BigDecimal b,
      @ForAll @IntRange(min = 3, max = 12) int most) {
    assertThat(Ticks.cover(a.min(b), a.max(b), most).values()).hasSizeBetween(2, most);
  }

  @Property
  void ticksAreConsecutiveMultiplesOfARoundStep(
      @ForAll("numbers") BigDecimal a,
      @ForAll("numbers") BigDecimal b,
      @ForAll @IntRange(min = 3, max = 12) int most) {
    Ticks ticks = Ticks.cover(a.min(b), a.max(b), most);
    assertThat(ticks.step().stripTrailingZeros().unscaledValue().toString()).isIn("1", "2", "5");
    BigDecimal before = ticks.values().getFirst().subtract(ticks.step());
    for (BigDecimal tick : ticks.values()) {
      assertThat(tick.remainder(ticks.step())).isZero();
      assertThat(tick.subtract(before)).isEqualByComparingTo(ticks.step());
      before = tick;
    }
  }

  @Property
  void stepIsAtMostOneSizeLargerThanNeeded(
      @ForAll("numbers") BigDecimal a, @ForAll("numbers") BigDecimal b) {
    BigDecimal span = a.max(b).subtract(a.min(b));
    if (span.signum() > 0) {
      BigDecimal step = Ticks.cover(a.min(b), a.max(b), 6).step();
      // Six ticks have five intervals. The first step is at most (span / 5) x 2.5, and one more
      // step
      // multiplies it by at most 2.5: span x 1.25.
      assertThat(step)
          .isLessThanOrEqualTo(span.multiply(new BigDecimal("1.25")).max(BigDecimal.ZERO));
    }
  }

  @Property
  void scaleKeepsTheOrderOfNumbersAndStaysInside(
      @ForAll("numbers") BigDecimal a,
      @ForAll("numbers") BigDecimal b,
      @ForAll("numbers") BigDecimal c) {
    if (a.compareTo(b) < 0) {
      Scale scale = new Scale(a, b, 100, 700);
      assertThat(scale.at(a)).isEqualTo(100);
      assertThat(scale.at(b)).isEqualTo(700);
      assertThat(scale.at(c)).isBetween(100.0, 700.0);
      assertThat(scale.at(c.add(BigDecimal.ONE))).isGreaterThanOrEqualTo(scale.at(c));
      assertThat(new Scale(a, b, 700, 100).at(c) + scale.at(c)).isBetween(799.99, 800.01);
    }
  }
}
