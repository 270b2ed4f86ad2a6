package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Segments with a place in their names are parts of a whole, and wholes of their own regions. */
class SegmentWholesTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String NET_SALES =
      "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";
  private static final String SEGMENT = "us-gaap:StatementBusinessSegmentsAxis=";
  private static final String INTERNATIONAL = SEGMENT + "acme:AcmeInternationalMember";
  private static final String REGION = "srt:StatementGeographicalAxis=";
  private static final String CONSOLIDATION = "srt:ConsolidationItemsAxis=";
  private static final String OPERATING = CONSOLIDATION + "us-gaap:OperatingSegmentsMember";

  private static ContentsView contentsOf(InstanceBuilder instance) {
    Filing filing =
        FilingSequence.filing(
            InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");
    return new ContentsView(FilingSequence.acme().read(filing, instance));
  }

  private static InstanceBuilder segments(InstanceBuilder instance, String time) {
    return instance
        .fact(time, "110000000:-3", SEGMENT + "acme:AcmeUSMember", OPERATING)
        .fact(time, "28000000:-3", INTERNATIONAL, OPERATING)
        .fact(time, "22000000:-3", SEGMENT + "acme:SamsClubMember", OPERATING);
  }

  @Test
  void segmentsThatMakeUpNetSalesDivideThemBesideTotalRevenue() {
    InstanceBuilder walmart =
        InstanceBuilder.instance()
            .fact(Q1, "161000000:-3")
            .of("acme:MembershipAndOtherIncome")
            .fact(Q1, "1000000:-3")
            .of(NET_SALES)
            .fact(Q1, "160000000:-3");
    ContentsView contents = contentsOf(segments(walmart, Q1));
    assertThat(contents.rows("revenue")).containsExactly("revenue WORLD 2023-Q1 161000000 USD");
    assertThat(contents.breakdowns())
        .containsExactly(
            "revenue-from-contracts 2023-Q1 ACME_INTERNATIONAL+ACME_US and sams_club 22000000");
  }

  @Test
  void segmentsMakeUpRevenueTogetherWithCorporate() {
    InstanceBuilder walmart = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      segments(walmart.fact(time, "160400000:-3"), time)
          .fact(time, "400000:-3", CONSOLIDATION + "us-gaap:CorporateNonSegmentMember");
    }
    assertThat(contentsOf(walmart).breakdowns())
        .contains(
            "revenue 2023-Q1 ACME_INTERNATIONAL+ACME_US and corporate 400000 and sams_club 22000000");
  }

  @Test
  void aSegmentThatIsARegionIsTheWholeOfItsOwnRegions() {
    InstanceBuilder walmart =
        segments(InstanceBuilder.instance().fact(Q1, "160000000:-3"), Q1)
            .fact(Q1, "18000000:-3", INTERNATIONAL, REGION + "country:MX", OPERATING)
            .fact(Q1, "10000000:-3", INTERNATIONAL, REGION + "country:CA", OPERATING);
    assertThat(contentsOf(walmart).rows("revenue-acme-international"))
        .containsExactlyInAnyOrder(
            "revenue-acme-international WORLD 2023-Q1 28000000 USD",
            "revenue-acme-international CA 2023-Q1 10000000 USD",
            "revenue-acme-international MX 2023-Q1 18000000 USD");
    assertThat(contentsOf(walmart).breakdowns())
        .contains("revenue-acme-international 2023-Q1 CA+MX");
  }

  @Test
  void salesBetweenGeographiesAreEliminations() {
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(Q1, "90000000:-3")
            .fact(Q1, "50000000:-3", REGION + "srt:NorthAmericaMember", OPERATING)
            .fact(Q1, "45000000:-3", REGION + "acme:OutsideNorthAmericaMember", OPERATING)
            .fact(Q1, "-5000000:-3", CONSOLIDATION + "acme:IntergeographicSalesMember");
    assertThat(contentsOf(instance).rows("revenue"))
        .containsExactly("revenue WORLD 2023-Q1 90000000 USD");
    assertThat(contentsOf(instance).rows("revenue-before-eliminations"))
        .contains("revenue-before-eliminations NORTH_AMERICA 2023-Q1 50000000 USD");
  }

  @Test
  void otherRevenueThatIsReportedWithEliminationsIsARemainderOfTheRegions() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      instance
          .fact(time, "80000000:-3")
          .region("srt:NorthAmericaMember", time, "50000000:-3")
          .region("srt:LatinAmericaMember", time, "29000000:-3")
          .region("acme:EliminationsAndOtherMember", time, "1000000:-3");
    }
    assertThat(contentsOf(instance).breakdowns())
        .contains("revenue 2023-Q1 LATAM+NORTH_AMERICA and eliminations_and_other 1000000");
  }

  @Test
  void segmentsMakeUpRevenueTogetherWithAllOtherSegmentsThatAreNoOperatingSegments() {
    InstanceBuilder sysco =
        segments(InstanceBuilder.instance().fact(Q1, "161000000:-3"), Q1)
            .segment("us-gaap:AllOtherSegmentsMember", Q1, "1000000:-3");
    assertThat(contentsOf(sysco).rows("revenue")).contains("revenue ACME_US 2023-Q1 110000000 USD");
  }

  @Test
  void regionsOfSegmentsAreNotAddedUpIfCorporateHasRegionsToo() {
    InstanceBuilder dow = InstanceBuilder.instance();
    String plastics = SEGMENT + "acme:PlasticsMember";
    String corporate = CONSOLIDATION + "us-gaap:CorporateNonSegmentMember";
    for (String time : List.of(Q1, Q1_BEFORE)) {
      dow.fact(time, "81000000:-3")
          .fact(time, "80000000:-3", plastics, OPERATING)
          .fact(time, "50000000:-3", plastics, OPERATING, REGION + "country:US")
          .fact(time, "30000000:-3", plastics, OPERATING, REGION + "country:CA")
          .fact(time, "1000000:-3", corporate)
          .fact(time, "1000000:-3", corporate, REGION + "country:US");
    }
    assertThat(contentsOf(dow).rows("revenue"))
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 81000000 USD", "revenue WORLD 2022-Q1 81000000 USD");
  }

  @Test
  void aTurkeyIsNoPlaceInALongerName() {
    InstanceBuilder hormel =
        InstanceBuilder.instance()
            .fact(Q1, "90000000:-3")
            .segment("acme:JennieOTurkeyStoreMember", Q1, "30000000:-3")
            .segment("acme:InternationalMember", Q1, "60000000:-3");
    assertThat(contentsOf(hormel).rows("revenue"))
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 90000000 USD", "revenue INTERNATIONAL 2023-Q1 60000000 USD");
  }
}
