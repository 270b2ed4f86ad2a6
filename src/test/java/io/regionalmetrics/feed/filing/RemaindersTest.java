package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.InstanceBuilder;
import io.regionalmetrics.xbrl.Linkbases;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a filing names beside its regions, so that both together make up the whole. */
class RemaindersTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String NINE_MONTHS = "2023-01-01/2023-09-30";
  private static final String YEAR = "2023-01-01/2023-12-31";

  private final FilingSequence acme = FilingSequence.acme();

  private ContentsView read(InstanceBuilder instance) {
    return read("0000000042-23-000001", "2023-04-20", instance);
  }

  private ContentsView read(String accession, String filed, InstanceBuilder instance) {
    return new ContentsView(
        acme.read(
            FilingSequence.filing(InstanceBuilder.CIK, accession, "10-Q", filed, filed), instance));
  }

  /** North America, International and the whole, in millions. */
  private static InstanceBuilder regions(
      InstanceBuilder instance, String time, int whole, int america, int international) {
    return instance
        .fact(time, whole + "000000:-6")
        .segment("acme:NorthAmericaSegmentMember", time, america + "000000:-6")
        .segment("acme:InternationalSegmentMember", time, international + "000000:-6");
  }

  private static InstanceBuilder withClouds(
      InstanceBuilder instance, String time, int whole, int america, int others, int clouds) {
    return regions(instance, time, whole, america, others)
        .segment("acme:CloudServicesSegmentMember", time, clouds + "000000:-6");
  }

  private static InstanceBuilder withClouds() {
    return withClouds(InstanceBuilder.instance(), Q1, 1344, 825, 297, 222);
  }

  @Test
  void aSegmentWithoutAPlaceIsTheRemainderOfTheRegions() {
    assertThat(read(withClouds()).breakdowns())
        .containsExactly(
            "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and cloud_services 222000000");
  }

  @Test
  void aRemainderIsNoRegionAndNotLeftOut() {
    ContentsView filing = read(withClouds());
    assertThat(filing.regions()).hasSize(2);
    assertThat(filing.rows()).hasSize(3);
    assertThat(filing.leftOut(LeftOutReason.SEGMENT_NOT_A_REGION)).isZero();
  }

  @Test
  void aSegmentThatMakesUpNoWholeIsLeftOut() {
    ContentsView filing = read(withClouds(InstanceBuilder.instance(), Q1, 1344, 825, 297, 200));
    assertThat(filing.breakdowns()).isEmpty();
    assertThat(filing.leftOut(LeftOutReason.SEGMENT_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void aPeriodInWhichTheRemainderDoesntFitDisprovesIt() {
    assertThat(read(withClouds(withClouds(), Q1_BEFORE, 1000, 600, 300, 90)).breakdowns())
        .isEmpty();
  }

  @Test
  void aRemainderMayBeNegative() {
    assertThat(
            read(regions(InstanceBuilder.instance(), Q1, 1100, 825, 297)
                    .segment("acme:CorporateMember", Q1, "-22000000:-6"))
                .breakdowns())
        .containsExactly("revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and corporate -22000000");
  }

  @Test
  void aCorporateMemberOfTheGeographicalAxisIsARemainder() {
    assertThat(
            read(InstanceBuilder.instance()
                    .fact(Q1, "100000000:-3")
                    .region("country:US", Q1, "60000000:-3")
                    .region("country:JP", Q1, "38000000:-3")
                    .region("acme:UnallocatedMember", Q1, "2000000:-3"))
                .breakdowns())
        .containsExactly("revenue 2023-Q1 JP+US and unallocated 2000000");
  }

  @Test
  void moreThanThreeRemaindersProveNothing() {
    InstanceBuilder three = regions(InstanceBuilder.instance(), Q1, 1344, 825, 297);
    for (String member : List.of("Beer", "Bread", "Butter")) {
      three.segment("acme:" + member + "Member", Q1, "74000000:-6");
    }
    assertThat(read(three).breakdowns())
        .containsExactly(
            "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and beer 74000000 and bread 74000000"
                + " and butter 74000000");
    InstanceBuilder four = regions(InstanceBuilder.instance(), Q1, 1418, 825, 297);
    for (String member : List.of("Beer", "Bread", "Butter", "Biscuits")) {
      four.segment("acme:" + member + "Member", Q1, "74000000:-6");
    }
    assertThat(read(four).breakdowns()).isEmpty();
  }

  @Test
  void aMemberThatIsAlwaysZeroOrTheWholeIsNoRemainder() {
    assertThat(
            read(withClouds()
                    .segment("acme:CorporateMember", Q1, "0:-6")
                    .segment("acme:EntireBusinessMember", Q1, "1344000000:-6"))
                .breakdowns())
        .containsExactly(
            "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and cloud_services 222000000");
  }

  @Test
  void aDerivedQuarterHasTheRemaindersOfItsOperands() {
    read(
        "0000000042-23-000003",
        "2023-10-20",
        withClouds(InstanceBuilder.instance(), NINE_MONTHS, 4000, 2500, 900, 600));
    ContentsView year =
        read(
            "0000000042-24-000001",
            "2024-02-01",
            withClouds(InstanceBuilder.instance(), YEAR, 5500, 3400, 1250, 850));
    assertThat(year.breakdowns())
        .containsExactly(
            "revenue 2023-Q4 INTERNATIONAL+NORTH_AMERICA and cloud_services 250000000");
    assertThat(year.reading().documents().getFirst().breakdowns().getFirst().row().remainders())
        .first()
        .satisfies(one -> {
          assertThat(one.name()).isEqualTo("Cloud Services");
          assertThat(one.derivation()).get().asString().contains("the year to 2023-12-31");
        });
  }

  @Test
  void aDerivedQuarterDoesntDivideIfItsOperandsHaveOtherRemainders() {
    read(
        "0000000042-23-000003",
        "2023-10-20",
        withClouds(InstanceBuilder.instance(), NINE_MONTHS, 4000, 2500, 900, 600));
    assertThat(
            read(
                    "0000000042-24-000001",
                    "2024-02-01",
                    regions(InstanceBuilder.instance(), YEAR, 5500, 3400, 1250)
                        .segment("acme:DevicesMember", YEAR, "850000000:-6"))
                .breakdowns())
        .isEmpty();
  }

  private static final String HEDGING = "us-gaap:GainLossOnHedgingActivity";
  private static final String REVENUES = "us-gaap:Revenues";

  private static InstanceBuilder withItem(
      InstanceBuilder instance, String time, int whole, String concept, String item) {
    return regions(instance, time, whole, 700, 300)
        .of(concept)
        .fact(time, item + "000000:-6")
        .of(REVENUES);
  }

  @Test
  void gainsFromHedgingThatFitInTwoPeriodsAreARemainder() {
    InstanceBuilder instance = withItem(InstanceBuilder.instance(), Q1, 1040, HEDGING, "40");
    assertThat(read(withItem(instance, Q1_BEFORE, 999, HEDGING, "-1")).breakdowns())
        .containsExactly(
            "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and gain_loss_on_hedging_activity"
                + " 40000000",
            "revenue 2022-Q1 INTERNATIONAL+NORTH_AMERICA and gain_loss_on_hedging_activity"
                + " -1000000");
  }

  @Test
  void inOnePeriodGainsFromHedgingProveNothing() {
    assertThat(read(withItem(InstanceBuilder.instance(), Q1, 1040, HEDGING, "40")).breakdowns())
        .isEmpty();
  }

  @Test
  void gainsFromHedgingThatDontFitInOneOfTheirPeriodsProveNothing() {
    InstanceBuilder instance = withItem(InstanceBuilder.instance(), Q1, 1040, HEDGING, "40");
    withItem(instance, Q1_BEFORE, 1020, HEDGING, "20");
    assertThat(read(withItem(instance, "2022-01-01/2022-12-31", 1100, HEDGING, "50")).breakdowns())
        .isEmpty();
  }

  @Test
  void inOnePeriodGainsFromHedgingAreARemainderIfTheDefinitionLinkbaseHasThemInATableOfRevenue() {
    acme.with(
        new Linkbases(
            ElementLabels.NONE,
            new MemberHierarchy(
                Map.of(
                    QualifiedName.parse(HEDGING).orElseThrow(),
                    Set.of(new QualifiedName("us-gaap", "DisaggregationOfRevenueLineItems"))))));
    assertThat(read(withItem(InstanceBuilder.instance(), Q1, 1040, HEDGING, "40")).breakdowns())
        .containsExactly(
            "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and gain_loss_on_hedging_activity"
                + " 40000000");
  }

  private static final String TERMINATION = "acme:ContentLicenseEarlyTermination";

  @Test
  void inOnePeriodAReductionOfRevenueIsARemainderByItsName() {
    for (String sign : List.of("", "-")) {
      assertThat(
              read(withItem(InstanceBuilder.instance(), Q1, 960, TERMINATION, sign + "40"))
                  .breakdowns())
          .containsExactly(
              "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and content_license_early_termination"
                  + " -40000000");
    }
  }

  @Test
  void aReductionThatDoesntFitInOneOfItsPeriodsProvesNothing() {
    InstanceBuilder instance = withItem(InstanceBuilder.instance(), Q1, 960, TERMINATION, "40");
    assertThat(read(withItem(instance, Q1_BEFORE, 990, TERMINATION, "20")).breakdowns()).isEmpty();
  }

  @Test
  void aReductionOfZeroIsNoPartOfItsQuarter() {
    InstanceBuilder instance = withItem(InstanceBuilder.instance(), Q1, 960, TERMINATION, "40");
    assertThat(read(withItem(instance, Q1_BEFORE, 1000, TERMINATION, "0")).breakdowns())
        .contains("revenue 2022-Q1 INTERNATIONAL+NORTH_AMERICA");
  }

  @Test
  void aReductionOfCostsIsNoRemainder() {
    String costs = "acme:ReductionOfCostOfSales";
    assertThat(read(withItem(InstanceBuilder.instance(), Q1, 960, costs, "40")).breakdowns())
        .isEmpty();
  }

  @Test
  void regionsOfAllSegmentsMayMissTheWholeByAReduction() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      instance
          .fact(time, (time.equals(Q1) ? 860 : 900) + "000000:-6")
          .segment("acme:MediaMember", time, "600000000:-6")
          .segment("acme:ParksMember", time, "300000000:-6")
          .segment("acme:TotalSegmentsMember", time, "900000000:-6");
      for (String region : List.of("US 500", "JP 400")) {
        instance.fact(
            time,
            region.substring(3) + "000000:-6",
            "us-gaap:StatementBusinessSegmentsAxis=acme:TotalSegmentsMember",
            "srt:StatementGeographicalAxis=country:" + region.substring(0, 2));
      }
    }
    assertThat(read(instance.of(TERMINATION).fact(Q1, "40000000:-6")).breakdowns())
        .containsExactlyInAnyOrder(
            "revenue 2023-Q1 JP+US and content_license_early_termination -40000000",
            "revenue 2022-Q1 JP+US");
  }

  private static final String MATTER = "acme:PowderMetalMatterAxis=acme:PowderMetalMatterMember";

  /** Regions of 1,000m of operating segments, eliminations, and a matter that is told apart. */
  private static InstanceBuilder withMatter(int whole, int matter) {
    String axis = "srt:ConsolidationItemsAxis=";
    String operating = axis + "us-gaap:OperatingSegmentsMember";
    String geography = "srt:StatementGeographicalAxis=";
    return InstanceBuilder.instance()
        .fact(Q1, whole + "000000:-6")
        .fact(Q1, "-30000000:-6", axis + "us-gaap:IntersegmentEliminationMember")
        .fact(Q1, "700000000:-6", operating, geography + "country:US")
        .fact(Q1, "300000000:-6", operating, geography + "srt:EuropeMember")
        .fact(Q1, matter + "000000:-6", MATTER, geography + "acme:OtherMember");
  }

  @Test
  void inOnePeriodAMatterThatReducesRevenueIsARemainder() {
    assertThat(read(withMatter(960, -40)).breakdowns())
        .containsExactly("revenue 2023-Q1 EUROPE+US and powder_metal_matter -40000000");
  }

  @Test
  void inOnePeriodAMatterAboveZeroProvesNothing() {
    assertThat(read(withMatter(1040, 40)).breakdowns()).isEmpty();
  }

  @Test
  void oneOfTheMembersOfAnAxisIsNoMatter() {
    InstanceBuilder instance =
        withMatter(960, -40)
            .fact(Q1, "-50000000:-6", "acme:PowderMetalMatterAxis=acme:OtherMatterMember");
    assertThat(read(instance).breakdowns()).isEmpty();
  }

  @Test
  void aFactThatHappensToHaveTheSizeOfTheGapIsNoRemainder() {
    String other = "us-gaap:RevenueFromRelatedParties";
    InstanceBuilder instance = withItem(InstanceBuilder.instance(), Q1, 1040, other, "40");
    assertThat(read(withItem(instance, Q1_BEFORE, 1020, other, "20")).breakdowns()).isEmpty();
  }

  @Test
  void whatTheConsolidationAxisGivesToNoSegmentIsARemainder() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      regions(instance, time, 990, 700, 300)
          .fact(
              time, "-10000000:-6", "srt:ConsolidationItemsAxis=us-gaap:CorporateNonSegmentMember");
    }
    ContentsView filing = read(instance);
    assertThat(filing.breakdowns())
        .contains("revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA and corporate -10000000");
    assertThat(filing.leftOut(LeftOutReason.FURTHER_DIMENSION)).isZero();
  }

  @Test
  void aPeriodThatDoesntTellTheRemainderIsJudgedByItsRegionsAlone() {
    InstanceBuilder instance = withItem(InstanceBuilder.instance(), Q1, 1040, HEDGING, "40");
    withItem(instance, Q1_BEFORE, 1020, HEDGING, "20");
    String second = "2022-04-01/2022-06-30";
    assertThat(read(regions(instance, second, 1000, 700, 300)).breakdowns())
        .hasSize(3)
        .contains("revenue 2022-Q2 INTERNATIONAL+NORTH_AMERICA");
  }

  @Test
  void ofSegmentsThatMakeUpTheWholeThoseWithAPlaceInTheirNamesAreRegions() {
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(Q1, "1000000000:-6")
            .segment("acme:USMarketMember", Q1, "500000000:-6")
            .segment("acme:InternationalOperatedMarketsMember", Q1, "300000000:-6")
            .segment("acme:InternationalLicensedMarketsAndCorporateMember", Q1, "200000000:-6");
    assertThat(read(instance).breakdowns())
        .containsExactly(
            "revenue 2023-Q1 INTERNATIONAL_LICENSED_MARKETS_AND_CORPORATE"
                + "+INTERNATIONAL_OPERATED_MARKETS+US");
  }

  @Test
  void segmentsThatTwoTablesReportCountOnce() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String table : List.of("first", "second")) {
      instance
          .id(table)
          .fact(Q1, "1000000000:-6")
          .segment("acme:UnitedStatesSegmentMember", Q1, "500000000:-6")
          .segment("acme:InternationalSegmentMember", Q1, "300000000:-6")
          .segment("acme:USHealthcareMember", Q1, "200000000:-6");
    }
    assertThat(read(instance).breakdowns())
        .containsExactly("revenue 2023-Q1 INTERNATIONAL+UNITED_STATES_SEGMENT+US_HEALTHCARE");
  }

  /** Regions of the main brand, another brand and Corporate, which make up the whole. */
  private static InstanceBuilder brands() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      String operating = "srt:ConsolidationItemsAxis=us-gaap:OperatingSegmentsMember";
      String brand = "us-gaap:StatementBusinessSegmentsAxis=acme:MainBrandMember";
      instance
          .fact(time, "1058000000:-6")
          .fact(time, "1000000000:-6", operating, brand)
          .fact(
              time,
              "60000000:-6",
              operating,
              "us-gaap:StatementBusinessSegmentsAxis=acme:OtherBrandMember")
          .fact(time, "-2000000:-6", "srt:ConsolidationItemsAxis=us-gaap:CorporateNonSegmentMember")
          .fact(time, "700000000:-6", operating, brand, "us-gaap:SubsegmentsAxis=country:US")
          .fact(time, "300000000:-6", operating, brand, "us-gaap:SubsegmentsAxis=country:JP");
    }
    return instance;
  }

  @Test
  void otherSegmentsAreTheRemainderBesideTheRegionsOfOne() {
    assertThat(read(brands()).breakdowns())
        .contains("revenue 2023-Q1 JP+US and corporate -2000000 and other_brand 60000000");
  }

  @Test
  void someOfTheOtherSegmentsAreNoRemainder() {
    InstanceBuilder instance = brands();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      instance.fact(time, "5000000:-6", "srt:ConsolidationItemsAxis=acme:ReconcilingItemsMember");
    }
    assertThat(read(instance).rows("revenue"))
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 1058000000 USD", "revenue WORLD 2022-Q1 1058000000 USD");
  }
}
