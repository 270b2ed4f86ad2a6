package io.regionalmetrics.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.workbook.Expression.Summand;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Expressions of formulas have the parentheses that their meaning needs, and no others. */
class ExpressionTest {
  private static final Expression A = Expression.cell("A1");
  private static final Expression B = Expression.cell("B1");

  private static Expression sum(Expression left, Expression right) {
    return Expression.sum(List.of(new Summand(false, left), new Summand(false, right)));
  }

  @Test
  void sumWithinAProductIsInParentheses() {
    assertThat(sum(A, B).times(A).text()).isEqualTo("(A1+B1)*A1");
    assertThat(A.over(sum(A, B)).text()).isEqualTo("A1/(A1+B1)");
    assertThat(sum(A.times(B), A).text()).isEqualTo("A1*B1+A1");
  }

  @Test
  void subtractedSumAndDividingProductAreInParentheses() {
    assertThat(A.minus(sum(A, B)).text()).isEqualTo("A1-(A1+B1)");
    assertThat(A.over(A.times(B)).text()).isEqualTo("A1/(A1*B1)");
    assertThat(A.minus(A.over(B)).text()).isEqualTo("A1-A1/B1");
  }

  @Test
  void factorsAreWholeNumbersOrDivisorsWhereTheyCanBe() {
    assertThat(A.times(BigFraction.of(100)).text()).isEqualTo("100*A1");
    assertThat(A.times(BigFraction.of(1, 4)).text()).isEqualTo("A1/4");
    assertThat(A.times(BigFraction.of(2, 3)).text()).isEqualTo("2/3*A1");
    assertThat(A.times(BigFraction.ONE).text()).isEqualTo("A1");
  }

  @Test
  void numberBelowZeroIsInParenthesesWithinAProduct() {
    assertThat(Expression.number(BigFraction.of(-3)).times(A).text()).isEqualTo("(-3)*A1");
    assertThat(A.minus(Expression.number(BigFraction.of(-3))).text()).isEqualTo("A1-(-3)");
  }

  @Test
  void fractionThatNoCellCanHoldIsRounded() {
    BigFraction third = BigFraction.of(1).divide(BigFraction.from(3e20));
    assertThat(Expression.number(third).text()).isEqualTo("3.3333333333333333E-21");
  }
}
