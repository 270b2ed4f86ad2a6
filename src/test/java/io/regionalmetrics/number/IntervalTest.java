package io.regionalmetrics.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void lowEndAboveTheHighEndIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> interval("2", "1"))
        .withMessageContaining("2")
        .withMessageContaining("1");
  }

  @Test
  void endsOfAQuotientAreQuotientsOfOppositeEnds() {
    assertThat(interval("105.5", "106.5").dividedBy(interval("1.335", "1.345")))
        .contains(
            new Interval(
                BigFraction.of(1055, 10).divide(BigFraction.of(1345, 1000)),
                BigFraction.of(1065, 10).divide(BigFraction.of(1335, 1000))));
  }

  @Test
  void quotientByADivisorThatMayBeZeroIsEmpty() {
    assertThat(interval("1", "2").dividedBy(interval("-0.5", "0.5"))).isEmpty();
    assertThat(interval("1", "2").dividedBy(interval("0", "0.5"))).isEmpty();
  }

  @Test
  void endsOfAProductAreProductsOfEndsForAnySigns() {
    assertThat(interval("-2", "3").times(interval("-5", "4"))).isEqualTo(interval("-15", "12"));
  }

  @Test
  void intervalsThatTouchMeet() {
    assertThat(interval("1", "2").meets(interval("2", "3"))).isTrue();
    assertThat(interval("1", "2").meets(interval("2.001", "3"))).isFalse();
  }

  @Test
  void nonNegativePartLeavesOutNumbersBelowZero() {
    assertThat(interval("-1", "2").nonNegative()).contains(interval("0", "2"));
    assertThat(interval("-2", "-1").nonNegative()).isEmpty();
  }

  private static Interval interval(String low, String high) {
    return Interval.of(new BigDecimal(low), new BigDecimal(high));
  }
}
