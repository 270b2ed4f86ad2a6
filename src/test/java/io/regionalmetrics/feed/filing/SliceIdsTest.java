package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Slices of different axes that have the same name. */
class SliceIdsTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String JAPAN = "srt:StatementGeographicalAxis=country:JP";
  private static final String SEGMENT =
      "us-gaap:StatementBusinessSegmentsAxis=acme:FinancialProductsSegmentMember";
  private static final String PRODUCT = "srt:ProductOrServiceAxis=acme:FinancialProductsMember";
  private static final Filing FILING =
      FilingSequence.filing(
          InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");

  private static ContentsView read(FilingSequence acme, InstanceBuilder instance) {
    return new ContentsView(acme.read(FILING, instance));
  }

  @Test
  void aSegmentWithRegionsIsPreferredToAProductOfThatNameWithoutRegions() {
    ContentsView contents =
        read(
            FilingSequence.acme(),
            InstanceBuilder.instance()
                .fact(Q1, "800:0", PRODUCT)
                .fact(Q1, "900:0", SEGMENT)
                .fact(Q1, "500:0", SEGMENT, JAPAN));
    assertThat(contents.rows())
        .containsExactlyInAnyOrder(
            "revenue-financial-products WORLD 2023-Q1 900 USD",
            "revenue-financial-products JP 2023-Q1 500 USD");
    assertThat(contents.leftOut(LeftOutReason.PRODUCT_WITHOUT_REGION)).isEqualTo(1);
    assertThat(contents.leftOut(LeftOutReason.METRIC_DIFFERS)).isZero();
  }

  @Test
  void aSegmentAndAProductOfOneNameAreTwoMetricsIfBothHaveRegions() {
    ContentsView contents =
        read(
            FilingSequence.acme(),
            InstanceBuilder.instance()
                .fact(Q1, "400:0", PRODUCT, JAPAN)
                .fact(Q1, "500:0", SEGMENT, JAPAN));
    assertThat(contents.rows())
        .containsExactlyInAnyOrder(
            "revenue-financial-products JP 2023-Q1 400 USD",
            "revenue-financial-products-segment JP 2023-Q1 500 USD");
    assertThat(contents.metrics())
        .anyMatch(metric -> metric.contains("Financial products segment revenue"));
  }

  @Test
  void aSegmentGetsAnotherIdIfAProductHasItsName() {
    Metric product =
        new Metric(
            "revenue-financial-products",
            "Financial products revenue",
            MetricKind.FLOW,
            Dimension.MONEY,
            new Unit("USD"),
            Optional.empty(),
            false,
            Optional.of("The part of revenue that filings report under " + PRODUCT),
            LocalDate.EPOCH);
    Definitions own = new Definitions(Map.of(product.id(), product), Map.of());
    ContentsView contents =
        read(
            FilingSequence.acme().knowing(own, Definitions.NONE),
            InstanceBuilder.instance().fact(Q1, "500:0", SEGMENT, JAPAN));
    assertThat(contents.rows())
        .containsExactly("revenue-financial-products-segment JP 2023-Q1 500 USD");
  }
}
