package io.regionalmetrics.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PrecisionTest {

  @Test
  void millionsAreExactToHalfAMillion() {
    assertBounds(new Precision.Decimals(-6), "106000000", "105500000", "106500000");
  }

  @Test
  void hundredthsAreExactToHalfAHundredth() {
    assertBounds(new Precision.Decimals(2), "2.36", "2.355", "2.365");
  }

  @Test
  void exactFiguresStandForThemselves() {
    assertBounds(new Precision.Exact(), "2.36", "2.36", "2.36");
  }

  @Test
  void decimalsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Precision.Decimals(19))
        .withMessageContaining("19");
  }

  @Test
  void lowEndAboveTheHighEndIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Precision.Between(BigDecimal.TWO, BigDecimal.ONE));
  }

  private static void assertBounds(Precision precision, String value, String low, String high) {
    Bounds bounds = precision.around(new BigDecimal(value));
    assertThat(bounds.low()).isEqualByComparingTo(low);
    assertThat(bounds.high()).isEqualByComparingTo(high);
  }
}
