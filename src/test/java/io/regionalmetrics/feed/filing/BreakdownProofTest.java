package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.InstanceBuilder;
import io.regionalmetrics.xbrl.Linkbases;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which regions are proved to make up the whole. */
class BreakdownProofTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String CONTRACTS =
      "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";
  private static final Filing FILING =
      FilingSequence.filing(
          InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");

  private static List<String> breakdowns(InstanceBuilder instance) {
    return new ContentsView(FilingSequence.acme().read(FILING, instance)).breakdowns();
  }

  private static InstanceBuilder quarter(
      InstanceBuilder instance, String time, int whole, int japan, int others) {
    return instance
        .fact(time, whole + "000000:-3")
        .region("country:JP", time, japan + "000000:-3")
        .region("acme:OtherCountriesMember", time, others + "000000:-3");
  }

  @Test
  void regionsThatAddUpToTheWholeMakeItUp() {
    assertThat(breakdowns(quarter(InstanceBuilder.instance(), Q1, 9, 5, 4)))
        .containsExactly("revenue 2023-Q1 JP+OTHER_COUNTRIES");
  }

  @Test
  void sumsMayDifferWithinRounding() {
    assertThat(
            breakdowns(
                InstanceBuilder.instance()
                    .fact(Q1, "9000000:-3")
                    .region("country:JP", Q1, "5000000:-3")
                    .region("country:US", Q1, "4001000:-3")))
        .containsExactly("revenue 2023-Q1 JP+US");
  }

  @Test
  void regionsThatDontAddUpProveNothing() {
    assertThat(breakdowns(quarter(InstanceBuilder.instance(), Q1, 9, 5, 3))).isEmpty();
  }

  @Test
  void aComparativeQuarterThatDoesntAddUpDisprovesTheBreakdown() {
    InstanceBuilder instance = quarter(InstanceBuilder.instance(), Q1, 9, 5, 4);
    assertThat(breakdowns(quarter(instance, Q1_BEFORE, 9, 5, 3))).isEmpty();
  }

  @Test
  void aPeriodThatDoesntAddUpDisprovesNothingInAnotherFiling() {
    FilingSequence acme = FilingSequence.acme();
    acme.read(FILING, quarter(InstanceBuilder.instance(), Q1, 9, 5, 3));
    Filing next =
        FilingSequence.filing(
            InstanceBuilder.CIK, "0000000042-24-000001", "10-Q", "2024-04-20", "2024-03-31");
    String time = "2024-01-01/2024-03-31";
    assertThat(
            new ContentsView(acme.read(next, quarter(InstanceBuilder.instance(), time, 9, 5, 4)))
                .breakdowns())
        .containsExactly("revenue 2024-Q1 JP+OTHER_COUNTRIES");
  }

  @Test
  void aPeriodThatLacksARegionIsIgnored() {
    assertThat(
            breakdowns(
                quarter(InstanceBuilder.instance(), Q1, 9, 5, 4)
                    .fact(Q1_BEFORE, "8000000:-3")
                    .region("country:JP", Q1_BEFORE, "5000000:-3")))
        .containsExactly("revenue 2023-Q1 JP+OTHER_COUNTRIES");
  }

  @Test
  void eachPeriodHasTheRegionsThatAreReportedForIt() {
    assertThat(
            breakdowns(
                quarter(InstanceBuilder.instance(), Q1, 9, 5, 4)
                    .fact(Q1_BEFORE, "8000000:-3")
                    .region("country:JP", Q1_BEFORE, "5000000:-3")
                    .region("country:SG", Q1_BEFORE, "1000000:-3")
                    .region("acme:OtherCountriesMember", Q1_BEFORE, "2000000:-3")))
        .containsExactly("revenue 2022-Q1 JP+OTHER_COUNTRIES+SG");
    assertThat(
            breakdowns(
                quarter(InstanceBuilder.instance(), Q1, 9, 5, 4)
                    .fact(Q1_BEFORE, "8000000:-3")
                    .region("country:JP", Q1_BEFORE, "5000000:-3")
                    .region("country:SG", Q1_BEFORE, "3000000:-3")))
        .containsExactlyInAnyOrder("revenue 2023-Q1 JP+OTHER_COUNTRIES", "revenue 2022-Q1 JP+SG");
  }

  @Test
  void roundingThatIsTooCoarseProvesNothing() {
    assertThat(
            breakdowns(
                InstanceBuilder.instance()
                    .fact(Q1, "9000:-3")
                    .region("country:JP", Q1, "5000:-3")
                    .region("country:US", Q1, "4000:-3")))
        .isEmpty();
  }

  @Test
  void underAnotherConceptTheSumsMustBeExact() {
    InstanceBuilder exact =
        InstanceBuilder.instance()
            .fact(Q1, "9000000:-3")
            .of(CONTRACTS)
            .region("country:JP", Q1, "5000000:-3")
            .region("country:US", Q1, "4000000:-3");
    assertThat(breakdowns(exact)).containsExactly("revenue 2023-Q1 JP+US");
    InstanceBuilder rounded =
        InstanceBuilder.instance()
            .fact(Q1, "9000000:-3")
            .of(CONTRACTS)
            .region("country:JP", Q1, "5000000:-3")
            .region("country:US", Q1, "4001000:-3");
    assertThat(breakdowns(rounded)).isEmpty();
  }

  @Test
  void aRegionInsideAnotherIsFoundByTheSumsOfTwoPeriods() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      quarter(instance, time, 9, 5, 4).region("country:US", time, "3000000:-3");
    }
    assertThat(breakdowns(instance))
        .containsExactlyInAnyOrder(
            "revenue 2023-Q1 JP+OTHER_COUNTRIES", "revenue 2022-Q1 JP+OTHER_COUNTRIES");
  }

  @Test
  void inOnePeriodARegionIsInsideAnotherIfTheSumIsExactAndTheNamesAgree() {
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(Q1, "9000000:-3")
            .region("acme:USCanadaMember", Q1, "5000000:-3")
            .region("country:US", Q1, "3000000:-3")
            .region("country:JP", Q1, "4000000:-3");
    assertThat(breakdowns(instance)).containsExactly("revenue 2023-Q1 JP+US_CANADA");
    assertThat(
            breakdowns(
                InstanceBuilder.instance()
                    .fact(Q1, "9000000:-3")
                    .region("acme:UnitedStatesAndCanadaMember", Q1, "5000000:-3")
                    .region("country:US", Q1, "3000000:-3")
                    .region("country:JP", Q1, "4000000:-3")))
        .containsExactly("revenue 2023-Q1 JP+UNITED_STATES_AND_CANADA");
  }

  @Test
  void inOnePeriodASumAloneDoesNotProveARegionInsideAnother() {
    assertThat(
            breakdowns(
                InstanceBuilder.instance()
                    .fact(Q1, "9000000:-3")
                    .region("acme:EuropeMember", Q1, "5000000:-3")
                    .region("country:US", Q1, "3000000:-3")
                    .region("country:JP", Q1, "4000000:-3")))
        .isEmpty();
  }

  private static QualifiedName member(String written) {
    return QualifiedName.parse(written).orElseThrow();
  }

  /**
   * The breakdowns of a filing whose definition linkbase says that members are parts of another.
   */
  private static List<String> breakdowns(
      InstanceBuilder instance, String whole, String... membersWithin) {
    Map<QualifiedName, Set<QualifiedName>> parents = new HashMap<>();
    for (String within : membersWithin) {
      parents.put(member(within), Set.of(member(whole)));
    }
    Linkbases linkbases = new Linkbases(ElementLabels.NONE, new MemberHierarchy(parents));
    return new ContentsView(FilingSequence.acme().with(linkbases).read(FILING, instance))
        .breakdowns();
  }

  private static InstanceBuilder northAmericaAndEurope() {
    return InstanceBuilder.instance()
        .fact(Q1, "9000000:-3")
        .region("srt:NorthAmericaMember", Q1, "5000000:-3")
        .region("country:US", Q1, "3000000:-3")
        .region("srt:EuropeMember", Q1, "4001000:-3");
  }

  @Test
  void inOnePeriodARegionIsInsideAnotherIfTheDefinitionLinkbaseSaysSo() {
    assertThat(breakdowns(northAmericaAndEurope())).isEmpty();
    assertThat(breakdowns(northAmericaAndEurope(), "srt:NorthAmericaMember", "country:US"))
        .containsExactly("revenue 2023-Q1 EUROPE+NORTH_AMERICA");
  }

  @Test
  void theDefinitionLinkbaseProvesNoSum() {
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(Q1, "9000000:-3")
            .region("srt:NorthAmericaMember", Q1, "5000000:-3")
            .region("country:US", Q1, "3000000:-3")
            .region("srt:EuropeMember", Q1, "3000000:-3");
    assertThat(breakdowns(instance, "srt:NorthAmericaMember", "country:US")).isEmpty();
    InstanceBuilder refuted =
        northAmericaAndEurope()
            .fact(Q1_BEFORE, "9000000:-3")
            .region("srt:NorthAmericaMember", Q1_BEFORE, "5000000:-3")
            .region("srt:EuropeMember", Q1_BEFORE, "3000000:-3");
    assertThat(breakdowns(refuted, "srt:NorthAmericaMember", "country:US")).isEmpty();
  }

  /** Regions in millions of which some are told in total, too. */
  private static InstanceBuilder withTotal(
      InstanceBuilder instance, String time, int us, int japan, int germany) {
    int others = japan + germany;
    return instance
        .fact(time, us + others + "000000:-3")
        .region("country:US", time, us + "000000:-3")
        .region("acme:TotalOtherCountriesMember", time, others + "000000:-3")
        .region("country:JP", time, japan + "000000:-3")
        .region("country:DE", time, germany + "000000:-3");
  }

  @Test
  void ofATotalOfOtherCountriesAndTheseCountriesTheCountriesMakeUpTheWhole() {
    InstanceBuilder instance = withTotal(InstanceBuilder.instance(), Q1, 5, 3, 1);
    assertThat(breakdowns(instance)).isEmpty();
    assertThat(breakdowns(instance, "acme:TotalOtherCountriesMember", "country:JP", "country:DE"))
        .containsExactly("revenue 2023-Q1 DE+JP+US", "revenue 2023-Q1 OTHER_COUNTRIES+US");
  }

  @Test
  void aTotalOfRegionsMakesUpTheWholeWithTheOthersAsASecondBreakdown() {
    InstanceBuilder instance = withTotal(InstanceBuilder.instance(), Q1, 5, 3, 1);
    assertThat(breakdowns(withTotal(instance, Q1_BEFORE, 4, 3, 2)))
        .containsExactlyInAnyOrder(
            "revenue 2023-Q1 DE+JP+US",
            "revenue 2023-Q1 OTHER_COUNTRIES+US",
            "revenue 2022-Q1 DE+JP+US",
            "revenue 2022-Q1 OTHER_COUNTRIES+US");
  }

  @Test
  void aDerivedQuarterHasBothBreakdowns() {
    String half = "2022-01-01/2022-06-30";
    InstanceBuilder instance = withTotal(InstanceBuilder.instance(), Q1_BEFORE, 5, 3, 1);
    assertThat(breakdowns(withTotal(instance, half, 9, 7, 3)))
        .contains("revenue 2022-Q2 DE+JP+US", "revenue 2022-Q2 OTHER_COUNTRIES+US");
  }

  @Test
  void ofEqualDivisionsTheGeographicalAxisComesFirst() {
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(Q1, "9000000:-3")
            .segment("acme:NorthAmericaMember", Q1, "5000000:-3")
            .segment("acme:InternationalMember", Q1, "4000000:-3")
            .region("country:US", Q1, "3000000:-3")
            .region("acme:OtherCountriesMember", Q1, "6000000:-3");
    assertThat(breakdowns(instance))
        .containsExactly(
            "revenue 2023-Q1 OTHER_COUNTRIES+US", "revenue 2023-Q1 INTERNATIONAL+NORTH_AMERICA");
  }

  @Test
  void ofManyRegionsTheInnerOnesMakeUpTheWholeOrTheOuterOnes() {
    String[] countries = {
      "country:JP", "country:DE", "country:FR", "country:IT", "country:ES", "country:PT",
      "country:CN", "country:KR", "country:TW", "country:AU", "country:NZ", "country:IN"
    };
    for (String other : List.of("12000000", "15000000")) {
      InstanceBuilder instance =
          InstanceBuilder.instance()
              .fact(Q1, (other.equals("12000000") ? "17000000" : "20000000") + ":-3")
              .region("country:US", Q1, "5000000:-3")
              .region("acme:TotalOtherCountriesMember", Q1, other + ":-3");
      for (String country : countries) {
        instance.region(country, Q1, "1000000:-3");
      }
      assertThat(breakdowns(instance, "acme:TotalOtherCountriesMember", countries))
          .first()
          .isEqualTo(
              other.equals("12000000")
                  ? "revenue 2023-Q1 AU+CN+DE+ES+FR+IN+IT+JP+KR+NZ+PT+TW+US"
                  : "revenue 2023-Q1 OTHER_COUNTRIES+US");
    }
  }

  @Test
  void twoSubsetsOfTheSameSizeProveNothing() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of(Q1, Q1_BEFORE)) {
      quarter(instance, time, 9, 5, 4).region("country:US", time, "5000000:-3");
    }
    assertThat(breakdowns(instance)).isEmpty();
  }

  @Test
  void regionsOfAProductThatIsTheOnlyOneMakeUpTheWholeOfEverything() {
    String product = "srt:ProductOrServiceAxis=acme:StreamingMember";
    String geography = "srt:StatementGeographicalAxis=";
    assertThat(
            breakdowns(
                InstanceBuilder.instance()
                    .fact(Q1, "9000000:-3")
                    .fact(Q1, "5000000:-3", product, geography + "country:JP")
                    .fact(Q1, "4000000:-3", product, geography + "country:US")
                    .fact(Q1_BEFORE, "8000000:-3")
                    .fact(Q1_BEFORE, "4000000:-3", product, geography + "country:JP")
                    .fact(Q1_BEFORE, "3000000:-3", product, geography + "country:US")))
        .containsExactly("revenue-streaming 2023-Q1 JP+US");
  }

  @Test
  void aFourthQuarterDividesAsTheYearAndTheNineMonthsDo() {
    FilingSequence acme = FilingSequence.acme();
    acme.read(
        FilingSequence.filing(
            InstanceBuilder.CIK, "0000000042-23-000003", "10-Q", "2023-11-01", "2023-09-30"),
        quarter(InstanceBuilder.instance(), "2023-01-01/2023-09-30", 9, 5, 4));
    ContentsView contents =
        new ContentsView(
            acme.read(
                FilingSequence.filing(
                    InstanceBuilder.CIK,
                    "0000000042-24-000001",
                    "10-K",
                    "2024-02-01",
                    "2023-12-31"),
                quarter(InstanceBuilder.instance(), "2023-01-01/2023-12-31", 14, 8, 6)));
    assertThat(contents.derived()).hasSize(3);
    assertThat(contents.breakdowns()).containsExactly("revenue 2023-Q4 JP+OTHER_COUNTRIES");
  }

  @Test
  void noFourthQuarterIsDerivedIfTheYearAndTheNineMonthsDivideDifferently() {
    FilingSequence acme = FilingSequence.acme();
    acme.read(
        FilingSequence.filing(
            InstanceBuilder.CIK, "0000000042-23-000003", "10-Q", "2023-11-01", "2023-09-30"),
        quarter(InstanceBuilder.instance(), "2023-01-01/2023-09-30", 9, 5, 4));
    ContentsView contents =
        new ContentsView(
            acme.read(
                FilingSequence.filing(
                    InstanceBuilder.CIK,
                    "0000000042-24-000001",
                    "10-K",
                    "2024-02-01",
                    "2023-12-31"),
                InstanceBuilder.instance()
                    .fact("2023-01-01/2023-12-31", "14000000:-3")
                    .region("country:JP", "2023-01-01/2023-12-31", "8000000:-3")
                    .region("country:US", "2023-01-01/2023-12-31", "6000000:-3")));
    assertThat(contents.derived()).isEmpty();
  }
}
