package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static io.regionalmetrics.integration.AnswerAssertions.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several figures answers, and how the others are reported. */
class WhichFigureAnswersTest {
  private final Service service = Service.fresh();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void restatedFigureAnswersFromTheDayOfItsRestatement() {
    take(
        DocumentBuilder.company("q4-letter", "2017-02-09")
            .defined()
            .level("users", "WORLD", "2016-Q4", "319000000", -6));
    take(
        DocumentBuilder.company("q3-letter", "2017-10-26")
            .level("users", "WORLD", "2016-Q4", "318000000", -6));
    assertThat(value("users", "WORLD", "2016-Q4", "2017-10-25").at("/value").intValue())
        .isEqualTo(319_000_000);
    assertThat(value("users", "WORLD", "2016-Q4", "2017-10-26").at("/value").intValue())
        .isEqualTo(318_000_000);
    JsonNode answer = regions("users", "WORLD", "2016-Q4", "2017-10-26");
    assertThat(findings(answer)).containsExactly("restated");
    assertThat(message(answer, "restated"))
        .contains("319m")
        .contains("318m")
        .contains("2017-10-26");
  }

  @Test
  void documentsMayArriveInAnyOrder() {
    take(
        DocumentBuilder.company("q3-letter", "2017-10-26")
            .defined()
            .level("users", "WORLD", "2016-Q4", "318000000", -6));
    take(
        DocumentBuilder.company("q4-letter", "2017-02-09")
            .level("users", "WORLD", "2016-Q4", "319000000", -6));
    assertThat(value("users", "WORLD", "2016-Q4", "2017-10-25").at("/value").intValue())
        .isEqualTo(319_000_000);
    assertThat(value("users", "WORLD", "2016-Q4", "2026-01-01").at("/value").intValue())
        .isEqualTo(318_000_000);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void figureThatIsRestoredAnswersAgainInAnyOrderOfArrival(List<Integer> order) {
    List<DocumentBuilder> letters =
        List.of(
            revenueInJapan("january", "2018-01-31", 10),
            revenueInJapan("february", "2018-02-28", 12),
            revenueInJapan("march", "2018-03-31", 10));
    take(letters, order);
    assertThat(revenueInJapan("2018-01-31")).isEqualTo(10_000_000);
    assertThat(revenueInJapan("2018-02-28")).isEqualTo(12_000_000);
    assertThat(revenueInJapan("2018-03-31")).isEqualTo(10_000_000);
    letters.forEach(this::assertUnchanged);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void confirmationAnswersAfterALateDocumentTurnsOutToPrecedeIt(List<Integer> order) {
    List<DocumentBuilder> letters =
        List.of(
            revenueInJapan("a", "2018-01-05", 5),
            revenueInJapan("c", "2018-01-20", 6),
            revenueInJapan("b", "2018-02-05", 5));
    take(letters, order);
    assertThat(revenueInJapan("2018-01-05")).isEqualTo(5_000_000);
    assertThat(revenueInJapan("2018-01-20")).isEqualTo(6_000_000);
    assertThat(revenueInJapan("2018-02-05")).isEqualTo(5_000_000);
    assertThat(message(regions("revenue", "JP", "2017-Q4", "2018-02-05"), "restated"))
        .contains("$6m")
        .contains("2018-02-05");
    letters.forEach(this::assertUnchanged);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void derivedFigureAnswersAfterAWithdrawalInAnyOrderOfArrival(List<Integer> order) {
    List<DocumentBuilder> letters =
        List.of(
            revenueInJapan("january", "2018-01-31", 10),
            DocumentBuilder.company("february", "2018-02-28")
                .defined()
                .observation(
                    """
                    {"company": "twitter", "metric": "revenue", "region": "JP", "period": "2017-Q4", "status": "O"}\
                    """),
            DocumentBuilder.company("march", "2018-03-31")
                .defined()
                .observation(
                    """
                    {"company": "twitter", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 11000000,
                     "low": 10900000, "high": 11100000, "derivation": "the year less nine months"}\
                    """));
    take(letters, order);
    assertThat(revenueInJapan("2018-01-31")).isEqualTo(10_000_000);
    assertThat(value("revenue", "JP", "2017-Q4", "2018-02-28").get("missing").textValue())
        .isEqualTo("withdrawn");
    assertFigure(
        value("revenue", "JP", "2017-Q4", "2018-03-31"),
        "11000000",
        "10900000",
        "11100000",
        "USD",
        "derived");
  }

  @Test
  void statedFigureThatConfirmsADerivedOneAnswersAsStated() {
    take(
        DocumentBuilder.company("annual-report", "2018-02-23")
            .defined()
            .observation(
                """
                {"company": "twitter", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 10000000,
                 "low": 9500000, "high": 10500000, "derivation": "the year less nine months"}\
                """));
    take(revenueInJapan("letter", "2018-03-31", 10));
    JsonNode value = value("revenue", "JP", "2017-Q4", "2018-03-31");
    assertFigure(value, "10000000", "9500000", "10500000", "USD", "reported");
    assertThat(value.at("/sources/0").textValue()).isEqualTo("letter");
  }

  @Test
  void confirmationIsNeitherARestatementNorAnAlternative() {
    take(revenueInJapan("letter", "2018-01-31", 10));
    String before = regions("revenue", "JP", "2017-Q4", "2018-06-01").toString();
    take(revenueInJapan("letter-again", "2018-03-31", 10));
    assertThat(regions("revenue", "JP", "2017-Q4", "2018-06-01").toString()).isEqualTo(before);
  }

  @Test
  void confirmationShowsItsOwnNoteOnceItAnswers() {
    take(revenueInJapan("a", "2018-01-05", 5));
    take(noted("b", "2018-02-05", ", \"note\": \"as said before\""));
    take(noted("d", "2018-03-05", ""));
    take(revenueInJapan("c", "2018-01-20", 6));
    assertThat(value("revenue", "JP", "2017-Q4", "2018-02-05").at("/note").textValue())
        .isEqualTo("as said before");
    take(revenueInJapan("e", "2018-02-20", 6));
    assertThat(value("revenue", "JP", "2017-Q4", "2018-03-05").at("/value").intValue())
        .isEqualTo(5_000_000);
    assertThat(value("revenue", "JP", "2017-Q4", "2018-03-05").has("note")).isFalse();
  }

  @Test
  void nothingIsKnownBeforeItWasPublished() {
    take(
        DocumentBuilder.company("q4-letter", "2017-02-09")
            .defined()
            .level("users", "WORLD", "2016-Q4", "319000000", -6));
    JsonNode value = value("users", "WORLD", "2016-Q4", "2017-02-08");
    assertThat(value.get("missing").textValue()).isEqualTo("not-yet-published");
    assertThat(value.get("message").textValue()).contains("2017-02-09");
  }

  @Test
  void companysFigureTakesPrecedenceOverANewerOneOfThePress() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6));
    take(
        DocumentBuilder.press("paper", "2018-03-01")
            .level("revenue", "JP", "2017-Q4", "107000000", -6));
    JsonNode answer = regions("revenue", "JP", "2017-Q4", "2018-03-02");
    assertThat(answer.at("/rows/0/value/value").intValue()).isEqualTo(106_000_000);
    assertThat(answer.at("/rows/0/value/alternatives/0/value").intValue()).isEqualTo(107_000_000);
    assertThat(answer.at("/rows/0/value/alternatives/0/sources/0").textValue()).isEqualTo("paper");
    assertThat(answer.at("/sources/paper/publisher").textValue()).isEqualTo("Reuters");
  }

  @Test
  void sourcesThatDifferByMoreThanRoundingAreReported() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6));
    take(
        DocumentBuilder.press("paper", "2018-03-01")
            .level("revenue", "JP", "2017-Q4", "108000000", -6));
    JsonNode answer = regions("revenue", "JP", "2017-Q4", "2018-03-02");
    assertThat(findings(answer)).containsExactly("sources-differ");
    assertThat(message(answer, "sources-differ"))
        .contains("$106m according to Twitter")
        .contains("$108m according to Reuters");
  }

  @Test
  void sourcesThatDifferOnlyByRoundingAreNotReported() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6));
    take(
        DocumentBuilder.press("paper", "2018-03-01")
            .level("revenue", "JP", "2017-Q4", "110000000", -7));
    assertThat(findings(regions("revenue", "JP", "2017-Q4", "2018-03-02"))).isEmpty();
  }

  @Test
  void filingTakesPrecedenceOverAReleaseOfTheSameDay() {
    take(
        DocumentBuilder.of("release", "2018-02-08", "company", "Twitter")
            .defined()
            .level("revenue", "WORLD", "2017-Q4", "732000000", -6));
    take(
        DocumentBuilder.of("a-filing", "2018-02-08", "filing", "SEC")
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3));
    JsonNode answer = regions("revenue", "WORLD", "2017-Q4", "2018-02-08");
    assertThat(answer.at("/rows/0/value/value").intValue()).isEqualTo(731_560_000);
    assertThat(answer.at("/rows/0/value/alternatives/0/value").intValue()).isEqualTo(732_000_000);
    assertThat(findings(answer)).isEmpty();
  }

  @Test
  void statedFigureTakesPrecedenceOverALaterDerivedOne() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "WORLD", "2017-Q4", "732000000", -6));
    take(
        DocumentBuilder.of("annual-report", "2018-02-23", "filing", "SEC")
            .observation(
                """
                {"company": "twitter", "metric": "revenue", "region": "WORLD", "period": "2017-Q4", "value": 731560000,
                 "low": 731559000, "high": 731561000, "derivation": "the year less nine months"}\
                """));
    JsonNode answer = regions("revenue", "WORLD", "2017-Q4", "2018-03-01");
    assertFigure(
        answer.at("/rows/0/value"), "732000000", "731500000", "732500000", "USD", "reported");
    assertThat(answer.at("/rows/0/value/alternatives/0/origin").textValue()).isEqualTo("derived");
    assertThat(answer.at("/rows/0/value/alternatives/0/derivation").textValue())
        .isEqualTo("the year less nine months");
  }

  @Test
  void datasetAnswersOnlyIfNoOtherSourceDoes() {
    take(
        DocumentBuilder.of("set", "2020-01-01", "dataset", "Somebody")
            .defined()
            .level("revenue", "JP", "2017-Q4", "100000000", -6));
    assertThat(value("revenue", "JP", "2017-Q4", "2020-01-01").at("/value").intValue())
        .isEqualTo(100_000_000);
    take(
        DocumentBuilder.press("paper", "2018-03-01")
            .level("revenue", "JP", "2017-Q4", "106000000", -6));
    assertThat(value("revenue", "JP", "2017-Q4", "2020-01-01").at("/value").intValue())
        .isEqualTo(106_000_000);
  }

  @Test
  void withdrawnFigureIsMissingFromThenOn() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6));
    take(
        DocumentBuilder.company("correction", "2018-04-01")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"JP\", \"period\": \"2017-Q4\", \"status\": \"O\"}"));
    assertThat(value("revenue", "JP", "2017-Q4", "2018-03-31").at("/value").intValue())
        .isEqualTo(106_000_000);
    assertThat(value("revenue", "JP", "2017-Q4", "2018-04-01").get("missing").textValue())
        .isEqualTo("withdrawn");
  }

  @Test
  void publishedGrowthAnswersEvenIfBothLevelsArePublished() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .level("revenue", "JP", "2016-Q4", "79000000", -6)
            .growth("revenue", "JP", "2017-Q4", "yoy", "34"));
    JsonNode answer = growth("revenue", "JP", "2017-Q4", "");
    assertFigure(answer.at("/rows/0/growth"), "34", "33.5", "34.5", "%", "reported");
    assertFigure(answer.at("/rows/0/change"), "27000000", "26000000", "28000000", "USD", "derived");
    assertThat(findings(answer)).isEmpty();
  }

  @Test
  void growthThatContradictsItsLevelsIsReported() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .level("revenue", "JP", "2016-Q4", "90000000", -6)
            .growth("revenue", "JP", "2017-Q4", "yoy", "34"));
    JsonNode answer = growth("revenue", "JP", "2017-Q4", "");
    assertThat(findings(answer)).containsExactly("growth-disagrees");
    assertThat(message(answer, "growth-disagrees")).contains("34%").contains("17.8%");
  }

  @Test
  void publishedGrowthCanImplyTheValueAsWell() {
    // By hand: 277m x 1.17 = 324.09m, at least 276.5 x 1.165 = 322.1225m, at most 277.5 x 1.175 =
    // 326.0625m.
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "INTERNATIONAL", "2016-Q4", "277000000", -6)
            .growth("revenue", "INTERNATIONAL", "2017-Q4", "yoy", "17"));
    JsonNode answer = growth("revenue", "INTERNATIONAL", "2017-Q4", "");
    assertFigure(
        answer.at("/rows/0/value"), "324090000", "322122500", "326062500", "USD", "implied");
    assertThat(findings(answer)).containsExactly("value-implied");
    assertThat(answer.get("sentence").textValue())
        .contains("outside the United States rose 17% to");
  }

  @Test
  void growthIsNotUsedForQuartersThatTheQuestionDoesNotRead() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2016-Q4", "79000000", -6)
            .growth("revenue", "JP", "2017-Q4", "yoy", "34"));
    JsonNode value = value("revenue", "JP", "2017-Q4", "2018-03-01");
    assertThat(value.get("missing").textValue()).isEqualTo("no-observation");
    assertThat(value.get("message").textValue()).contains("base=2016-Q4");
    assertThat(
            growth("revenue", "JP", "2017-Q4", "&base=qoq").at("/rows/0/value/message").textValue())
        .contains("base=2016-Q4");
  }

  @Test
  void quarterOnQuarterGrowthIsSeparateFromYearOnYear() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .growth("revenue", "JP", "2017-Q4", "yoy", "34")
            .growth("revenue", "JP", "2017-Q4", "qoq", "6"));
    JsonNode row = growth("revenue", "JP", "2017-Q4", "&base=qoq").at("/rows/0");
    assertFigure(row.get("growth"), "6", "5.5", "6.5", "%", "reported");
    // 106 / 1.06 = 100; 105.5 / 1.065 and 106.5 / 1.055
    assertFigure(row.get("base"), "100000000", "99061032.8638", "100947867.299", "USD", "implied");
  }

  @Test
  void residualIsComputedFromTheWorldAndThePart() {
    // By hand: 731.56m - 406m = 325.56m, at least 731.5595 - 406.5, at most 731.5605 - 405.5.
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "US", "2017-Q4", "406000000", -6));
    JsonNode answer = regions("revenue", "INTERNATIONAL,WORLD-US", "2017-Q4", "2018-03-01");
    assertFigure(
        answer.at("/rows/0/value"), "325560000", "325059500", "326060500", "USD", "derived");
    assertThat(answer.at("/rows/1/value/value")).isEqualTo(answer.at("/rows/0/value/value"));
    assertThat(answer.at("/rows/0/value/operands").findValuesAsText("region"))
        .containsExactlyInAnyOrder("WORLD", "US");
    assertThat(message(answer, "computed-from")).contains("WORLD").contains("US");
    assertThat(answer.at("/rows/1/ratio/value").asText()).isEqualTo("1");
  }

  @Test
  void narrowestOfSeveralWaysAnswers() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .with(
                """
                "regions": [{"id": "EUROPE", "name": "Europe"}, {"id": "ASIA", "name": "Asia"},
                            {"id": "WORLD", "company": "twitter", "name": "World", "members": ["US", "EUROPE", "ASIA"]}]\
                """)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .level("revenue", "EUROPE", "2017-Q4", "200000000", -3)
            .level("revenue", "ASIA", "2017-Q4", "125560000", -3));
    JsonNode value = value("revenue", "WORLD-US", "2017-Q4", "2018-03-01");
    assertFigure(value, "325560000", "325559000", "325561000", "USD", "derived");
    assertThat(value.get("operands").findValuesAsText("region"))
        .containsExactlyInAnyOrder("EUROPE", "ASIA");
  }

  @Test
  void ratioOfAnExpressionDividesSumByDifference() {
    // (731.56m - 406m) / (330m - 68m) = 1.2426; 325.0595 / 263, 326.0605 / 261
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .level("users", "WORLD", "2017-Q4", "330000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6));
    JsonNode value = value("revenue-per-user", "WORLD-US", "2017-Q4", "2018-03-01");
    assertFigure(value, "1.24259541985", "1.2359676806", "1.24927394637", "USD/user", "derived");
  }

  @Test
  void partsThatContradictEachOtherGiveNoFigure() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("users", "WORLD", "2017-Q4", "10000000", -6)
            .level("users", "US", "2017-Q4", "20000000", -6));
    assertThat(value("users", "WORLD-US", "2017-Q4", "2018-03-01").get("missing").textValue())
        .isEqualTo("figures-contradict");
  }

  @Test
  void newestPressFigureAnswersEvenIfDerived() {
    take(
        DocumentBuilder.of("first", "2018-06-02", "press", "AP")
            .defined()
            .level("users", "JP", "2017-Q4", "45000000", -6));
    take(
        DocumentBuilder.of("second", "2018-07-24", "press", "Reuters")
            .observation(
                """
                {"company": "twitter", "metric": "users", "region": "JP", "period": "2017-Q4", "value": 46000000,
                 "low": 45000000, "high": 47000000}\
                """));
    assertThat(value("users", "JP", "2017-Q4", "2018-08-01").at("/value").intValue())
        .isEqualTo(46_000_000);
  }

  @Test
  void growthsDoNotImplyTwoQuartersFromEachOther() {
    // Both levels follow from revenue and users: 100 / 10 and 90 / 10; the growth is as published.
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "100000000", -6)
            .level("revenue", "JP", "2016-Q4", "90000000", -6)
            .level("users", "JP", "2017-Q4", "10000000", -6)
            .level("users", "JP", "2016-Q4", "10000000", -6)
            .growth("revenue-per-user", "JP", "2017-Q4", "yoy", "11"));
    JsonNode row = growth("revenue-per-user", "JP", "2017-Q4", "").at("/rows/0");
    assertThat(row.at("/value/value").intValue()).isEqualTo(10);
    assertThat(row.at("/base/value").intValue()).isEqualTo(9);
    assertThat(row.at("/base/origin").textValue()).isEqualTo("derived");
    assertThat(row.at("/growth/value").intValue()).isEqualTo(11);
  }

  @Test
  void baseOfZeroGivesNoPercentage() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .level("revenue", "JP", "2016-Q4", "0", 0));
    JsonNode row = growth("revenue", "JP", "2017-Q4", "").at("/rows/0");
    assertThat(row.at("/growth/missing").textValue()).isEqualTo("base-not-positive");
    assertThat(row.at("/change/value").intValue()).isEqualTo(106_000_000);
    assertThat(row.at("/base/low").asText()).isEqualTo("0");
  }

  @Test
  void baseThatMayBeZeroLeavesBoundsOpen() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "3000000", -6)
            .level("revenue", "JP", "2016-Q4", "400000", -6));
    JsonNode answer = growth("revenue", "JP", "2017-Q4", "");
    assertThat(answer.at("/rows/0/growth/value").intValue()).isEqualTo(650);
    assertThat(answer.at("/rows/0/growth").has("low")).isFalse();
    assertThat(findings(answer)).containsExactly("bounds-open");
  }

  @Test
  void companyThatReportsInEurosIsAnsweredInEuros() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"DE\", \"period\": \"2017-Q4\", \"value\": 20000000, \"decimals\": -6, \"unit\": \"EUR\"}"));
    assertFigure(
        value("revenue", "DE", "2017-Q4", "2018-03-01"),
        "20000000",
        "19500000",
        "20500000",
        "EUR",
        "reported");
  }

  @Test
  void growthWithTheNarrowerBoundsImpliesTheLevel() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("users", "JP", "2016-Q4", "34", 0)
            .growth("users", "JP", "2017-Q4", "yoy", "34")
            .level("users", "JP", "2017-Q3", "40", -1)
            .growth("users", "JP", "2017-Q4", "qoq", "12"));
    JsonNode after =
        service
            .get("/v1/comparisons/revisions?company=twitter&metric=users&region=JP&period=2017-Q4")
            .at("/rows/0/after");
    // 34 x 1.34, not 40 x 1.12, since 40 is rounded to ten.
    assertFigure(after, "45.56", "44.7225", "46.4025", "users", "implied");
    take(DocumentBuilder.company("later", "2018-02-09").level("users", "JP", "2017-Q3", "40.2", 1));
    assertFigure(
        service
            .get("/v1/comparisons/revisions?company=twitter&metric=users&region=JP&period=2017-Q4")
            .at("/rows/0/after"),
        "45.024",
        "44.76725",
        "45.28125",
        "users",
        "implied");
  }

  @Test
  void levelsInDifferentCurrenciesAreNotCompared() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"DE\", \"period\": \"2017-Q4\", \"value\": 20000000, \"decimals\": -6, \"unit\": \"EUR\"}"));
    Service.Reply reply =
        service
            .get(
                "/v1/comparisons/regions?company=twitter&metric=revenue&region=JP,DE&period=2017-Q4")
            .expectStatus(422);
    assertThat(reply.text()).contains("USD and in EUR");
  }

  @Test
  void latestIsTheNewestQuarterThatAllHave() {
    take(
        DocumentBuilder.company("letter", "2018-05-01")
            .defined()
            .level("users", "JP", "2017-Q4", "45000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .level("users", "US", "2018-Q1", "69000000", -6));
    JsonNode answer =
        service
            .get("/v1/comparisons/regions?company=twitter&metric=users&region=JP,US&period=latest")
            .json();
    assertThat(answer.at("/question/period").textValue()).isEqualTo("2017-Q4");
    assertThat(findings(answer)).contains("latest-differs");
    assertThat(message(answer, "latest-differs")).contains("US has 2018-Q1");
  }

  @Test
  void newerQuartersOfSomeRegionsAreReportedWithLatest() {
    DocumentBuilder letter =
        DocumentBuilder.company("letter", "2019-05-01")
            .defined()
            .level("users", "JP", "2017-Q4", "45000000", -6);
    for (String quarter : List.of("2017-Q4", "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4")) {
      letter.level("users", "US", quarter, "68000000", -6);
    }
    take(letter.level("users", "DE", "2019-Q1", "9000000", -6));
    JsonNode answer =
        service
            .get("/v1/comparisons/regions?company=twitter&metric=users&region=JP,US&period=latest")
            .json();
    assertThat(answer.at("/question/period").textValue()).isEqualTo("2017-Q4");
    assertThat(message(answer, "latest-differs"))
        .isEqualTo(
            "2017-Q4 is the newest quarter that all have; users of twitter in US has 2018-Q4.");
  }

  @Test
  void latestIsReportedEvenIfNothingCanBeChecked() {
    service.post(
        DocumentBuilder.press("p", "2018-05-01")
            .defined()
            .level("users", "JP", "2017-Q4", "45000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .level("users", "US", "2018-Q1", "69000000", -6)
            .json());
    JsonNode answer =
        service
            .get("/v1/comparisons/check?company=twitter&metric=users&region=JP,US&period=latest")
            .json();
    assertThat(answer.get("rows")).isEmpty();
    assertThat(message(answer, "latest-differs")).startsWith("2017-Q4 is the newest");
  }

  @Test
  void latestAsOfADayIsTheNewestQuarterKnownThen() {
    take(
        DocumentBuilder.company("q4", "2018-02-08")
            .defined()
            .level("users", "US", "2017-Q4", "68000000", -6));
    take(
        DocumentBuilder.company("q1", "2018-05-01")
            .level("users", "US", "2018-Q1", "69000000", -6));
    assertThat(
            service
                .get(
                    "/v1/comparisons/regions?company=twitter&metric=users&region=US&period=latest&asOf=2018-03-01")
                .at("/question/period")
                .textValue())
        .isEqualTo("2017-Q4");
  }

  @Test
  void ranksThatRoundingLeavesOpenAreReported() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("users", "JP", "2017-Q4", "45000000", -6)
            .level("users", "BR", "2017-Q4", "44600000", -5)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .level("users", "DE", "2017-Q4", "45000000", -6));
    JsonNode answer = regions("users", "JP,BR,US,DE,FR", "2017-Q4", "2018-03-01");
    assertThat(answer.at("/rows").findValuesAsText("rank")).containsExactly("2", "4", "1", "2");
    assertThat(answer.at("/rows/4/value/missing").textValue()).isEqualTo("no-observation");
    assertThat(answer.at("/rows/4").has("rank")).isFalse();
    assertThat(message(answer, "rank-uncertain")).contains("JP and BR");
  }

  @Test
  void severalCompaniesAreCompared() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("revenue", "US", "2017-Q4", "406000000", -6));
    take(
        DocumentBuilder.of("apple-10-q", "2018-02-01", "filing", "Apple")
            .with(
                "\"companies\": [{\"id\": \"apple\", \"name\": \"Apple\", \"fiscalYearEnd\": \"09-30\"}]")
            .observation(
                "{\"company\": \"apple\", \"metric\": \"revenue\", \"region\": \"US\", \"period\": \"2017-Q4\", \"value\": 35193000000, \"decimals\": -6}"));
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/regions?company=twitter,apple&metric=revenue&region=US&period=2017-Q4&against=apple:US")
            .json();
    assertThat(answer.at("/question/company").toString()).isEqualTo("[\"twitter\",\"apple\"]");
    assertThat(answer.at("/question/against").textValue()).isEqualTo("apple:US");
    assertThat(answer.at("/rows/0/ratio/operands/0/company").textValue()).isEqualTo("apple");
    assertThat(answer.at("/rows/1/ratio/value").asText()).isEqualTo("1");
  }

  @Test
  void breakBetweenTheQuartersIsReported() {
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("users", "US", "2016-Q4", "67000000", -6)
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"US\", \"period\": \"2017-Q2\", \"value\": 68000000, \"decimals\": -6, \"status\": \"B\"}")
            .level("users", "US", "2017-Q4", "68000000", -6));
    JsonNode answer = growth("users", "US", "2017-Q4", "");
    assertThat(findings(answer)).containsExactly("definition-changed");
    assertThat(message(answer, "definition-changed")).contains("2017-Q2");
  }

  /** All orders in which three documents can arrive. */
  static Stream<List<Integer>> orders() {
    return Stream.of(
        List.of(0, 1, 2),
        List.of(0, 2, 1),
        List.of(1, 0, 2),
        List.of(1, 2, 0),
        List.of(2, 0, 1),
        List.of(2, 1, 0));
  }

  private void take(List<DocumentBuilder> documents, List<Integer> order) {
    order.forEach(nth -> take(documents.get(nth)));
  }

  private static DocumentBuilder revenueInJapan(String source, String published, int millions) {
    return DocumentBuilder.company(source, published)
        .defined()
        .level("revenue", "JP", "2017-Q4", millions + "000000", -6);
  }

  private static DocumentBuilder noted(String source, String published, String note) {
    return DocumentBuilder.company(source, published)
        .observation(
            """
            {"company": "twitter", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 5000000, "decimals": -6%s}\
            """
                .formatted(note));
  }

  private int revenueInJapan(String asOf) {
    return value("revenue", "JP", "2017-Q4", asOf).at("/value").intValue();
  }

  private void assertUnchanged(DocumentBuilder document) {
    assertThat(service.post(document.json()).text())
        .isEqualTo("{\"observations\":1,\"added\":0,\"revised\":0,\"unchanged\":1,\"quarters\":0}");
  }

  private void take(DocumentBuilder document) {
    Service.Reply reply = service.post(document.json()).expectStatus(200);
  }

  private JsonNode regions(String metric, String regions, String period, String asOf) {
    return service
        .get(
            "/v1/comparisons/regions?company=twitter&metric=%s&region=%s&period=%s&asOf=%s"
                .formatted(metric, regions, period, asOf))
        .json();
  }

  private JsonNode value(String metric, String region, String period, String asOf) {
    return regions(metric, region, period, asOf).at("/rows/0/value");
  }

  private JsonNode growth(String metric, String region, String period, String more) {
    return service
        .get(
            "/v1/comparisons/growth?company=twitter&metric=%s&region=%s&period=%s%s"
                .formatted(metric, region, period, more))
        .json();
  }
}
