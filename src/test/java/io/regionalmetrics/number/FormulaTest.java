package io.regionalmetrics.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class FormulaTest {
  private static final Formula VALUE = operand("value", "106", "105.5", "106.5");
  private static final Formula GROWTH = operand("growth", "34", "33.5", "34.5");
  private static final Formula BASE = VALUE.dividedBy(Formula.ONE.plus(GROWTH.dividedBy(100)));

  @Test
  void baseFromAGrowthRangesOverEveryValueAndEveryGrowth() {
    // 105.5 / 1.345 and 106.5 / 1.335
    assertRange(BASE, "78.4386617100", "79.7752808989");
    assertThat(
            Figure.computed(
                    BASE.value().orElseThrow(),
                    FormulaRange.of(BASE),
                    new Unit("USD"),
                    Origin.IMPLIED)
                .value())
        .isEqualByComparingTo("79.1044776119");
  }

  @Test
  void changeFromAnImpliedBaseTreatsTheValueAsOneNumber() {
    // v x g / (1 + g): 105.5 x 0.335 / 1.335 and 106.5 x 0.345 / 1.345
    assertRange(VALUE.minus(BASE), "26.4737827715", "27.3178438662");
  }

  @Test
  void growthFromAnImpliedBaseIsThePublishedGrowth() {
    assertRange(VALUE.dividedBy(BASE).minus(Formula.ONE).times(100), "33.5", "34.5");
  }

  @Test
  void numberDividedByItselfIsExactlyOne() {
    assertThat(FormulaRange.of(VALUE.dividedBy(VALUE))).contains(Interval.point(BigFraction.ONE));
    assertThat(FormulaRange.of(VALUE.minus(VALUE))).contains(Interval.point(BigFraction.ZERO));
  }

  @Test
  void sumDividedByItselfIsExactlyOne() {
    Formula sum = VALUE.plus(GROWTH).minus(operand("other", "3", "2", "4"));
    assertThat(FormulaRange.of(sum.dividedBy(sum))).contains(Interval.point(BigFraction.ONE));
  }

  @Test
  void partDividedByASumThatContainsItUsesThePartOnce() {
    Formula part = operand("US", "10", "9", "11");
    Formula rest = operand("CA", "5", "4", "6");
    // a / (a + b): 9 / 15 and 11 / 15
    assertRange(part.dividedBy(part.plus(rest)), "0.6", "0.733333333334");
  }

  @Test
  void remainderDividedByTheWholeUsesTheWholeOnce() {
    Formula whole = operand("WORLD", "100", "90", "110");
    Formula part = operand("US", "40", "30", "50");
    // 1 - u / w: 1 - 50/90 and 1 - 30/110
    assertRange(whole.minus(part).dividedBy(whole), "0.444444444444", "0.727272727273");
  }

  @Test
  void averagesThatShareAQuarterAreMonotoneInIt() {
    Formula before = operand("d0", "10", "9", "11");
    Formula opening = operand("d1", "12", "11", "13");
    Formula closing = operand("d2", "14", "13", "15");
    Formula now =
        Formula.constant(new BigDecimal("100")).dividedBy(opening.plus(closing).dividedBy(2));
    Formula then =
        Formula.constant(new BigDecimal("90")).dividedBy(before.plus(opening).dividedBy(2));
    // 100 (d0 + d1) / (90 (d1 + d2)); in d1 it rises while d2 > d0: 100 x 20 / (90 x 26) and 100 x
    // 24 / (90 x 26)
    assertRange(now.dividedBy(then), "0.854700854700", "1.02564102565");
  }

  @Test
  void nonNegativeFormulaHasNoBoundBelowZero() {
    Formula difference =
        operand("a", "3", "2", "4").minus(operand("b", "3", "2", "4")).nonNegative();
    assertRange(difference, "0", "2");
    assertThat(difference.value()).contains(BigFraction.ZERO);
  }

  @Test
  void contradictoryOperandsHaveNoRange() {
    assertThat(
            FormulaRange.of(
                operand("a", "3", "2", "4").minus(operand("b", "9", "8", "10")).nonNegative()))
        .isEmpty();
  }

  @Test
  void divisorThatMayBeZeroHasNoBounds() {
    Formula divisor = operand("a", "3", "2", "4").minus(operand("b", "3", "2", "4"));
    assertThat(FormulaRange.of(VALUE.dividedBy(divisor))).isEmpty();
    assertThat(VALUE.dividedBy(divisor).value()).isEmpty();
  }

  @Test
  void sharedDivisorThatMayBeZeroHasNoBounds() {
    Formula divisor = VALUE.minus(operand("b", "106", "105", "107"));
    assertThat(FormulaRange.of(VALUE.dividedBy(divisor))).isEmpty();
  }

  @Test
  void boundsAreRoundedOutwardAtTheTwelfthDigit() {
    Formula third = Formula.ONE.dividedBy(3);
    Figure figure =
        Figure.computed(
            third.value().orElseThrow(), FormulaRange.of(third), Unit.ONE, Origin.DERIVED);
    assertThat(figure.value()).isEqualByComparingTo("0.333333333333");
    assertThat(figure.bounds())
        .isEqualTo(
            Optional.of(
                new Bounds(new BigDecimal("0.333333333333"), new BigDecimal("0.333333333334"))));
  }

  private static Formula operand(String id, String value, String low, String high) {
    return Formula.operand(
        id, new BigDecimal(value), Interval.of(new BigDecimal(low), new BigDecimal(high)));
  }

  /** Compares at twelve digits, rounded outward. */
  private static void assertRange(Formula formula, String low, String high) {
    Bounds bounds =
        Figure.computed(
                formula.value().orElseThrow(), FormulaRange.of(formula), Unit.ONE, Origin.DERIVED)
            .bounds()
            .orElseThrow();
    assertThat(bounds.low()).isEqualByComparingTo(low);
    assertThat(bounds.high()).isEqualByComparingTo(high);
  }
}
