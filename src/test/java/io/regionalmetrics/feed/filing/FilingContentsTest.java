package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.integration.Service;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the facts of an instance mean, rule by rule. */
class FilingContentsTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String GEOGRAPHY = "srt:StatementGeographicalAxis=";
  private static final String SEGMENT = "us-gaap:StatementBusinessSegmentsAxis=";
  private static final String PRODUCT = "srt:ProductOrServiceAxis=";
  private static final String OPERATING =
      "srt:ConsolidationItemsAxis=us-gaap:OperatingSegmentsMember";
  private static final Filing FILING =
      Filed.filing(Xbrl.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");

  private static Said said(Xbrl instance) {
    return new Said(Filed.acme().read(FILING, instance));
  }

  private static Metric metric(String id, MetricKind kind, Dimension dimension, String unit) {
    return new Metric(
        id, id, kind, dimension, unit, Optional.empty(), false, Optional.empty(), LocalDate.EPOCH);
  }

  private static Region region(String id, String... aliases) {
    return new Region(id, id, List.of(aliases), List.of(), Optional.empty(), LocalDate.EPOCH);
  }

  @Test
  void theFactWithoutDimensionsIsTheWorlds() {
    assertThat(said(Xbrl.instance().fact(Q1, "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
  }

  @Test
  void theFirstConceptThatTellsOfRegionsGoesBeforeOthers() {
    Said said =
        said(
            Xbrl.instance()
                .of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax")
                .fact(Q1, "8000:-3")
                .of("us-gaap:Revenues")
                .fact(Q1, "9000:-3")
                .region("country:JP", Q1, "5000:-3"));
    assertThat(said.rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
    assertThat(said.leftOut(LeftOut.OTHER_CONCEPT)).isEqualTo(1);
  }

  @Test
  void theWholeMayBeOfAnotherConceptThanTheRegions() {
    assertThat(
            said(Xbrl.instance()
                    .fact(Q1, "9000:-3")
                    .of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax")
                    .region("country:JP", Q1, "5000:-3"))
                .rows())
        .containsExactlyInAnyOrder("revenue WORLD 2023-Q1 9000 USD", "revenue JP 2023-Q1 5000 USD");
  }

  @Test
  void aFactWithAFurtherDimensionIsLeftOut() {
    Said said =
        said(
            Xbrl.instance()
                .fact(
                    Q1,
                    "5000:-3",
                    GEOGRAPHY + "country:JP",
                    "us-gaap:MajorCustomersAxis=acme:BigMember"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOut.FURTHER_DIMENSION)).isEqualTo(1);
  }

  @Test
  void theOlderAxesAreReadToo() {
    assertThat(
            said(Xbrl.instance()
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
    Said said = said(Xbrl.instance().segment("acme:ServicesSegmentMember", Q1, "5000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOut.SEGMENT_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void eliminationsOnTheGeographicalAxisAreNoRegion() {
    Said said =
        said(Xbrl.instance().region("us-gaap:IntersegmentEliminationMember", Q1, "5000:-3"));
    assertThat(said.leftOut(LeftOut.MEMBER_NOT_A_REGION)).isEqualTo(1);
  }

  @Test
  void allSegmentsTogetherAreReadThroughBesideARegionOnly() {
    Said said =
        said(
            Xbrl.instance()
                .fact(Q1, "5000:-3", SEGMENT + "acme:JapanSegmentMember", OPERATING)
                .fact(Q1, "7000:-3", OPERATING));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(said.leftOut(LeftOut.SEGMENTS_TOGETHER)).isEqualTo(1);
  }

  @Test
  void aFactWithoutTheConsolidationAxisGoesBeforeOneWithIt() {
    Said said =
        said(
            Xbrl.instance()
                .fact(Q1, "5100:-2", SEGMENT + "acme:JapanSegmentMember", OPERATING)
                .fact(Q1, "5000:-2", SEGMENT + "acme:JapanSegmentMember"));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(said.notes()).isEmpty();
  }

  @Test
  void aRegionOnBothAxesIsTheGeographicalOnes() {
    Said said =
        said(
            Xbrl.instance()
                .segment("acme:JapanMember", Q1, "6000:-3")
                .region("country:JP", Q1, "5000:-3"));
    assertThat(said.rows()).containsExactly("revenue JP 2023-Q1 5000 USD");
    assertThat(said.leftOut(LeftOut.OTHER_AXIS)).isEqualTo(1);
  }

  @Test
  void aRegionWithinARegionIsLeftOut() {
    Said said =
        said(
            Xbrl.instance()
                .fact(Q1, "5000:-3", SEGMENT + "acme:AsiaMember", GEOGRAPHY + "country:JP"));
    assertThat(said.leftOut(LeftOut.TWO_REGIONS)).isEqualTo(1);
  }

  @Test
  void aProductBesideARegionIsAMetricOfItsOwn() {
    Said said =
        said(
            Xbrl.instance()
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
    assertThat(said.leftOut(LeftOut.PRODUCT_WITHOUT_REGION)).isEqualTo(1);
  }

  @Test
  void theSameFactTwiceIsOne() {
    Said said = said(Xbrl.instance().fact(Q1, "9000:-3").fact(Q1, "9000:-3"));
    assertThat(said.rows()).hasSize(1);
    assertThat(said.reading().leftOut()).isEmpty();
  }

  @Test
  void ofFactsThatAgreeWithinRoundingTheMostPreciseIsTaken() {
    assertThat(said(Xbrl.instance().fact(Q1, "9000:-3").fact(Q1, "8765:0")).rows())
        .containsExactly("revenue WORLD 2023-Q1 8765 USD");
  }

  @Test
  void ofFactsThatDifferNoneIsPicked() {
    Said said = said(Xbrl.instance().fact(Q1, "9000:-3").fact(Q1, "7000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.notes()).containsExactly("facts-differ");
    assertThat(said.leftOut(LeftOut.FACTS_DIFFER)).isEqualTo(2);
  }

  @Test
  void dollarsAndEurosDontMix() {
    assertThat(said(Xbrl.instance().fact(Q1, "9000:-3").in("eur").fact(Q1, "8000:-3")).rows())
        .containsExactlyInAnyOrder(
            "revenue WORLD 2023-Q1 9000 USD", "revenue WORLD 2023-Q1 8000 EUR");
  }

  @Test
  void sharesPercentsAndDollarsAShareAreNotRevenue() {
    Said said =
        said(
            Xbrl.instance()
                .fact(Q1, "9000:-3")
                .in("shares")
                .region("country:JP", Q1, "5:0")
                .in("pure")
                .region("country:JP", Q1, "0.5:2")
                .in("usdPerShare")
                .region("country:JP", Q1, "2:2"));
    assertThat(said.rows()).containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said.leftOut(LeftOut.OTHER_UNIT)).isEqualTo(3);
  }

  @Test
  void nilFactsSayNothing() {
    Said said = said(Xbrl.instance().raw(Q1, "unitRef='usd' xsi:nil='true'", "", ""));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOut.NIL)).isEqualTo(1);
  }

  @Test
  void revenueBelowZeroIsLeftOut() {
    Said said = said(Xbrl.instance().fact(Q1, "-9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOut.NEGATIVE)).isEqualTo(1);
  }

  @Test
  void aFactWithoutDecimalsIsLeftOut() {
    Said said = said(Xbrl.instance().raw(Q1, "unitRef='usd'", "9000", ""));
    assertThat(said.leftOut(LeftOut.NO_DECIMALS)).isEqualTo(1);
  }

  @Test
  void aTextWhereANumberShouldBeIsLeftOut() {
    Said said = said(Xbrl.instance().raw(Q1, "unitRef='usd' decimals='0'", "many", ""));
    assertThat(said.leftOut(LeftOut.NOT_A_NUMBER)).isEqualTo(1);
  }

  @Test
  void anotherEntitysFactsAreLeftOut() {
    Said said = said(Xbrl.instance().by("0000000043").fact(Q1, "9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOut.OTHER_ENTITY)).isEqualTo(1);
  }

  @Test
  void exactFactsAreExact() {
    FilingContents reading = Filed.acme().read(FILING, Xbrl.instance().fact(Q1, "9000:INF"));
    assertThat(new String(reading.documents().getFirst(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"value\":9000,\"decimals\":\"INF\"");
  }

  @Test
  void monthsAreNoQuarter() {
    Said said = said(Xbrl.instance().fact("2023-01-01/2023-01-31", "9000:-3"));
    assertThat(said.rows()).isEmpty();
    assertThat(said.leftOut(LeftOut.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aFiscalQuarterIsInTheCalendarQuarterThatHoldsItsMiddle() {
    assertThat(said(Xbrl.instance().fact("2022-12-25/2023-03-25", "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said(Xbrl.instance().fact("2023-02-01/2023-04-30", "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q1 9000 USD");
    assertThat(said(Xbrl.instance().fact("2023-03-01/2023-05-31", "9000:-3")).rows())
        .containsExactly("revenue WORLD 2023-Q2 9000 USD");
  }

  @Test
  void twoFiscalQuartersDontShareACalendarQuarter() {
    Said said =
        said(
            Xbrl.instance()
                .fact("2022-11-21/2023-02-12", "9000:-3")
                .fact("2023-02-13/2023-05-07", "8000:-3"));
    assertThat(said.rows()).hasSize(1);
    assertThat(said.notes()).containsExactly("quarter-taken");
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
            Optional.of("shops"),
            false);
    Said said =
        new Said(
            Filed.acme()
                .wanting(shops)
                .read(
                    FILING,
                    Xbrl.instance()
                        .fact("2023-04-02/2023-07-01", "9000:-3")
                        .of("acme:Shops")
                        .in("things")
                        .region("country:JP", "2023-07-01", "12:0")
                        .region("country:JP", "2023-07-20", "13:0")));
    assertThat(said.rows("shops")).containsExactly("shops JP 2023-Q2 12 shops");
    assertThat(said.leftOut(LeftOut.OTHER_PERIOD)).isEqualTo(1);
  }

  @Test
  void aMetricThatIsKnownAsSomethingElseIsLeftAlone() {
    Definitions known =
        Definitions.NONE.with(metric("revenue", MetricKind.STOCK, Dimension.MONEY, "USD"));
    Said said =
        new Said(
            Filed.acme()
                .knowing(Definitions.NONE, known)
                .read(FILING, Xbrl.instance().fact(Q1, "9000:-3")));
    assertThat(said.rows()).isEmpty();
    assertThat(said.notes()).containsExactly("metric-differs");
  }

  @Test
  void whatIsKnownIsNotDefinedAgain() {
    Definitions common =
        Definitions.NONE.with(metric("revenue", MetricKind.FLOW, Dimension.MONEY, "USD"));
    Said said =
        new Said(
            Filed.acme()
                .knowing(Definitions.NONE.with(region("EMEA")), common)
                .read(FILING, Xbrl.instance().region("us-gaap:EMEAMember", Q1, "5000:-3")));
    assertThat(said.metrics()).isEmpty();
    assertThat(said.regions()).isEmpty();
  }

  @Test
  void aCodeThatIsAnAliasIsTheRegionThatHasIt() {
    Definitions own = Definitions.NONE.with(region("UCAN", "UNITED_STATES_AND_CANADA"));
    Said said =
        new Said(
            Filed.acme()
                .knowing(own, Definitions.NONE)
                .read(
                    FILING,
                    Xbrl.instance().region("acme:UnitedStatesAndCanadaMember", Q1, "5000:-3")));
    assertThat(said.rows()).containsExactly("revenue UCAN 2023-Q1 5000 USD");
    assertThat(said.regions()).isEmpty();
  }

  @Test
  void regionsThatAddUpToTheWholeAreTheWorld() {
    assertThat(
            said(Xbrl.instance()
                    .fact(Q1, "9000000:-3")
                    .region("country:JP", Q1, "5000000:-3")
                    .region("acme:OtherCountriesMember", Q1, "4001000:-3"))
                .regions())
        .contains(
            "{\"id\":\"WORLD\",\"company\":\"acme\",\"name\":\"World\",\"members\":[\"JP\",\"OTHER_COUNTRIES\"]}");
  }

  @Test
  void regionsThatDontAddUpAreNot() {
    assertThat(
            said(Xbrl.instance()
                    .fact(Q1, "9000000:-3")
                    .region("country:JP", Q1, "5000000:-3")
                    .region("country:US", Q1, "3000000:-3"))
                .regions())
        .isEmpty();
  }

  @Test
  void roundingThatIsTooCoarseProvesNothing() {
    assertThat(
            said(Xbrl.instance()
                    .fact(Q1, "9000:-3")
                    .region("country:JP", Q1, "5000:-3")
                    .region("country:US", Q1, "3000:-3"))
                .regions())
        .isEmpty();
  }

  @Test
  void theRestOfTheWorldByItsNameNeedsNoOtherDefinition() {
    assertThat(
            said(Xbrl.instance()
                    .fact(Q1, "9000000:-3")
                    .region("country:US", Q1, "5000000:-3")
                    .region("us-gaap:NonUsMember", Q1, "4000000:-3"))
                .regions())
        .containsExactly(
            "{\"id\":\"NON_US\",\"company\":\"acme\",\"name\":\"Outside the United States\",\"residual\":\"WORLD-US\"}");
  }

  @Test
  void aWorldThatIsKnownOtherwiseIsLeftAsItIs() {
    Region world =
        new Region(
            Region.WORLD,
            "World",
            List.of(),
            List.of("US", "INTERNATIONAL"),
            Optional.empty(),
            LocalDate.EPOCH);
    Said said =
        new Said(
            Filed.acme()
                .knowing(
                    Definitions.NONE.with(region("INTERNATIONAL")).with(world), Definitions.NONE)
                .read(
                    FILING,
                    Xbrl.instance()
                        .fact(Q1, "9000000:-3")
                        .region("country:JP", Q1, "5000000:-3")
                        .region("country:US", Q1, "4000000:-3")));
    assertThat(said.regions()).isEmpty();
    assertThat(said.notes()).containsExactly("world-differs");
  }

  @Test
  void whatIsReadIsTakenIn() {
    Filed acme = Filed.acme();
    FilingContents reading =
        acme.read(
            FILING,
            Xbrl.instance()
                .fact(Q1, "9000000:-3")
                .region("country:US", Q1, "5000000:-3")
                .region("us-gaap:NonUsMember", Q1, "4000000:-3")
                .region("stpr:CA", Q1, "1000000:INF")
                .in("eur")
                .region("acme:CAMember", Q1, "2000000:-3")
                .fact(Q1, "1:0", PRODUCT + "acme:CloudMember", GEOGRAPHY + "country:JP"));
    try (Service service = Service.fresh()) {
      Filed.takeIn(reading, service);
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
