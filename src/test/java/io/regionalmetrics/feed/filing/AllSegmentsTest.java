package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which members of the segments' axis stand for all segments together. */
class AllSegmentsTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String SEGMENTS = "us-gaap:StatementBusinessSegmentsAxis=";
  private static final Filing FILING =
      FilingSequence.filing(
          InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");

  private static ContentsView read(InstanceBuilder instance) {
    return new ContentsView(FilingSequence.acme().read(FILING, instance));
  }

  /** Two segments, and the member of both together with its regions, in millions. */
  private static InstanceBuilder quarter(
      InstanceBuilder instance, String time, int whole, int media, int parks, int all) {
    return instance
        .fact(time, whole + "000000:-6")
        .segment("acme:MediaMember", time, media + "000000:-6")
        .segment("acme:ParksMember", time, parks + "000000:-6")
        .segment("acme:TotalSegmentsMember", time, all + "000000:-6")
        .fact(time, all - 100 + "000000:-6", SEGMENTS + "acme:TotalSegmentsMember", region("US"))
        .fact(time, "100000000:-6", SEGMENTS + "acme:TotalSegmentsMember", region("JP"));
  }

  private static String region(String country) {
    return "srt:StatementGeographicalAxis=country:" + country;
  }

  @Test
  void allSegmentsThatEqualTheWholeAreReadThrough() {
    assertThat(read(quarter(InstanceBuilder.instance(), Q1, 900, 600, 300, 900)).breakdowns())
        .containsExactly("revenue 2023-Q1 JP+US");
  }

  @Test
  void allSegmentsThatDifferFromTheWholeAreNoPartOfTheBusiness() {
    InstanceBuilder instance = quarter(InstanceBuilder.instance(), Q1, 850, 600, 300, 900);
    ContentsView filing = read(quarter(instance, Q1_BEFORE, 780, 500, 300, 800));
    assertThat(filing.breakdowns()).isEmpty();
    assertThat(filing.rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 850000000 USD", "revenue WORLD 2022-Q1 780000000 USD");
    assertThat(filing.leftOut(LeftOutReason.SEGMENTS_TOGETHER)).isEqualTo(6);
  }

  @Test
  void aSumOfTheOthersInOnePeriodAloneIsAPartOfTheBusiness() {
    InstanceBuilder instance = quarter(InstanceBuilder.instance(), Q1, 850, 600, 300, 900);
    ContentsView filing = read(quarter(instance, Q1_BEFORE, 780, 500, 301, 800));
    assertThat(filing.rows("revenue-total-segments")).hasSize(6);
  }

  @Test
  void theOnlySegmentOfMostPeriodsIsAPartOfTheBusinessIfAnotherIsAddedToIt() {
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(Q1, "900000000:-6")
            .segment("acme:SearchMember", Q1, "700000000:-6")
            .segment("acme:PhonesMember", Q1, "200000000:-6")
            .fact(Q1, "700000000:-6", SEGMENTS + "acme:SearchMember", region("US"));
    for (String time : List.of(Q1_BEFORE, "2021-01-01/2021-03-31")) {
      instance.fact(time, "600000000:-6").segment("acme:SearchMember", time, "600000000:-6");
    }
    assertThat(read(instance).rows("revenue-search")).hasSize(4);
  }

  @Test
  void otherFiguresThanRevenueDontTellWhatAllSegmentsAre() {
    InstanceBuilder instance = quarter(InstanceBuilder.instance(), Q1, 900, 600, 300, 900);
    for (String concept : List.of("us-gaap:SalesTaxRevenue", "us-gaap:RevenuesOfAffiliates")) {
      instance
          .of(concept)
          .fact(Q1, "70000000:-6")
          .segment("acme:TotalSegmentsMember", Q1, "60000000:-6");
    }
    assertThat(read(instance).breakdowns()).containsExactly("revenue 2023-Q1 JP+US");
    assertThat(read(instance).leftOut(LeftOutReason.SEGMENTS_TOGETHER)).isEqualTo(1);
  }
}
