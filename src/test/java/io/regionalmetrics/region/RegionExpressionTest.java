package io.regionalmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RegionExpressionTest {

  @Test
  void plusAddsAndMinusSubtracts() {
    assertThat(RegionExpression.parse("WORLD-US+JP").terms())
        .isEqualTo(Map.of("WORLD", 1, "US", -1, "JP", 1));
  }

  @Test
  void expressionIsWrittenAsItWasRead() {
    assertThat(RegionExpression.parse("WORLD-US-CA")).hasToString("WORLD-US-CA");
  }

  @Test
  void oneRegionIsSingle() {
    assertThat(RegionExpression.parse("JP").single()).contains("JP");
    assertThat(RegionExpression.parse("US+CA").single()).isEmpty();
  }

  @Test
  void regionThatOccursTwiceIsRefused() {
    refused("US+US", Reason.SENSELESS, "US occurs twice");
    refused("WORLD-WORLD", Reason.SENSELESS, "WORLD occurs twice");
  }

  @Test
  void elevenRegionsAreRefused() {
    refused("A+B+C+D+E+F+G+H+I+J+K", Reason.SENSELESS, "more than 10");
    assertThat(RegionExpression.parse("A+B+C+D+E+F+G+H+I+J").terms()).hasSize(10);
  }

  @Test
  void missingRegionIsRefused() {
    refused("US+", Reason.MALFORMED, "lacks a region");
    refused("-US", Reason.MALFORMED, "lacks a region");
    refused("", Reason.MALFORMED, "lacks a region");
  }

  @Test
  void invalidCodeIsRefused() {
    refused("us", Reason.MALFORMED, "'us' is not a region's code");
    refused("US CA", Reason.MALFORMED, "'US CA'");
  }

  private static void refused(String text, Reason reason, String why) {
    assertThatThrownBy(() -> RegionExpression.parse(text))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo(reason);
          assertThat(refusal.message()).contains(why);
        });
  }
}
