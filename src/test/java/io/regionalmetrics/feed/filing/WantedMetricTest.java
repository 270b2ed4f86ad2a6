package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The metrics that an event requests. */
class WantedMetricTest {
  private static WantedMetric wanted(String id, String kind, List<String> concepts) {
    return WantedMetric.of(id, Optional.empty(), kind, concepts, Map.of(), Optional.empty(), false);
  }

  private static void assertRefused(String id, String kind, List<String> concepts, String words) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> wanted(id, kind, concepts))
        .withMessageContaining(words);
  }

  @Test
  void theDefaultNameIsMadeFromTheId() {
    assertThat(wanted("paid-memberships", "stock", List.of("nflx:X")).name())
        .isEqualTo("Paid memberships");
  }

  @Test
  void anOlderAxisNameBecomesTheCurrentOne() {
    WantedMetric metric =
        WantedMetric.of(
            "members",
            Optional.empty(),
            "stock",
            List.of("nflx:X"),
            Map.of("us-gaap:ProductOrServiceAxis", "nflx:StreamingMember"),
            Optional.empty(),
            false);
    assertThat(metric.dimensions()).containsOnlyKeys(StandardAxes.PRODUCTS);
  }

  @Test
  void aRatioIsRefused() {
    assertRefused("arm", "ratio", List.of("nflx:X"), "flow or stock");
  }

  @Test
  void aConceptWithoutAPrefixIsRefused() {
    assertRefused("members", "stock", List.of("Members"), "us-gaap:Revenues");
  }

  @Test
  void noConceptsAreRefused() {
    assertRefused("members", "stock", List.of(), "metrics.concepts");
  }

  @Test
  void aMalformedIdIsRefused() {
    assertRefused("Paid Members", "stock", List.of("nflx:X"), "Paid Members");
  }

  @Test
  void revenueCantBeRequestedBecauseItIsAlwaysRead() {
    assertRefused("revenue", "flow", List.of("us-gaap:Revenues"), "always read");
  }
}
