package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the facts of an instance mean, rule by rule. */
class FilingReaderTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String GEOGRAPHY = "srt:StatementGeographicalAxis=";
  private static final String SEGMENT = "us-gaap:StatementBusinessSegmentsAxis=";
  private static final String PRODUCT = "srt:ProductOrServiceAxis=";
  private static final String OPERATING =
      "srt:ConsolidationItemsAxis=us-gaap:OperatingSegmentsMember";
  private static final Filing FILING =
      FilingSequence.filing(
          InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");

  private static ContentsView said(InstanceBuilder instance) {
    return new ContentsView(FilingSequence.acme().read(FILING, instance));
  }

  private static Metric metric(String id, MetricKind kind, Dimension dimension, String unit) {
    return new Metric(
        id,
        id,
        kind,
        dimension,
        new Unit(unit),
        Optional.empty(),
        false,
        Optional.empty(),
        LocalDate.EPOCH);
  }

  private static Region region(String id, String... aliases) {
    return new Region(id, id, List.of(aliases), List.of(), Optional.empty(), LocalDate.EPOCH);
  }

  @Test
  void theFactWithoutDimensionsIsTheWorlds() {
    assertThat(said(InstanceBuilder.instance().fact(Q1, "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
  }

  private static final String CONTRACTS =
      "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";

  @Test
  void theWholeIsTheLargestTotalAndAPartWithRegionsIsAMetricOfItsOwn() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .of(CONTRACTS)
                .fact(Q1, "8000:-3")
                .region("country:JP", Q1, "5000:-3")
                .of("us-gaap:Revenues")
                .fact(Q1, "9000:-3"));
    assertThat(said.rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue-from-contracts WORLD 2023-Q1 8000 USD",
            "revenue-from-contracts JP 2023-Q1 5000 USD");
    assertThat(said.metrics())
        .anyMatch(metric -> metric.contains("Revenue from contracts with customers"));
  }

  @Test
  void aSmallerTotalWithoutRegionsIsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .of(CONTRACTS)
                .fact(Q1, "8000:-3")
                .of("us-gaap:Revenues")
                .fact(Q1, "9000:-3"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOutReason.OTHER_CONCEPT)).isEqualTo(1);
  }

  @Test
  void revenueNetOfInterestExpenseIsTheTopLineOfABank() {
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .of("us-gaap:RevenuesNetOfInterestExpense")
                    .fact(Q1, "7000:-3"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 7000 USD");
  }

  @Test
  void aTotalThatHoldsOtherIncomeIsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "48896:0")
                .of(CONTRACTS)
                .fact(Q1, "47216:0")
                .of("acme:EquityMethodInvestmentIncome")
                .fact(Q1, "1240:0")
                .of("acme:NonoperatingIncome")
                .fact(Q1, "440:0"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 47216 USD");
    assertThat(said.leftOut(LeftOutReason.OTHER_INCOME)).isEqualTo(1);
  }

  @Test
  void anyConceptThatEqualsTotalRevenueTellsRegions() {
    String before = "2022-01-01/2022-03-31";
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .fact(before, "8000:-3")
                    .of("acme:RevenueForReportableSegments")
                    .fact(Q1, "9000:-3")
                    .fact(before, "8000:-3")
                    .segment("acme:JapanMember", Q1, "5000:-3"))
                .rows())
        .contains("revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aConceptThatIsntKnownToEqualRevenueTellsNothing() {
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .of("acme:RevenueForReportableSegments")
                    .fact(Q1, "9000:-3")
                    .segment("acme:JapanMember", Q1, "5000:-3"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
  }

  @Test
  void aQuarterUnderAnotherConceptThanTheYearIsTold() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .of(CONTRACTS)
                .fact("2022-01-01/2022-12-31", "40000:-3")
                .of("us-gaap:Revenues")
                .fact("2022-10-01/2022-12-31", "11000:-3"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2022-Q4 11000 USD");
  }

  @Test
  void theWholeMayBeOfAnotherConceptThanTheRegions() {
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax")
                    .region("country:JP", Q1, "5000:-3"))
                .rows())
        .containsExactlyInAnyOrder("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aFactWithAFurtherDimensionIsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(
                    Q1,
                    "5000:-3",
                    GEOGRAPHY + "country:JP",
                    "us-gaap:MajorCustomersAxis=acme:BigMember"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(1);
  }

  @Test
  void theOlderAxesAreReadToo() {
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "5000:-3", "us-gaap:StatementGeographicalAxis=country:JP")
                    .fact(
                        Q1,
                        "4000:-3",
                        "us-gaap:SegmentReportingInformationBySegmentAxis=acme:EuropeMember"))
                .rows())
        .containsExactly("revenue JP 2023-Q1 5000 USD", "revenue EUROPE 2023-Q1 4000 USD");
  }

  @Test
  void aSegmentThatIsNoRegionIsLeftOut() {
    ContentsView said =
        said(InstanceBuilder.instance().segment("acme:ServicesSegmentMember", Q1, "5000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.SEGMENT_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void eliminationsOnTheGeographicalAxisAreNoRegion() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .region("us-gaap:IntersegmentEliminationMember", Q1, "5000:-3"));
    assertThat(said.leftOut(LeftOutReason.MEMBER_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void allSegmentsTogetherAreReadThroughBesideARegionOnly() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "5000:-3", SEGMENT + "acme:JapanSegmentMember", OPERATING)
                .fact(Q1, "7000:-3", OPERATING));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(said.leftOut(LeftOutReason.SEGMENTS_TOGETHER)).isEqualTo(1);
  }

  @Test
  void aConcentrationOfRiskByGeographyIsReadThrough() {
    String type = "us-gaap:ConcentrationRiskByTypeAxis=us-gaap:GeographicConcentrationRiskMember";
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .fact(Q1, "9000:-3", type)
                    .fact(Q1, "5000:-3", type, GEOGRAPHY + "country:JP"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aConcentrationOfRiskByAnythingElseIsAPart() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(
                    Q1,
                    "5000:-3",
                    "us-gaap:ConcentrationRiskByTypeAxis=us-gaap:CustomerConcentrationRiskMember",
                    GEOGRAPHY + "country:JP"));
    assertThat(said.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(1);
  }

  @Test
  void aSegmentThatEqualsTheWholeIsReadThrough() {
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .segment("acme:TotalSegmentsMember", Q1, "9000:-3")
                    .segment("acme:MediaMember", Q1, "6000:-3")
                    .fact(
                        Q1,
                        "5000:-3",
                        SEGMENT + "acme:TotalSegmentsMember",
                        GEOGRAPHY + "country:JP")
                    .fact(Q1, "4000:-3", SEGMENT + "acme:MediaMember", GEOGRAPHY + "country:JP"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aSegmentIsReadThroughOnlyInPeriodsInWhichItEqualsTheWhole() {
    String before = "2022-01-01/2022-03-31";
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(before, "8000:-3")
                .segment("acme:SearchMember", Q1, "9000:-3")
                .segment("acme:SearchMember", before, "7000:-3")
                .fact(Q1, "5000:-3", SEGMENT + "acme:SearchMember", GEOGRAPHY + "country:JP")
                .fact(before, "4000:-3", SEGMENT + "acme:SearchMember", GEOGRAPHY + "country:JP"));
    assertThat(said.rows())
        .contains("revenue JP 2023-Q1 5000 USD")
        .doesNotContain("revenue JP 2022-Q1 4000 USD");
  }

  @Test
  void anAxisOfTheCompanysOwnWhoseMembersArePlacesIsGeographical() {
    assertThat(
            said(InstanceBuilder.instance()
                    .fact(Q1, "5000:-3", "acme:PrimaryMarketsAxis=country:JP")
                    .fact(Q1, "4000:-3", "acme:PrimaryMarketsAxis=srt:EuropeMember"))
                .rows())
        .containsExactly("revenue JP 2023-Q1 5000 USD", "revenue EUROPE 2023-Q1 4000 USD");
  }

  @Test
  void ofTwoDivisionsByGeographyTheStandardAxisIsTaken() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .region("country:JP", Q1, "6000:-3")
                .fact(Q1, "5000:-3", "acme:GeographicalOriginAxis=country:JP")
                .fact(Q1, "4000:-3", "acme:GeographicalOriginAxis=srt:EuropeMember"));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 6000 USD");
    assertThat(said.leftOut(LeftOutReason.OTHER_AXIS)).isEqualTo(2);
  }

  @Test
  void segmentsBeforeEliminationsAreNoRevenue() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .segment("acme:JapanMember", Q1, "6000:-3")
                .segment("acme:EuropeMember", Q1, "7000:-3")
                .segment("us-gaap:IntersegmentEliminationMember", Q1, "-4000:-3"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isEqualTo(2);
  }

  @Test
  void operatingSegmentsBeforeEliminationsAreNoRevenueEither() {
    String eliminations = "srt:ConsolidationItemsAxis=us-gaap:IntersegmentEliminationMember";
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(Q1, "6000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(Q1, "-4000:-3", eliminations));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isEqualTo(2);
  }

  @Test
  void segmentsLessTheirEliminationsAreRevenueIfBothAreToldByRegionAndAddUp() {
    String eliminations = "srt:ConsolidationItemsAxis=srt:GeographyEliminationsMember";
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000000:-3")
                .fact(Q1, "6000000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(Q1, "-1500000:-3", GEOGRAPHY + "country:JP", eliminations)
                .fact(Q1, "-2500000:-3", GEOGRAPHY + "srt:EuropeMember", eliminations));
    assertThat(said.derived())
        .containsExactlyInAnyOrder(
            "revenue JP 2023-Q1 4500000 USD, 4499000 to 4501000, by sec-0000000042-23-000001",
            "revenue EUROPE 2023-Q1 4500000 USD, 4499000 to 4501000, by sec-0000000042-23-000001");
    assertThat(said.derivation("JP"))
        .isEqualTo("operating segments 6000000 less eliminations 1500000, both of this filing");
    assertThat(said.breakdowns()).containsExactly("revenue 2023-Q1 EUROPE+JP");
  }

  @Test
  void segmentsLessEliminationsThatDontAddUpAreLeftOut() {
    String eliminations = "srt:ConsolidationItemsAxis=srt:GeographyEliminationsMember";
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000000:-3")
                .fact(Q1, "6000000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(Q1, "-1500000:-3", GEOGRAPHY + "country:JP", eliminations)
                .fact(Q1, "-2000000:-3", GEOGRAPHY + "srt:EuropeMember", eliminations));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000000 USD");
    assertThat(said.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isEqualTo(2);
  }

  @Test
  void segmentsThatAddUpToTheWholeAreRevenueWhateverIsEliminatedBetweenOthers() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "13000:-3")
                .fact(Q1, "6000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(
                    Q1,
                    "-4000:-3",
                    "srt:ConsolidationItemsAxis=us-gaap:IntersegmentEliminationMember"));
    assertThat(said.rows())
        .contains("revenue JP 2023-Q1 6000 USD", "revenue EUROPE 2023-Q1 7000 USD");
  }

  @Test
  void aFactWithoutTheConsolidationAxisGoesBeforeOneWithIt() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "5100:-2", SEGMENT + "acme:JapanSegmentMember", OPERATING)
                .fact(Q1, "5000:-2", SEGMENT + "acme:JapanSegmentMember"));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(said.notes()).isEmpty();
  }

  @Test
  void aRegionOnBothAxesIsTheGeographicalOnes() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .segment("acme:JapanMember", Q1, "6000:-3")
                .region("country:JP", Q1, "5000:-3"));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(said.leftOut(LeftOutReason.OTHER_AXIS)).isEqualTo(1);
  }

  @Test
  void aRegionWithinARegionIsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "5000:-3", SEGMENT + "acme:AsiaMember", GEOGRAPHY + "country:JP"));
    assertThat(said.leftOut(LeftOutReason.TWO_REGIONS)).isEqualTo(1);
  }

  @Test
  void aProductBesideARegionIsAMetricOfItsOwn() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(Q1, "7000:-3", PRODUCT + "acme:CloudServicesMember")
                .fact(Q1, "5000:-3", PRODUCT + "acme:CloudServicesMember", GEOGRAPHY + "country:JP")
                .fact(Q1, "2000:-3", PRODUCT + "acme:HardwareMember"));
    assertThat(said.rows())
        .containsExactly(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue-cloud-services WORLD 2023-Q1 7000 USD",
            "revenue-cloud-services JP 2023-Q1 5000 USD");
    assertThat(said.metrics().getLast()).contains("\"name\":\"Cloud services revenue\"");
    assertThat(said.leftOut(LeftOutReason.PRODUCT_WITHOUT_REGION)).isEqualTo(1);
  }

  @Test
  void theSameFactTwiceIsOne() {
    ContentsView said = said(InstanceBuilder.instance().fact(Q1, "9000:-3").fact(Q1, "9000:-3"));
    assertThat(said.rows()).hasSize(1);
    assertThat(said.reading().leftOut()).isEmpty();
  }

  @Test
  void ofFactsThatAgreeWithinRoundingTheMostPreciseIsTaken() {
    assertThat(said(InstanceBuilder.instance().fact(Q1, "9000:-3").fact(Q1, "8765:0")).rows())
        .containsExactly("revenue WORLD 2023-Q1 8765 USD");
  }

  @Test
  void ofFactsThatDifferNoneIsPicked() {
    ContentsView said = said(InstanceBuilder.instance().fact(Q1, "9000:-3").fact(Q1, "7000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.notes()).containsExactly("facts-differ");
    assertThat(said.leftOut(LeftOutReason.FACTS_DIFFER)).isEqualTo(2);
  }

  @Test
  void dollarsAndEurosDontMix() {
    assertThat(
            said(InstanceBuilder.instance().fact(Q1, "9000:-3").in("eur").fact(Q1, "8000:-3"))
                .rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD", "revenue WORLD 2023-Q1 8000 EUR");
  }

  @Test
  void sharesPercentsAndDollarsAShareAreNotRevenue() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .in("shares")
                .region("country:JP", Q1, "5:0")
                .in("pure")
                .region("country:JP", Q1, "0.5:2")
                .in("usdPerShare")
                .region("country:JP", Q1, "2:2"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOutReason.OTHER_UNIT)).isEqualTo(3);
  }

  @Test
  void nilFactsSayNothing() {
    ContentsView said =
        said(InstanceBuilder.instance().raw(Q1, "unitRef='usd' xsi:nil='true'", "", ""));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.NIL)).isEqualTo(1);
  }

  @Test
  void revenueBelowZeroIsLeftOut() {
    ContentsView said = said(InstanceBuilder.instance().fact(Q1, "-9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.NEGATIVE)).isEqualTo(1);
  }

  @Test
  void aFactWithoutDecimalsIsLeftOut() {
    ContentsView said = said(InstanceBuilder.instance().raw(Q1, "unitRef='usd'", "9000", ""));
    assertThat(said.leftOut(LeftOutReason.NO_DECIMALS)).isEqualTo(1);
  }

  @Test
  void aTextWhereANumberShouldBeIsLeftOut() {
    ContentsView said =
        said(InstanceBuilder.instance().raw(Q1, "unitRef='usd' decimals='0'", "many", ""));
    assertThat(said.leftOut(LeftOutReason.NOT_A_NUMBER)).isEqualTo(1);
  }

  @Test
  void anotherEntitysFactsAreLeftOut() {
    ContentsView said = said(InstanceBuilder.instance().by("0000000043").fact(Q1, "9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.OTHER_ENTITY)).isEqualTo(1);
  }

  @Test
  void exactFactsAreExact() {
    FilingContents reading =
        FilingSequence.acme().read(FILING, InstanceBuilder.instance().fact(Q1, "9000:INF"));
    assertThat(DocumentJson.of(reading.documents().getFirst()))
        .contains("\"value\":9000,\"decimals\":\"INF\"");
  }

  @Test
  void monthsAreNoQuarter() {
    ContentsView said = said(InstanceBuilder.instance().fact("2023-01-01/2023-01-31", "9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aFiscalQuarterIsNamedByItsPlaceInTheFiscalYear() {
    assertThat(said(InstanceBuilder.instance().fact("2022-12-25/2023-03-25", "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(
            said(InstanceBuilder.instance()
                    .fiscalYearEnd("--08-31")
                    .fact("2022-11-21/2023-02-12", "9000:-3")
                    .fact("2022-08-29/2022-11-20", "8000:-3"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue WORLD 2022-Q4 8000 USD");
  }

  @Test
  void daysThatAreNoQuarterOfTheFiscalYearAreLeftOut() {
    ContentsView said = said(InstanceBuilder.instance().fact("2022-11-16/2023-02-15", "9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.PLACE_UNKNOWN)).isEqualTo(1);
  }

  @Test
  void aQuarterWhosePlaceTheYearToDateContradictsIsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact("2022-07-01/2023-03-31", "27000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.PLACE_UNKNOWN)).isEqualTo(1);
  }

  @Test
  void aQuarterOfAHundredAndOneDaysIsLeftOut() {
    ContentsView said = said(InstanceBuilder.instance().fact("2022-12-21/2023-03-31", "9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aTimeThatEndsAfterTheDayOfFilingIsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact("2123-01-01/2123-03-31", "9000:-3"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOutReason.AFTER_FILING)).isEqualTo(1);
  }

  @Test
  void aTimeBefore1900IsLeftOut() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact("1023-01-01/1023-03-31", "9000:-3"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOutReason.BEFORE_1900)).isEqualTo(1);
  }

  @Test
  void figuresOfAYearOrSeveralQuartersAreCounted() {
    ContentsView said =
        said(
            InstanceBuilder.instance()
                .fact("2022-01-01/2022-12-31", "40000:-3")
                .region("country:JP", "2022-01-01/2022-12-31", "20000:-3")
                .fact("2022-07-01/2022-12-31", "20000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOutReason.YEAR)).isEqualTo(2);
    assertThat(said.leftOut(LeftOutReason.SEVERAL_QUARTERS)).isEqualTo(1);
  }

  @Test
  void aStockIsOfTheQuarterThatEndsOnItsDay() {
    WantedMetric shops =
        WantedMetric.of(
            "shops",
            Optional.of("Shops"),
            "stock",
            List.of("acme:Shops"),
            Map.of(),
            Optional.of(new Unit("shops")),
            false);
    ContentsView said =
        new ContentsView(
            FilingSequence.acme()
                .wanting(shops)
                .read(
                    FilingSequence.filing(
                        InstanceBuilder.CIK,
                        "0000000042-23-000002",
                        "10-Q",
                        "2023-07-30",
                        "2023-07-01"),
                    InstanceBuilder.instance()
                        .fact("2023-04-02/2023-07-01", "9000:-3")
                        .of("acme:Shops")
                        .in("things")
                        .region("country:JP", "2023-07-01", "12:0")
                        .region("country:JP", "2023-07-20", "13:0")));
    assertThat(said.rows("shops")).containsExactly("shops JP 2023-Q2 12 shops");
    assertThat(said.leftOut(LeftOutReason.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aMetricThatIsKnownAsSomethingElseIsLeftAlone() {
    Definitions known =
        Definitions.NONE.with(metric("revenue", MetricKind.STOCK, Dimension.MONEY, "USD"));
    ContentsView said =
        new ContentsView(
            FilingSequence.acme()
                .knowing(Definitions.NONE, known)
                .read(FILING, InstanceBuilder.instance().fact(Q1, "9000:-3")));
    assertThat(said.rows()).isEmpty();
    assertThat(said.notes()).containsExactly("metric-differs");
  }

  @Test
  void whatIsKnownIsNotDefinedAgain() {
    Definitions common =
        Definitions.NONE.with(metric("revenue", MetricKind.FLOW, Dimension.MONEY, "USD"));
    ContentsView said =
        new ContentsView(
            FilingSequence.acme()
                .knowing(Definitions.NONE.with(region("EMEA")), common)
                .read(
                    FILING,
                    InstanceBuilder.instance().region("us-gaap:EMEAMember", Q1, "5000:-3")));
    assertThat(said.metrics()).isEmpty();
    assertThat(said.regions()).isEmpty();
  }

  @Test
  void aCodeThatIsAnAliasIsTheRegionThatHasIt() {
    Definitions own = Definitions.NONE.with(region("UCAN", "UNITED_STATES_AND_CANADA"));
    ContentsView said =
        new ContentsView(
            FilingSequence.acme()
                .knowing(own, Definitions.NONE)
                .read(
                    FILING,
                    InstanceBuilder.instance()
                        .region("acme:UnitedStatesAndCanadaMember", Q1, "5000:-3")));
    assertThat(said.rows()).containsExactly("revenue UCAN 2023-Q1 5000 USD");
    assertThat(said.regions()).isEmpty();
  }

  @Test
  void whatIsReadIsTakenIn() {
    FilingSequence acme = FilingSequence.acme();
    FilingContents reading =
        acme.read(
            FILING,
            InstanceBuilder.instance()
                .fact(Q1, "9000000:-3")
                .region("country:US", Q1, "5000000:-3")
                .region("us-gaap:NonUsMember", Q1, "4000000:-3")
                .region("stpr:CA", Q1, "1000000:INF")
                .in("eur")
                .region("acme:CAMember", Q1, "2000000:-3")
                .fact(Q1, "1:0", PRODUCT + "acme:CloudMember", GEOGRAPHY + "country:JP"));
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    FilingSequence.takeIn(reading, wiring);
    try (Service service = new Service(wiring)) {
      assertThat(
              service
                  .get(
                      "/v1/comparisons/regions?company=acme&metric=revenue&region=NON_US,US&period=2023-Q1")
                  .at("/rows/0/value/value")
                  .decimalValue())
          .isEqualByComparingTo("4000000");
    }
  }
}
