package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.xbrl.InstanceBuilder;
import org.junit.jupiter.api.Test;

/** Quarters that no filing states are derived from longer spans. */
class DerivedQuartersTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q2 = "2023-04-01/2023-06-30";
  private static final String Q3 = "2023-07-01/2023-09-30";
  private static final String Q4 = "2023-10-01/2023-12-31";
  private static final String HALF = "2023-01-01/2023-06-30";
  private static final String NINE = "2023-01-01/2023-09-30";
  private static final String YEAR = "2023-01-01/2023-12-31";

  private static Filing filing(int number, String filed) {
    return FilingSequence.filing(
        InstanceBuilder.CIK, "0000000042-23-%06d".formatted(number), "10-Q", filed, "2023-12-31");
  }

  private static final Filing MAY = filing(1, "2023-05-01");
  private static final Filing AUGUST = filing(2, "2023-08-01");
  private static final Filing OCTOBER = filing(3, "2023-11-01");
  private static final Filing NEXT = filing(4, "2024-02-01");
  private static final Filing LATER = filing(5, "2024-11-01");

  private final FilingSequence acme = FilingSequence.acme();

  private ContentsView read(Filing filing, InstanceBuilder instance) {
    return new ContentsView(acme.read(filing, instance));
  }

  @Test
  void aYearLessNineMonthsIsTheFourthQuarter() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    assertThat(read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0")).derived())
        .containsExactly("revenue WORLD 2023-Q4 400 USD, 399 to 401, by sec-0000000042-23-000004");
  }

  @Test
  void halfAYearLessTheFirstQuarterIsTheSecond() {
    assertThat(
            read(AUGUST, InstanceBuilder.instance().fact(HALF, "500:0").fact(Q1, "200:0"))
                .derived())
        .containsExactly("revenue WORLD 2023-Q2 300 USD, 299 to 301, by sec-0000000042-23-000002");
  }

  @Test
  void nineMonthsLessTheFirstAndThirdQuarterAreTheSecond() {
    read(MAY, InstanceBuilder.instance().fact(Q1, "200:0"));
    assertThat(
            read(OCTOBER, InstanceBuilder.instance().fact(NINE, "900:0").fact(Q3, "400:0"))
                .derived())
        .containsExactly(
            "revenue WORLD 2023-Q2 300 USD, 298.5 to 301.5, by sec-0000000042-23-000003");
  }

  @Test
  void theDerivationWithTheNarrowestBoundsIsUsed() {
    read(MAY, InstanceBuilder.instance().fact(Q1, "200:0"));
    read(AUGUST, InstanceBuilder.instance().fact(HALF, "500:-1"));
    assertThat(
            read(OCTOBER, InstanceBuilder.instance().fact(NINE, "900:0").fact(Q3, "400:0"))
                .derived())
        .containsExactly(
            "revenue WORLD 2023-Q2 300 USD, 298.5 to 301.5, by sec-0000000042-23-000003");
  }

  @Test
  void aStatedQuarterIsPreferredToADerivedOne() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    ContentsView contents =
        read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0").fact(Q4, "400:0"));
    assertThat(contents.derived()).isEmpty();
    assertThat(contents.rows()).containsExactly("revenue WORLD 2023-Q4 400 USD");
  }

  @Test
  void stocksAreNeverSubtracted() {
    assertThat(read(NEXT, InstanceBuilder.instance().fact("2023-12-31", "5:0")).derived())
        .isEmpty();
  }

  @Test
  void anotherCurrencyIsNotSubtracted() {
    read(OCTOBER, InstanceBuilder.instance().in("eur").fact(NINE, "600:0"));
    assertThat(read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0")).derived()).isEmpty();
  }

  @Test
  void anotherConceptIsNotSubtracted() {
    read(OCTOBER, InstanceBuilder.instance().of("us-gaap:SalesRevenueNet").fact(NINE, "600:0"));
    assertThat(read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0")).derived()).isEmpty();
  }

  @Test
  void anotherRegionIsNotSubtracted() {
    read(OCTOBER, InstanceBuilder.instance().region("country:JP", NINE, "600:0"));
    assertThat(
            read(NEXT, InstanceBuilder.instance().region("country:US", YEAR, "1000:0")).derived())
        .isEmpty();
  }

  @Test
  void theDifferenceMustBeAQuarter() {
    read(OCTOBER, InstanceBuilder.instance().fact("2023-01-01/2023-08-20", "600:0"));
    assertThat(read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0")).derived()).isEmpty();
  }

  @Test
  void nothingIsDerivedFromAYearAndNineMonthsThatWereRestatedLater() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0"));
    assertThat(read(LATER, InstanceBuilder.instance().fact(NINE, "650:0")).derived()).isEmpty();
  }

  @Test
  void nothingIsDerivedIfTheYearsFilingAlsoRestatesTheYearBefore() {
    read(MAY, InstanceBuilder.instance().fact("2022-01-01/2022-12-31", "900:0"));
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    assertThat(
            read(
                    NEXT,
                    InstanceBuilder.instance()
                        .fact(YEAR, "1000:0")
                        .fact("2022-01-01/2022-12-31", "850:0"))
                .derived())
        .isEmpty();
  }

  @Test
  void nothingIsDerivedFromAYearAndNineMonthsWithDifferentSegments() {
    read(
        OCTOBER,
        InstanceBuilder.instance()
            .fact(NINE, "600:0")
            .segment("acme:SearchMember", NINE, "500:0")
            .segment("acme:HomeMember", NINE, "40:0")
            .segment("acme:MobileMember", NINE, "60:0"));
    assertThat(
            read(
                    NEXT,
                    InstanceBuilder.instance()
                        .fact(YEAR, "1000:0")
                        .segment("acme:SearchMember", YEAR, "900:0")
                        .segment("acme:MobileMember", YEAR, "100:0"))
                .derived())
        .isEmpty();
  }

  @Test
  void aYearAndNineMonthsThatAreBothRestatedGiveARestatedQuarter() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0"));
    read(LATER, InstanceBuilder.instance().fact(NINE, "650:0"));
    assertThat(
            read(filing(6, "2025-02-01"), InstanceBuilder.instance().fact(YEAR, "1100:0"))
                .derived())
        .containsExactly("revenue WORLD 2023-Q4 450 USD, 449 to 451, by sec-0000000042-23-000006");
  }

  @Test
  void aYearThatIsRepeatedAfterARestatementIsUsedAgain() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0"));
    read(LATER, InstanceBuilder.instance().fact(NINE, "650:0"));
    assertThat(
            read(filing(6, "2025-02-01"), InstanceBuilder.instance().fact(YEAR, "1000:0"))
                .derived())
        .containsExactly("revenue WORLD 2023-Q4 350 USD, 349 to 351, by sec-0000000042-23-000006");
  }

  @Test
  void aDerivedQuarterIsNotRepeated() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    read(NEXT, InstanceBuilder.instance().fact(YEAR, "1000:0"));
    assertThat(read(LATER, InstanceBuilder.instance().fact(NINE, "600:0")).derived()).isEmpty();
  }

  @Test
  void aNegativeDifferenceIsNotUsed() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "600:0"));
    ContentsView contents = read(NEXT, InstanceBuilder.instance().fact(YEAR, "500:0"));
    assertThat(contents.derived()).isEmpty();
    assertThat(contents.notes()).containsExactly("difference-negative");
  }

  @Test
  void boundsDontReachBelowZero() {
    read(OCTOBER, InstanceBuilder.instance().fact(NINE, "6000:-3"));
    assertThat(read(NEXT, InstanceBuilder.instance().fact(YEAR, "6000:-3")).derived())
        .containsExactly("revenue WORLD 2023-Q4 0 USD, 0 to 1000, by sec-0000000042-23-000004");
  }

  @Test
  void fiftyThreeWeeksAreAYear() {
    read(OCTOBER, september().fact("2022-09-25/2023-07-01", "600:0"));
    assertThat(read(NEXT, september().fact("2022-09-25/2023-09-30", "1000:0")).derived())
        .containsExactly("revenue WORLD 2023-Q3 400 USD, 399 to 401, by sec-0000000042-23-000004");
  }

  @Test
  void aYearLessThirtySixWeeksIsAFourthQuarterOfSixteenWeeks() {
    read(OCTOBER, InstanceBuilder.instance().fact("2023-01-01/2023-09-09", "600:0"));
    assertThat(
            read(NEXT, InstanceBuilder.instance().fact("2023-01-01/2023-12-30", "1000:0"))
                .derived())
        .containsExactly("revenue WORLD 2023-Q4 400 USD, 399 to 401, by sec-0000000042-23-000004");
  }

  private static InstanceBuilder september() {
    return InstanceBuilder.instance().fiscalYearEnd("--09-30");
  }

  @Test
  void aSecondQuarterThatOneFilingStatesIsNotDerivedFromOthers() {
    read(MAY, InstanceBuilder.instance().fact(Q1, "200:0"));
    read(AUGUST, InstanceBuilder.instance().fact(Q2, "300:0").fact(HALF, "500:0"));
    assertThat(
            read(OCTOBER, InstanceBuilder.instance().fact(NINE, "900:0").fact(Q3, "400:0"))
                .derived())
        .isEmpty();
  }
}
