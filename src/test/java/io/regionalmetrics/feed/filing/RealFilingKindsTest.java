package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real filings of many kinds: the figures that a reader of the filing would write down. */
class RealFilingKindsTest {
  private static final String MILLION = "000000 USD";

  /** Reads one filing of a company. */
  private static ContentsView read(String file, String cik, String filed, String periodEnd) {
    return new ContentsView(sequence(cik).real(file, filing(cik, 1, filed, periodEnd)));
  }

  private static FilingSequence sequence(String cik) {
    return new FilingSequence("acme", "Acme", cik);
  }

  /** A filing with an accession number of our own. */
  private static Filing filing(String cik, int number, String filed, String periodEnd) {
    return FilingSequence.filing(
        cik, "%s-23-%06d".formatted(cik, number), "10-Q", filed, periodEnd);
  }

  /**
   * The rows of a metric in a quarter, without their first words: {@code US 20894}, in millions.
   */
  private static List<String> millions(ContentsView filing, String metric, String quarter) {
    return filing.rows(metric).stream()
        .filter(row -> row.contains(" " + quarter + " "))
        .map(row -> row.substring(metric.length() + 1).replace(" " + quarter, ""))
        .map(row -> row.replace(MILLION, ""))
        .toList();
  }

  private static List<String> breakdowns(ContentsView filing, String quarter) {
    return filing.breakdowns().stream().filter(one -> one.contains(" " + quarter + " ")).toList();
  }

  @Test
  void segmentsAreToldBeforeEliminationsAndTheTotalHoldsOtherIncome() {
    ContentsView chevron =
        read("kinds/cvx-20230630_htm.xml", "0000093410", "2023-08-08", "2023-06-30");
    assertThat(millions(chevron, "revenue", "2023-Q2"))
        .containsExactlyInAnyOrder("WORLD 47216", "US 20894", "NON_US 26322");
    assertThat(millions(chevron, "revenue-oil-and-gas", "2023-Q2"))
        .containsExactlyInAnyOrder("WORLD 47216", "US 20894", "NON_US 26322");
    assertThat(breakdowns(chevron, "2023-Q2"))
        .contains("revenue 2023-Q2 NON_US+US", "revenue-oil-and-gas 2023-Q2 NON_US+US");
    assertThat(chevron.leftOut(LeftOutReason.OTHER_INCOME)).isEqualTo(4);
  }

  @Test
  void regionsStandBesideAllSegmentsTogether() {
    ContentsView disney =
        read("kinds/dis-20230701_htm.xml", "0001744489", "2023-08-09", "2023-07-01");
    assertThat(millions(disney, "revenue", "2023-Q2"))
        .containsExactlyInAnyOrder("WORLD 22330", "AMERICAS 17765", "APAC 2229", "EUROPE 2336");
    assertThat(breakdowns(disney, "2023-Q2"))
        .containsExactly("revenue 2023-Q2 AMERICAS+APAC+EUROPE");
  }

  @Test
  void theEarlyTerminationOfLicensesIsTheRemainderOfDisneysNineMonths() {
    FilingSequence disney = sequence("0001744489");
    disney.real("kinds/dis-20230701_htm.xml", filing("0001744489", 1, "2023-08-09", "2023-07-01"));
    Span nineMonths = new Span(LocalDate.parse("2021-10-03"), LocalDate.parse("2022-07-02"));
    assertThat(disney.history().breakdowns("revenue", new Unit("USD")))
        .map(spans -> spans.parts().get(nineMonths))
        .containsExactly(
            new ProvedParts(
                List.of("AMERICAS", "APAC", "EUROPE"),
                List.of(
                    new FactSeries(
                        "revenue",
                        "content_license_early_termination",
                        new Unit("USD"),
                        "dis:ContentLicenseEarlyTermination",
                        "beside"))));
  }

  @Test
  void regionsStandBesideAConcentrationOfRisk() {
    ContentsView palantir =
        read("kinds/pltr-20230630_htm.xml", "0001321655", "2023-08-08", "2023-06-30");
    assertThat(palantir.rows("revenue"))
        .contains(
            "revenue US 2023-Q2 328012000 USD",
            "revenue GB 2023-Q2 63229000 USD",
            "revenue REST_OF_WORLD 2023-Q2 142076000 USD");
    assertThat(breakdowns(palantir, "2023-Q2"))
        .containsExactly("revenue 2023-Q2 GB+REST_OF_WORLD+US");
  }

  @Test
  void regionsAreOnAnAxisOfTheCompanysOwn() {
    ContentsView rtx = read("kinds/rtx-20230630_htm.xml", "0000101829", "2023-07-25", "2023-06-30");
    assertThat(millions(rtx, "revenue", "2023-Q2"))
        .containsExactlyInAnyOrder(
            "WORLD 18315",
            "US 11227",
            "EUROPE 3286",
            "APAC 2109",
            "MIDDLE_EAST_AND_NORTH_AFRICA 851",
            "OTHER 842");
    assertThat(breakdowns(rtx, "2023-Q2"))
        .contains("revenue 2023-Q2 APAC+EUROPE+MIDDLE_EAST_AND_NORTH_AFRICA+OTHER+US");
  }

  @Test
  void salesToThirdPartiesAreToldUnderTheCompanysOwnConcept() {
    ContentsView cocaCola =
        read("kinds/ko-20230630_htm.xml", "0000021344", "2023-07-26", "2023-06-30");
    assertThat(millions(cocaCola, "revenue", "2023-Q2"))
        .containsExactlyInAnyOrder(
            "WORLD 11972",
            "US 4302",
            "INTERNATIONAL 7670",
            "NORTH_AMERICA 4365",
            "LATAM 1378",
            "EMEA 2043",
            "PACIFIC 1349");
    assertThat(breakdowns(cocaCola, "2023-Q2")).contains("revenue 2023-Q2 INTERNATIONAL+US");
    assertThat(cocaCola.leftOut(LeftOutReason.BEFORE_ELIMINATIONS)).isPositive();
  }

  @Test
  void regionsThatAreOneOffTheirSumMakeUpTheWholeWithinRounding() {
    ContentsView merck =
        read("kinds/mrk-20230630_htm.xml", "0000310158", "2023-08-04", "2023-06-30");
    assertThat(breakdowns(merck, "2023-Q2"))
        .contains("revenue 2023-Q2 APAC+CN+EMEA+JP+LATAM+OTHER_COUNTRIES+US");
  }

  @Test
  void aRegionInsideAnotherIsNoneOfThoseThatMakeUpTheWhole() {
    ContentsView mmm = read("kinds/mmm-20230630_htm.xml", "0000066740", "2023-07-25", "2023-06-30");
    assertThat(millions(mmm, "revenue", "2023-Q2")).contains("WORLD 8325", "US 3800");
    assertThat(breakdowns(mmm, "2023-Q2")).contains("revenue 2023-Q2 AMERICAS+APAC+EMEA");
  }

  @Test
  void aRegionThatIsToldNewlyIsOneOfThoseThatMakeUpItsQuarter() {
    ContentsView nvidia =
        read("kinds/nvda-20250727_htm.xml", "0001045810", "2025-08-28", "2025-07-27");
    assertThat(millions(nvidia, "revenue", "2025-Q2")).contains("WORLD 46743", "SG 10156");
    assertThat(breakdowns(nvidia, "2025-Q2")).singleElement().asString().contains("SG", "TW", "US");
  }

  @Test
  void theTopLineOfABankIsNetOfInterestExpense() {
    ContentsView bank =
        read("kinds/axp-20230930_htm.xml", "0000004962", "2023-10-20", "2023-09-30");
    assertThat(millions(bank, "revenue", "2023-Q3")).containsExactly("WORLD 15381");
  }

  @Test
  void aFourthQuarterOfSixteenWeeksIsDerived() {
    FilingSequence pepsico = sequence("0000077476");
    pepsico.real("kinds/pep-20230909_htm.xml", filing("0000077476", 1, "2023-10-10", "2023-09-09"));
    ContentsView year =
        new ContentsView(
            pepsico.real(
                "kinds/pep-20231230_htm.xml", filing("0000077476", 2, "2024-02-09", "2023-12-30")));
    assertThat(millions(year, "revenue", "2023-Q4"))
        .containsExactlyInAnyOrder(
            "WORLD 27850",
            "FRITO_LAY_NORTH_AMERICA 7473",
            "QUAKER_FOODS_NORTH_AMERICA 893",
            "PEPSI_CO_BEVERAGES_NORTH_AMERICA 7912",
            "LATAM 3966",
            "EUROPE 4216",
            "AFRICA_MIDDLE_EAST_AND_SOUTH_ASIA 1937",
            "ASIA_PACIFIC_AUSTRALIA_AND_NEW_ZEALAND_AND_CHINA 1453");
  }

  @Test
  void aYearOfOtherSegmentsThanItsNineMonthsHasNoFourthQuarter() {
    FilingSequence google = sequence("0001288776");
    ContentsView quarter =
        new ContentsView(
            google.real(
                "kinds/goog-20120930.xml", filing("0001288776", 1, "2012-10-31", "2012-09-30")));
    assertThat(quarter.rows("revenue")).noneMatch(row -> row.contains("2012-Q3"));
    ContentsView year =
        new ContentsView(
            google.real(
                "kinds/goog-20121231.xml", filing("0001288776", 2, "2013-01-29", "2012-12-31")));
    assertThat(year.derived()).isEmpty();
  }

  @Test
  void gainsFromHedgingBelongToAlphabetsRevenue() {
    ContentsView alphabet =
        read("kinds/goog-20230930_htm.xml", "0001652044", "2023-10-25", "2023-09-30");
    assertThat(breakdowns(alphabet, "2022-Q3"))
        .containsExactly(
            "revenue 2022-Q3 AMERICAS_EXCLUDING_UNITED_STATES+APAC+EMEA+US"
                + " and gain_loss_on_oil_and_gas_hedging_activity 638000000");
    assertThat(breakdowns(alphabet, "2023-Q3"))
        .singleElement()
        .asString()
        .endsWith("hedging_activity -1000000");
  }

  @Test
  void aBusinessWithoutAPlaceIsTheRestOfAmazonsRegions() {
    ContentsView amazon =
        read("kinds/amzn-20230630_htm.xml", "0001018724", "2023-08-04", "2023-06-30");
    assertThat(millions(amazon, "revenue", "2023-Q2"))
        .containsExactlyInAnyOrder("WORLD 134383", "NORTH_AMERICA 82546", "INTERNATIONAL 29697");
    assertThat(breakdowns(amazon, "2023-Q2"))
        .containsExactly(
            "revenue 2023-Q2 INTERNATIONAL+NORTH_AMERICA and amazon_web_services 22140000000");
  }

  @Test
  void retailStoresAreTheRestOfApplesRegionsOf2013() {
    ContentsView apple = read("kinds/aapl-20130629.xml", "0000320193", "2013-07-24", "2013-06-29");
    assertThat(breakdowns(apple, "2013-Q2"))
        .containsExactly(
            "revenue 2013-Q2 AMERICAS+APAC+EUROPE+GREATER_CHINA+JP and retail 4074000000");
  }

  @Test
  void ofTwoDivisionsNeitherOfWhichIsFinerBothAreKept() {
    ContentsView cocaCola =
        read("kinds/ko-20230630_htm.xml", "0000021344", "2023-07-26", "2023-06-30");
    assertThat(breakdowns(cocaCola, "2023-Q2"))
        .containsExactlyInAnyOrder(
            "revenue 2023-Q2 INTERNATIONAL+US",
            "revenue 2023-Q2 EMEA+LATAM+NORTH_AMERICA+PACIFIC and bottling_investments 2042000000"
                + " and corporate 30000000 and global_ventures 765000000");
  }

  @Test
  void memberThatOneReportCallsOtherwiseIsTheSameRegion() {
    FilingSequence cocaCola = sequence("0000021344");
    cocaCola.real("kinds/ko-20231231_htm.xml", filing("0000021344", 1, "2024-02-19", "2023-12-31"));
    FilingContents renaming =
        cocaCola.real(
            "kinds/ko-20241231_htm.xml", filing("0000021344", 2, "2025-02-20", "2024-12-31"));
    assertThat(renaming.traits().renamed().ids()).isEqualTo(Map.of("A_PACIFIC", "PACIFIC"));
  }
}
