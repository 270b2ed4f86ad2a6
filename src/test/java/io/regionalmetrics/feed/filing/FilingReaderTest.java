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
import io.regionalmetrics.samples.DocumentJson;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the facts of an instance are read, rule by rule. */
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

  private static ContentsView contentsOf(InstanceBuilder instance) {
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
  void aFactWithoutDimensionsIsOfTheWorld() {
    assertThat(contentsOf(InstanceBuilder.instance().fact(Q1, "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
  }

  private static final String CONTRACTS =
      "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";

  @Test
  void theWholeIsTheLargestTotalAndAPartWithRegionsIsAMetricOfItsOwn() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .of(CONTRACTS)
                .fact(Q1, "8000:-3")
                .region("country:JP", Q1, "5000:-3")
                .of("us-gaap:Revenues")
                .fact(Q1, "9000:-3"));
    assertThat(contents.rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue-from-contracts WORLD 2023-Q1 8000 USD",
            "revenue-from-contracts JP 2023-Q1 5000 USD");
    assertThat(contents.metrics())
        .anyMatch(metric -> metric.contains("Revenue from contracts with customers"));
  }

  @Test
  void aSmallerTotalWithoutRegionsIsLeftOut() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .of(CONTRACTS)
                .fact(Q1, "8000:-3")
                .of("us-gaap:Revenues")
                .fact(Q1, "9000:-3"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(contents.leftOut(LeftOutReason.OTHER_CONCEPT)).isEqualTo(1);
  }

  @Test
  void revenueNetOfInterestExpenseIsTheTopLineOfABank() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "9000:-3")
                        .of("us-gaap:RevenuesNetOfInterestExpense")
                        .fact(Q1, "7000:-3"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 7000 USD");
  }

  @Test
  void aTotalThatHoldsOtherIncomeIsLeftOut() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "48896:0")
                .of(CONTRACTS)
                .fact(Q1, "47216:0")
                .of("acme:EquityMethodInvestmentIncome")
                .fact(Q1, "1240:0")
                .of("acme:NonoperatingIncome")
                .fact(Q1, "440:0"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q1 47216 USD");
    assertThat(contents.leftOut(LeftOutReason.OTHER_INCOME)).isEqualTo(1);
  }

  @Test
  void membershipAndOtherIncomeIsRevenue() {
    InstanceBuilder walmart =
        InstanceBuilder.instance()
            .fact(Q1, "161632:0")
            .of(CONTRACTS)
            .fact(Q1, "160280:0")
            .of("acme:MembershipAndOtherIncome")
            .fact(Q1, "1352:0");
    assertThat(contentsOf(walmart).rows()).containsExactly("revenue WORLD 2023-Q1 161632 USD");
  }

  @Test
  void otherIncomeThatOperatingIncomeIncludesIsRevenue() {
    InstanceBuilder walmart =
        InstanceBuilder.instance()
            .fact(Q1, "161632:0")
            .of(CONTRACTS)
            .fact(Q1, "160280:0")
            .of("us-gaap:OtherIncome")
            .fact(Q1, "1352:0")
            .of("us-gaap:CostOfRevenue")
            .fact(Q1, "121850:0")
            .of("us-gaap:SellingGeneralAndAdministrativeExpense")
            .fact(Q1, "32466:0")
            .of("us-gaap:OperatingIncomeLoss")
            .fact(Q1, "7316:0");
    assertThat(contentsOf(walmart).rows()).containsExactly("revenue WORLD 2023-Q1 161632 USD");
  }

  @Test
  void gainsOnDisposalsAreNoRevenueEvenIfOperatingIncomeIncludesThem() {
    InstanceBuilder refiner =
        InstanceBuilder.instance()
            .fact(Q1, "36824:0")
            .of(CONTRACTS)
            .fact(Q1, "36617:0")
            .of("us-gaap:IncomeLossFromEquityMethodInvestments")
            .fact(Q1, "204:0")
            .of("us-gaap:GainLossOnDispositionOfAssets1")
            .fact(Q1, "3:0")
            .of("us-gaap:CostsAndExpenses")
            .fact(Q1, "33524:0")
            .of("us-gaap:OperatingIncomeLoss")
            .fact(Q1, "3300:0");
    assertThat(contentsOf(refiner).rows()).containsExactly("revenue WORLD 2023-Q1 36617 USD");
  }

  @Test
  void exciseTaxesAreNoRevenueIfRegionsAreReportedWithoutThem() {
    InstanceBuilder cigarettes =
        InstanceBuilder.instance()
            .of("us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax")
            .fact(Q1, "19000:0")
            .of("us-gaap:ExciseAndSalesTaxes")
            .fact(Q1, "11000:0")
            .of(CONTRACTS)
            .fact(Q1, "8000:0")
            .region("srt:EuropeMember", Q1, "5000:0")
            .region("srt:AmericasMember", Q1, "3000:0");
    assertThat(contentsOf(cigarettes).rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 8000 USD",
            "revenue EUROPE 2023-Q1 5000 USD",
            "revenue AMERICAS 2023-Q1 3000 USD");
  }

  @Test
  void regionsAreReadFromAnyConceptThatEqualsTotalRevenue() {
    String before = "2022-01-01/2022-03-31";
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
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
  void aConceptNotKnownToEqualRevenueIsIgnored() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "9000:-3")
                        .of("acme:RevenueForReportableSegments")
                        .fact(Q1, "9000:-3")
                        .segment("acme:JapanMember", Q1, "5000:-3"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
  }

  @Test
  void aQuarterUnderAnotherConceptThanTheYearIsRead() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .of(CONTRACTS)
                .fact("2022-01-01/2022-12-31", "40000:-3")
                .of("us-gaap:Revenues")
                .fact("2022-10-01/2022-12-31", "11000:-3"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2022-Q4 11000 USD");
  }

  @Test
  void theWholeMayBeOfAnotherConceptThanTheRegions() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "9000:-3")
                        .of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax")
                        .region("country:JP", Q1, "5000:-3"))
                .rows())
        .containsExactlyInAnyOrder("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aFactWithAFurtherDimensionIsLeftOut() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(
                    Q1,
                    "5000:-3",
                    GEOGRAPHY + "country:JP",
                    "us-gaap:MajorCustomersAxis=acme:BigMember"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(1);
  }

  @Test
  void theOlderAxesAreReadToo() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
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
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().segment("acme:ServicesSegmentMember", Q1, "5000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.SEGMENT_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void eliminationsOnTheGeographicalAxisAreNoRegion() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .region("us-gaap:IntersegmentEliminationMember", Q1, "5000:-3"));
    assertThat(contents.leftOut(LeftOutReason.MEMBER_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void theOperatingSegmentsMemberIsIgnoredOnlyIfThereIsARegion() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "5000:-3", SEGMENT + "acme:JapanSegmentMember", OPERATING)
                .fact(Q1, "7000:-3", OPERATING));
    assertThat(contents.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(contents.leftOut(LeftOutReason.SEGMENTS_TOGETHER)).isEqualTo(1);
  }

  @Test
  void aConcentrationOfRiskByGeographyIsIgnored() {
    String type = "us-gaap:ConcentrationRiskByTypeAxis=us-gaap:GeographicConcentrationRiskMember";
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "9000:-3")
                        .fact(Q1, "9000:-3", type)
                        .fact(Q1, "5000:-3", type, GEOGRAPHY + "country:JP"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aConcentrationOfRiskByAnythingElseIsAFurtherDimension() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(
                    Q1,
                    "5000:-3",
                    "us-gaap:ConcentrationRiskByTypeAxis=us-gaap:CustomerConcentrationRiskMember",
                    GEOGRAPHY + "country:JP"));
    assertThat(contents.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(1);
  }

  @Test
  void aSegmentThatEqualsTheWholeIsIgnored() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "9000:-3")
                        .segment("acme:TotalSegmentsMember", Q1, "9000:-3")
                        .segment("acme:MediaMember", Q1, "6000:-3")
                        .fact(
                            Q1,
                            "5000:-3",
                            SEGMENT + "acme:TotalSegmentsMember",
                            GEOGRAPHY + "country:JP")
                        .fact(
                            Q1, "4000:-3", SEGMENT + "acme:MediaMember", GEOGRAPHY + "country:JP"))
                .rows())
        .containsExactly(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue JP 2023-Q1 5000 USD",
            "revenue-media WORLD 2023-Q1 6000 USD",
            "revenue-media JP 2023-Q1 4000 USD");
  }

  @Test
  void aSegmentIsIgnoredOnlyInPeriodsInWhichItEqualsTheWhole() {
    String before = "2022-01-01/2022-03-31";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(before, "8000:-3")
                .segment("acme:SearchMember", Q1, "9000:-3")
                .segment("acme:SearchMember", before, "7000:-3")
                .fact(Q1, "5000:-3", SEGMENT + "acme:SearchMember", GEOGRAPHY + "country:JP")
                .fact(before, "4000:-3", SEGMENT + "acme:SearchMember", GEOGRAPHY + "country:JP"));
    assertThat(contents.rows())
        .contains("revenue JP 2023-Q1 5000 USD")
        .doesNotContain("revenue JP 2022-Q1 4000 USD");
  }

  @Test
  void anAxisOfTheCompanysOwnWhoseMembersArePlacesIsGeographical() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "5000:-3", "acme:PrimaryMarketsAxis=country:JP")
                        .fact(Q1, "4000:-3", "acme:PrimaryMarketsAxis=srt:EuropeMember"))
                .rows())
        .containsExactly("revenue JP 2023-Q1 5000 USD", "revenue EUROPE 2023-Q1 4000 USD");
  }

  @Test
  void ofTwoDivisionsByGeographyTheStandardAxisIsUsed() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .region("country:JP", Q1, "6000:-3")
                .fact(Q1, "5000:-3", "acme:GeographicalOriginAxis=country:JP")
                .fact(Q1, "4000:-3", "acme:GeographicalOriginAxis=srt:EuropeMember"));
    assertThat(contents.rows()).containsExactly("revenue JP 2023-Q1 6000 USD");
    assertThat(contents.leftOut(LeftOutReason.OTHER_AXIS)).isEqualTo(2);
  }

  @Test
  void segmentsBeforeEliminationsAreAMetricOfTheirOwn() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .segment("acme:JapanMember", Q1, "6000:-3")
                .segment("acme:EuropeMember", Q1, "7000:-3")
                .segment("us-gaap:IntersegmentEliminationMember", Q1, "-4000:-3"));
    assertThat(contents.rows())
        .containsExactly(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue-before-eliminations JP 2023-Q1 6000 USD",
            "revenue-before-eliminations EUROPE 2023-Q1 7000 USD");
    assertThat(contents.breakdowns()).isEmpty();
  }

  @Test
  void operatingSegmentsBeforeEliminationsAreThatMetricToo() {
    String eliminations = "srt:ConsolidationItemsAxis=us-gaap:IntersegmentEliminationMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(Q1, "6000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(Q1, "-4000:-3", eliminations));
    assertThat(contents.rows())
        .containsExactly(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue-before-eliminations JP 2023-Q1 6000 USD",
            "revenue-before-eliminations EUROPE 2023-Q1 7000 USD");
  }

  @Test
  void figuresBeforeEliminationsAreLeftOutBesideSalesToThirdParties() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .region("country:JP", Q1, "4000:-3")
                .segment("acme:JapanMember", Q1, "6000:-3")
                .segment("acme:EuropeMember", Q1, "7000:-3")
                .segment("us-gaap:IntersegmentEliminationMember", Q1, "-4000:-3"));
    assertThat(contents.rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 4000 USD");
    assertThat(contents.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isEqualTo(2);
  }

  @Test
  void segmentsLessEliminationsAreRevenueIfBothAreReportedByRegionAndAddUp() {
    String eliminations = "srt:ConsolidationItemsAxis=srt:GeographyEliminationsMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000000:-3")
                .fact(Q1, "6000000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(Q1, "-1500000:-3", GEOGRAPHY + "country:JP", eliminations)
                .fact(Q1, "-2500000:-3", GEOGRAPHY + "srt:EuropeMember", eliminations));
    assertThat(contents.derived())
        .containsExactlyInAnyOrder(
            "revenue JP 2023-Q1 4500000 USD, 4499000 to 4501000, by sec-0000000042-23-000001",
            "revenue EUROPE 2023-Q1 4500000 USD, 4499000 to 4501000, by sec-0000000042-23-000001");
    assertThat(contents.derivation("JP"))
        .isEqualTo("operating segments 6000000 less eliminations 1500000, both of this filing");
    assertThat(contents.breakdowns()).containsExactly("revenue 2023-Q1 EUROPE+JP");
  }

  @Test
  void segmentsLessEliminationsThatDontAddUpAreNoRevenue() {
    String eliminations = "srt:ConsolidationItemsAxis=srt:GeographyEliminationsMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000000:-3")
                .fact(Q1, "6000000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(Q1, "-1500000:-3", GEOGRAPHY + "country:JP", eliminations)
                .fact(Q1, "-2000000:-3", GEOGRAPHY + "srt:EuropeMember", eliminations));
    assertThat(contents.rows())
        .containsExactly(
            "revenue WORLD 2023-Q1 9000000 USD",
            "revenue-before-eliminations JP 2023-Q1 6000000 USD",
            "revenue-before-eliminations EUROPE 2023-Q1 7000000 USD");
  }

  @Test
  void segmentsThatAddUpToTheWholeAreRevenueWhateverIsEliminatedBetweenOthers() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "13000:-3")
                .fact(Q1, "6000:-3", GEOGRAPHY + "country:JP", OPERATING)
                .fact(Q1, "7000:-3", GEOGRAPHY + "srt:EuropeMember", OPERATING)
                .fact(
                    Q1,
                    "-4000:-3",
                    "srt:ConsolidationItemsAxis=us-gaap:IntersegmentEliminationMember"));
    assertThat(contents.rows())
        .contains("revenue JP 2023-Q1 6000 USD", "revenue EUROPE 2023-Q1 7000 USD");
  }

  @Test
  void aFactWithoutTheConsolidationAxisIsPreferredToOneWithIt() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "5100:-2", SEGMENT + "acme:JapanSegmentMember", OPERATING)
                .fact(Q1, "5000:-2", SEGMENT + "acme:JapanSegmentMember"));
    assertThat(contents.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(contents.notes()).isEmpty();
  }

  @Test
  void aRegionOnBothAxesIsReadFromTheGeographicalAxis() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .segment("acme:JapanMember", Q1, "6000:-3")
                .region("country:JP", Q1, "5000:-3"));
    assertThat(contents.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(contents.leftOut(LeftOutReason.OTHER_AXIS)).isEqualTo(1);
  }

  @Test
  void aRegionOfASegmentThatIsARegionBelongsToTheSegmentsMetric() {
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fact(Q1, "5000:-3", SEGMENT + "acme:AsiaMember", GEOGRAPHY + "country:JP"))
                .rows())
        .containsExactly("revenue-asia JP 2023-Q1 5000 USD");
  }

  @Test
  void aRegionOfASubsegmentBelongsToAMetricNamedForBoth() {
    String oncology = "us-gaap:SubsegmentsAxis=acme:OncologyMember";
    String medicine = SEGMENT + "acme:MedicineSegmentMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "5000:-3", medicine, oncology)
                .fact(Q1, "3000:-3", medicine, oncology, GEOGRAPHY + "country:US"));
    assertThat(contents.rows())
        .containsExactly(
            "revenue-medicine-oncology WORLD 2023-Q1 5000 USD",
            "revenue-medicine-oncology US 2023-Q1 3000 USD");
  }

  private static InstanceBuilder airplanesAndServices() {
    String services = SEGMENT + "acme:ServicesMember";
    return InstanceBuilder.instance()
        .fact(Q1, "9000:-1")
        .fact(Q1, "4000:-1", SEGMENT + "acme:AirplanesMember", GEOGRAPHY + "country:US")
        .fact(Q1, "2000:-1", SEGMENT + "acme:AirplanesMember", GEOGRAPHY + "srt:EuropeMember")
        .fact(Q1, "1000:-1", services, GEOGRAPHY + "country:US")
        .fact(Q1, "2000:-1", services, GEOGRAPHY + "srt:EuropeMember");
  }

  @Test
  void regionsOfPartsAreAddedUpIfTheyMakeUpTheWhole() {
    ContentsView contents = contentsOf(airplanesAndServices());
    assertThat(contents.rows("revenue"))
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue US 2023-Q1 5000 USD",
            "revenue EUROPE 2023-Q1 4000 USD");
    assertThat(contents.breakdowns()).contains("revenue 2023-Q1 EUROPE+US");
    assertThat(contents.derived().getFirst())
        .startsWith("revenue US 2023-Q1 5000 USD, 4990 to 5010");
    assertThat(contents.derivation("US"))
        .isEqualTo("Airplanes 4000 plus Services 1000, all of this filing");
  }

  private static InstanceBuilder brand(InstanceBuilder before, String quarter, String whole) {
    String brand = SEGMENT + "acme:BrandMember";
    return before
        .fact(quarter, whole)
        .fact(quarter, "9000:-1", brand, OPERATING)
        .fact(quarter, "6000:-1", brand, OPERATING, GEOGRAPHY + "country:US")
        .fact(quarter, "2700:-1", brand, OPERATING, GEOGRAPHY + "srt:EuropeMember")
        .fact(quarter, "500:-1", SEGMENT + "acme:OutletsMember", OPERATING)
        .fact(
            quarter, "300:-1", "srt:ConsolidationItemsAxis=us-gaap:MaterialReconcilingItemsMember")
        .fact(quarter, "-100:-1", "srt:ConsolidationItemsAxis=us-gaap:CorporateNonSegmentMember");
  }

  @Test
  void regionsOfOneSegmentMakeUpTheWholeWithTheSameRemaindersInTwoPeriods() {
    String before = "2022-01-01/2022-03-31";
    ContentsView contents =
        contentsOf(brand(brand(InstanceBuilder.instance(), Q1, "9400:-1"), before, "9400:-1"));
    assertThat(contents.rows("revenue"))
        .contains("revenue US 2023-Q1 6000 USD", "revenue EUROPE 2022-Q1 2700 USD");
    assertThat(contents.rows("revenue-brand"))
        .contains("revenue-brand WORLD 2023-Q1 9000 USD", "revenue-brand US 2023-Q1 6000 USD");
  }

  @Test
  void regionsOfOneSegmentAreThatSegmentsAloneIfRemaindersDontFitInEveryPeriod() {
    String before = "2022-01-01/2022-03-31";
    assertThat(contentsOf(brand(InstanceBuilder.instance(), Q1, "9400:-1")).rows("revenue"))
        .containsExactly("revenue WORLD 2023-Q1 9400 USD");
    assertThat(
            contentsOf(brand(brand(InstanceBuilder.instance(), Q1, "9400:-1"), before, "9900:-1"))
                .rows("revenue"))
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9400 USD", "revenue WORLD 2022-Q1 9900 USD");
  }

  @Test
  void regionsOfPartsAreNotAddedUpIfAnotherPeriodRefutesThem() {
    String before = "2022-01-01/2022-03-31";
    String services = SEGMENT + "acme:ServicesMember";
    ContentsView contents =
        contentsOf(
            airplanesAndServices()
                .fact(before, "9000:-1")
                .fact(before, "3000:-1", SEGMENT + "acme:AirplanesMember", GEOGRAPHY + "country:US")
                .fact(
                    before,
                    "2000:-1",
                    SEGMENT + "acme:AirplanesMember",
                    GEOGRAPHY + "srt:EuropeMember")
                .fact(before, "1000:-1", services, GEOGRAPHY + "country:US")
                .fact(before, "2000:-1", services, GEOGRAPHY + "srt:EuropeMember"));
    assertThat(contents.rows("revenue"))
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD", "revenue WORLD 2022-Q1 9000 USD");
  }

  @Test
  void regionsOfPartsAreNotAddedUpBesideRegionsOfTheWholeBusiness() {
    ContentsView contents = contentsOf(airplanesAndServices().region("country:JP", Q1, "1000:-1"));
    assertThat(contents.rows("revenue"))
        .containsExactlyInAnyOrder("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 1000 USD");
  }

  @Test
  void theSmallerFigureOfAPartIsItsRevenue() {
    String retail = SEGMENT + "acme:RetailMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "7000:-3", retail)
                .fact(Q1, "5000:-3", retail, OPERATING)
                .fact(Q1, "5000:-3", retail, GEOGRAPHY + "country:US"));
    assertThat(contents.rows())
        .containsExactlyInAnyOrder(
            "revenue-retail WORLD 2023-Q1 5000 USD", "revenue-retail US 2023-Q1 5000 USD");
    assertThat(contents.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isEqualTo(1);
  }

  @Test
  void atMostTwoHundredPartsOfABusinessAreRead() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (int i = 1; i <= 201; i++) {
      instance =
          instance.fact(
              Q1, "5000:-3", SEGMENT + "acme:Part%dMember".formatted(i), GEOGRAPHY + "country:US");
    }
    ContentsView contents = contentsOf(instance);
    assertThat(contents.rows()).hasSize(200);
    assertThat(contents.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(1);
  }

  @Test
  void anAxisOfTheCompanysOwnSelectsAPartIfItsMembersMakeUpTheWhole() {
    String retail = "acme:BrandAxis=acme:RetailMember";
    InstanceBuilder brands =
        InstanceBuilder.instance()
            .fact(Q1, "9000:-3")
            .fact(Q1, "6000:-3", retail)
            .fact(Q1, "4000:-3", retail, GEOGRAPHY + "country:US");
    assertThat(contentsOf(brands.fact(Q1, "3000:-3", "acme:BrandAxis=acme:WholesaleMember")).rows())
        .contains("revenue-retail US 2023-Q1 4000 USD", "revenue-retail WORLD 2023-Q1 6000 USD");
  }

  @Test
  void anAxisWhoseMembersDontMakeUpTheWholeIsAFurtherDimension() {
    String restated = "acme:RestatementAxis=acme:RestatedMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(Q1, "9000:-3", restated)
                .fact(Q1, "8000:-3", "acme:RestatementAxis=acme:AsReportedMember")
                .fact(Q1, "4000:-3", restated, GEOGRAPHY + "country:US"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(contents.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(3);
  }

  @Test
  void operatingSegmentsOfAPartThatDifferFromThePartAreBeforeEliminations() {
    String retail = SEGMENT + "acme:RetailMember";
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "5000:-3", retail)
                .fact(Q1, "7000:-3", retail, OPERATING)
                .fact(Q1, "3000:-3", retail, OPERATING, GEOGRAPHY + "country:US"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isEqualTo(2);
  }

  @Test
  void aProductWithARegionIsAMetricOfItsOwn() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact(Q1, "7000:-3", PRODUCT + "acme:CloudServicesMember")
                .fact(Q1, "5000:-3", PRODUCT + "acme:CloudServicesMember", GEOGRAPHY + "country:JP")
                .fact(Q1, "2000:-3", PRODUCT + "acme:HardwareMember"));
    assertThat(contents.rows())
        .containsExactly(
            "revenue WORLD 2023-Q1 9000 USD",
            "revenue-cloud-services WORLD 2023-Q1 7000 USD",
            "revenue-cloud-services JP 2023-Q1 5000 USD");
    assertThat(contents.metrics().getLast()).contains("\"name\":\"Cloud services revenue\"");
    assertThat(contents.leftOut(LeftOutReason.PRODUCT_WITHOUT_REGION)).isEqualTo(1);
  }

  @Test
  void aRepeatedFactCountsOnce() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().fact(Q1, "9000:-3").fact(Q1, "9000:-3"));
    assertThat(contents.rows()).hasSize(1);
    assertThat(contents.reading().leftOut()).isEmpty();
  }

  @Test
  void ofFactsThatAgreeWithinRoundingTheMostPreciseIsUsed() {
    assertThat(contentsOf(InstanceBuilder.instance().fact(Q1, "9000:-3").fact(Q1, "8765:0")).rows())
        .containsExactly("revenue WORLD 2023-Q1 8765 USD");
  }

  @Test
  void ofFactsThatDifferNoneIsUsed() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().fact(Q1, "9000:-3").fact(Q1, "7000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.notes()).containsExactly("facts-differ");
    assertThat(contents.leftOut(LeftOutReason.FACTS_DIFFER)).isEqualTo(2);
  }

  @Test
  void dollarsAndEurosDontMix() {
    assertThat(
            contentsOf(InstanceBuilder.instance().fact(Q1, "9000:-3").in("eur").fact(Q1, "8000:-3"))
                .rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD", "revenue WORLD 2023-Q1 8000 EUR");
  }

  @Test
  void sharesPercentsAndDollarsAShareAreNotRevenue() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .in("shares")
                .region("country:JP", Q1, "5:0")
                .in("pure")
                .region("country:JP", Q1, "0.5:2")
                .in("usdPerShare")
                .region("country:JP", Q1, "2:2"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(contents.leftOut(LeftOutReason.OTHER_UNIT)).isEqualTo(3);
  }

  @Test
  void nilFactsAreLeftOut() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().raw(Q1, "unitRef='usd' xsi:nil='true'", "", ""));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.NIL)).isEqualTo(1);
  }

  @Test
  void revenueBelowZeroIsLeftOut() {
    ContentsView contents = contentsOf(InstanceBuilder.instance().fact(Q1, "-9000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.NEGATIVE)).isEqualTo(1);
  }

  @Test
  void aFactWithoutDecimalsIsLeftOut() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().raw(Q1, "unitRef='usd'", "9000", ""));
    assertThat(contents.leftOut(LeftOutReason.NO_DECIMALS)).isEqualTo(1);
  }

  @Test
  void aTextWhereANumberShouldBeIsLeftOut() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().raw(Q1, "unitRef='usd' decimals='0'", "many", ""));
    assertThat(contents.leftOut(LeftOutReason.NOT_A_NUMBER)).isEqualTo(1);
  }

  @Test
  void anotherEntitysFactsAreLeftOut() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().by("0000000043").fact(Q1, "9000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.OTHER_ENTITY)).isEqualTo(1);
  }

  @Test
  void exactFactsAreExact() {
    FilingContents reading =
        FilingSequence.acme().read(FILING, InstanceBuilder.instance().fact(Q1, "9000:INF"));
    assertThat(DocumentJson.text(reading.documents().getFirst()))
        .contains("\"value\":9000,\"decimals\":\"INF\"");
  }

  @Test
  void monthsAreNoQuarter() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().fact("2023-01-01/2023-01-31", "9000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aFiscalQuarterIsNamedByItsPlaceInTheFiscalYear() {
    assertThat(
            contentsOf(InstanceBuilder.instance().fact("2022-12-25/2023-03-25", "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(
            contentsOf(
                    InstanceBuilder.instance()
                        .fiscalYearEnd("--08-31")
                        .fact("2022-11-21/2023-02-12", "9000:-3")
                        .fact("2022-08-29/2022-11-20", "8000:-3"))
                .rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue WORLD 2022-Q4 8000 USD");
  }

  @Test
  void daysThatAreNoQuarterOfTheFiscalYearAreLeftOut() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().fact("2022-11-16/2023-02-15", "9000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.PLACE_UNKNOWN)).isEqualTo(1);
  }

  @Test
  void aQuarterWhosePlaceTheYearToDateContradictsIsLeftOut() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact("2022-07-01/2023-03-31", "27000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.PLACE_UNKNOWN)).isEqualTo(1);
  }

  @Test
  void aQuarterOfAHundredAndOneDaysIsLeftOut() {
    ContentsView contents =
        contentsOf(InstanceBuilder.instance().fact("2022-12-21/2023-03-31", "9000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aPeriodThatEndsAfterTheDayOfFilingIsLeftOut() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact("2123-01-01/2123-03-31", "9000:-3"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(contents.leftOut(LeftOutReason.AFTER_FILING)).isEqualTo(1);
  }

  @Test
  void aPeriodBefore1900IsLeftOut() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "9000:-3")
                .fact("1023-01-01/1023-03-31", "9000:-3"));
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(contents.leftOut(LeftOutReason.BEFORE_1900)).isEqualTo(1);
  }

  @Test
  void figuresOfAYearOrSeveralQuartersAreCounted() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact("2022-01-01/2022-12-31", "40000:-3")
                .region("country:JP", "2022-01-01/2022-12-31", "20000:-3")
                .fact("2022-07-01/2022-12-31", "20000:-3"));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.leftOut(LeftOutReason.YEAR)).isEqualTo(2);
    assertThat(contents.leftOut(LeftOutReason.SEVERAL_QUARTERS)).isEqualTo(1);
  }

  @Test
  void aStockBelongsToTheQuarterThatEndsOnItsDay() {
    WantedMetric shops =
        WantedMetric.of(
            "shops",
            Optional.of("Shops"),
            "stock",
            List.of("acme:Shops"),
            Map.of(),
            Optional.of(new Unit("shops")),
            false);
    ContentsView contents =
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
    assertThat(contents.rows("shops")).containsExactly("shops JP 2023-Q2 12 shops");
    assertThat(contents.leftOut(LeftOutReason.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aPureNumberIsAHundredthOfAMetricInPercent() {
    WantedMetric churn =
        WantedMetric.of(
            "churn",
            Optional.of("Churn"),
            "flow",
            List.of("acme:Churn"),
            Map.of(),
            Optional.of(Unit.PERCENT),
            false);
    ContentsView contents =
        new ContentsView(
            FilingSequence.acme()
                .wanting(churn)
                .read(
                    FILING,
                    InstanceBuilder.instance()
                        .of("acme:Churn")
                        .in("pure")
                        .region("country:JP", Q1, "0.025:3")));
    assertThat(contents.rows("churn")).containsExactly("churn JP 2023-Q1 2.5 %");
  }

  @Test
  void aMetricThatIsDefinedDifferentlyIsNotRead() {
    Definitions known =
        Definitions.NONE.with(metric("revenue", MetricKind.STOCK, Dimension.MONEY, "USD"));
    ContentsView contents =
        new ContentsView(
            FilingSequence.acme()
                .knowing(Definitions.NONE, known)
                .read(FILING, InstanceBuilder.instance().fact(Q1, "9000:-3")));
    assertThat(contents.rows()).isEmpty();
    assertThat(contents.notes()).containsExactly("metric-differs");
  }

  @Test
  void aKnownMetricIsNotDefinedAgainButAKnownRegionIsNamedByEachFiling() {
    Definitions common =
        Definitions.NONE.with(metric("revenue", MetricKind.FLOW, Dimension.MONEY, "USD"));
    ContentsView contents =
        new ContentsView(
            FilingSequence.acme()
                .knowing(Definitions.NONE.with(region("EMEA")), common)
                .read(
                    FILING,
                    InstanceBuilder.instance().region("us-gaap:EMEAMember", Q1, "5000:-3")));
    assertThat(contents.metrics()).isEmpty();
    assertThat(contents.regions())
        .containsExactly(
            "{\"id\":\"EMEA\",\"company\":\"acme\",\"name\":\"Europe, Middle East and Africa\"}");
  }

  @Test
  void aCodeThatIsAnAliasBelongsToItsRegion() {
    Definitions own = Definitions.NONE.with(region("UCAN", "UNITED_STATES_AND_CANADA"));
    ContentsView contents =
        new ContentsView(
            FilingSequence.acme()
                .knowing(own, Definitions.NONE)
                .read(
                    FILING,
                    InstanceBuilder.instance()
                        .region("acme:UnitedStatesAndCanadaMember", Q1, "5000:-3")));
    assertThat(contents.rows()).containsExactly("revenue UCAN 2023-Q1 5000 USD");
    assertThat(contents.regions()).isEmpty();
  }

  @Test
  void theDocumentsOfAFilingAreIngested() {
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
