package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static io.regionalmetrics.integration.AnswerAssertions.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures that are compared were restated together or not at all. */
class OneBookTest {
  private static final String APART = "restated-apart";

  private final Service service = Service.fresh();

  @BeforeEach
  void start() {
    service.withDocument(DocumentBuilder.company("definitions", "2016-01-01").defined().json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void filed(String day, String... levels) {
    DocumentBuilder document = DocumentBuilder.of("filed-" + day, day, "filing", "SEC");
    for (String level : levels) {
      String[] words = level.split(" ");
      document.level(words[0], words[1], words[2], words[3], 0);
    }
    service.withDocument(document.json());
  }

  private JsonNode ask(String question) {
    return service
        .get("/v1/comparisons/" + question.replace("?", "?company=twitter&"))
        .expectStatus(200)
        .json();
  }

  private static String value(JsonNode answer, String field) {
    return answer.at("/rows/0/" + field + "/value").asText();
  }

  private JsonNode growth(String asOf) {
    return ask("growth?metric=revenue&region=JP&period=2018-Q2&base=yoy&asOf=" + asOf);
  }

  @Test
  void growthIsOfTheFilingThatTellsBothQuarters() {
    filed("2018-07-20", "revenue JP 2018-Q2 100", "revenue JP 2017-Q2 80");
    filed("2019-07-20", "revenue JP 2018-Q2 120", "revenue JP 2019-Q2 130");
    JsonNode answer = growth("2020-01-01");
    assertThat(value(answer, "growth")).isEqualTo("25");
    assertThat(value(answer, "value")).isEqualTo("100");
    assertThat(message(answer, APART))
        .isEqualTo(
            "revenue of JP in 2018-Q2 was restated to $120 on 2019-07-20 by filed-2019-07-20, without revenue of JP in 2017-Q2. The earlier value is compared: $100, as published on 2018-07-20.");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "Twitter's revenue in Japan rose 25% to $100 in 2018-Q2, from $80 a year earlier, as published on 2018-07-20.");
    assertThat(answer.at("/sources/filed-2019-07-20/kind").asText()).isEqualTo("filing");
  }

  @Test
  void growthOfARegionSaysThatItsWholeWasRestatedWithoutIt() {
    filed("2017-07-20", "revenue JP 2017-Q2 134", "revenue WORLD 2017-Q2 255");
    filed("2018-02-20", "revenue WORLD 2017-Q2 215");
    filed("2018-07-20", "revenue JP 2018-Q2 125", "revenue WORLD 2018-Q2 224");
    assertThat(message(growth("2020-01-01"), APART))
        .isEqualTo(
            "revenue of WORLD in 2017-Q2 was restated from $255 to $215 on 2018-02-20, without JP. So the growth may be between figures that don't count the same.");
  }

  @Test
  void growthOfARegionThatOneFilingTellsIsNotQuestionedByARestatementOfTheWhole() {
    filed("2017-07-20", "revenue JP 2017-Q2 134", "revenue WORLD 2017-Q2 255");
    filed("2018-02-20", "revenue WORLD 2017-Q2 215");
    filed("2018-07-20", "revenue JP 2018-Q2 125", "revenue JP 2017-Q2 120");
    assertThat(findings(growth("2020-01-01"))).doesNotContain(APART);
  }

  @Test
  void growthOfQuartersThatWereRestatedTogetherIsOfTheirNewestValues() {
    filed("2018-07-20", "revenue JP 2018-Q2 100", "revenue JP 2017-Q2 80");
    filed("2019-07-20", "revenue JP 2018-Q2 120", "revenue JP 2017-Q2 100");
    JsonNode answer = growth("2020-01-01");
    assertThat(value(answer, "growth")).isEqualTo("20");
    assertThat(findings(answer)).doesNotContain(APART);
  }

  @Test
  void filingThatRepeatsAQuarterTellsItTogetherWithTheOneThatItRestates() {
    filed("2018-07-20", "revenue JP 2018-Q2 100", "revenue JP 2017-Q2 80");
    filed("2019-07-20", "revenue JP 2018-Q2 120", "revenue JP 2017-Q2 80");
    JsonNode answer = growth("2020-01-01");
    assertThat(value(answer, "growth")).isEqualTo("50");
    assertThat(findings(answer)).doesNotContain(APART);
  }

  @Test
  void quarterPublishedAfterARestatementIsComparedWithTheRestatedOne() {
    filed("2017-07-20", "revenue JP 2017-Q2 80");
    filed("2018-01-20", "revenue JP 2017-Q2 90");
    filed("2018-07-20", "revenue JP 2018-Q2 108");
    assertThat(value(growth("2020-01-01"), "growth")).isEqualTo("20");
  }

  @Test
  void restatementIsUndoneIfNoSourceTellsBothQuarters() {
    filed("2017-07-20", "revenue JP 2017-Q2 80");
    filed("2018-07-20", "revenue JP 2018-Q2 100");
    filed("2019-07-20", "revenue JP 2018-Q2 120");
    assertThat(value(growth("2020-01-01"), "growth")).isEqualTo("25");
  }

  @Test
  void answerAsOfADayBeforeTheRestatementIsTheSame() {
    filed("2018-07-20", "revenue JP 2018-Q2 100", "revenue JP 2017-Q2 80");
    filed("2019-07-20", "revenue JP 2018-Q2 120");
    JsonNode before = growth("2019-01-01");
    assertThat(value(before, "growth")).isEqualTo("25");
    assertThat(findings(before)).doesNotContain(APART);
  }

  @Test
  void publishedGrowthBelongsToTheLevelOfItsDay() {
    service.withDocument(
        DocumentBuilder.of("release", "2018-07-20", "filing", "SEC")
            .level("revenue", "JP", "2018-Q2", "106000000", -6)
            .growth("revenue", "JP", "2018-Q2", "yoy", "34")
            .json());
    filed("2019-07-20", "revenue JP 2018-Q2 120000000");
    JsonNode answer = growth("2020-01-01");
    assertThat(value(answer, "value")).isEqualTo("106000000");
    assertThat(value(answer, "growth")).isEqualTo("34");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "Twitter's revenue in Japan rose 34% to $106m in 2018-Q2, from an implied $79m a year earlier, as published on 2018-07-20.");
    assertThat(message(answer, APART)).contains("without the growth (yoy) of revenue of JP");
  }

  @Test
  void growthIsComputedIfALaterFilingTellsBothLevels() {
    service.withDocument(
        DocumentBuilder.of("release", "2018-07-20", "filing", "SEC")
            .level("revenue", "JP", "2018-Q2", "100", 0)
            .level("revenue", "JP", "2017-Q2", "80", 0)
            .growth("revenue", "JP", "2018-Q2", "yoy", "25")
            .json());
    filed("2019-07-20", "revenue JP 2018-Q2 120", "revenue JP 2017-Q2 100");
    JsonNode answer = growth("2020-01-01");
    assertThat(value(answer, "growth")).isEqualTo("20");
    assertThat(answer.at("/rows/0/growth/origin").asText()).isEqualTo("derived");
  }

  @Test
  void pressReportOfBothQuartersDoesNotDisplaceFilings() {
    filed("2017-07-20", "revenue JP 2017-Q2 80");
    filed("2018-07-20", "revenue JP 2018-Q2 100");
    service.withDocument(
        DocumentBuilder.press("article", "2019-08-01")
            .level("revenue", "JP", "2018-Q2", "200", 0)
            .level("revenue", "JP", "2017-Q2", "100", 0)
            .json());
    filed("2019-07-20", "revenue JP 2018-Q2 120");
    assertThat(value(growth("2020-01-01"), "growth")).isEqualTo("25");
  }

  @Test
  void shareIsOfTheWholeThatWasPublishedWithItsPart() {
    filed("2018-07-20", "revenue WORLD 2018-Q2 100", "revenue JP 2018-Q2 60");
    filed("2019-02-01", "revenue WORLD 2018-Q2 80");
    JsonNode answer = ask("share?metric=revenue&region=JP&period=2018-Q2");
    assertThat(value(answer, "share")).isEqualTo("60");
    assertThat(findings(answer)).contains(APART);
  }

  @Test
  void levelAskedForItselfIsTheNewest() {
    filed("2018-07-20", "revenue WORLD 2018-Q2 100", "revenue JP 2018-Q2 60");
    filed("2019-02-01", "revenue WORLD 2018-Q2 80");
    JsonNode answer = ask("regions?metric=revenue&region=WORLD&period=2018-Q2");
    assertThat(value(answer, "value")).isEqualTo("80");
  }

  @Test
  void residualIsOfWholeAndPartOfOneBook() {
    filed("2018-07-20", "revenue WORLD 2018-Q2 100", "revenue JP 2018-Q2 60");
    filed("2019-02-01", "revenue WORLD 2018-Q2 80");
    JsonNode answer = ask("regions?metric=revenue&region=WORLD-JP&period=2018-Q2");
    assertThat(value(answer, "value")).isEqualTo("40");
    assertThat(findings(answer)).contains(APART);
  }

  @Test
  void contributionsAreOfFourFiguresOfOneBook() {
    filed(
        "2018-07-20",
        "revenue WORLD 2018-Q2 100",
        "revenue JP 2018-Q2 60",
        "revenue WORLD 2017-Q2 80",
        "revenue JP 2017-Q2 50");
    filed("2019-02-01", "revenue WORLD 2017-Q2 40");
    JsonNode answer = ask("contribution?metric=revenue&region=JP&period=2018-Q2");
    assertThat(value(answer, "contribution")).isEqualTo("12.5");
    assertThat(answer.at("/sentence").asText())
        .startsWith("Twitter's revenue worldwide rose 25% in");
  }

  @Test
  void fourQuartersThatAreSummedWereRestatedTogetherOrNotAtAll() {
    filed("2017-04-20", "revenue JP 2017-Q1 10");
    filed("2017-07-20", "revenue JP 2017-Q2 20");
    filed("2017-10-20", "revenue JP 2017-Q3 30");
    filed("2018-01-20", "revenue JP 2017-Q4 40");
    filed("2018-04-20", "revenue JP 2017-Q1 15");
    JsonNode answer =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue&region=JP&transform=ttm,qoq&startPeriod=2017-Q1&endPeriod=2017-Q4")
            .expectStatus(200)
            .json();
    assertThat(answer.at("/rows/0/value/value").asText()).isEqualTo("15");
    assertThat(answer.at("/rows/3/ttm/value").asText()).isEqualTo("100");
    assertThat(answer.at("/rows/1/qoq/value").asText()).isEqualTo("100");
    assertThat(answer.at("/rows/1/qoq/operands/0/value").asText()).isEqualTo("10");
    assertThat(findings(answer)).contains(APART);
  }

  @Test
  void laterRestatementMakesNoPublishedFigureInconsistent() {
    service.withDocument(
        DocumentBuilder.of("release", "2018-07-20", "filing", "SEC")
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "WORLD", "2018-Q2", "100", 0)
            .level("revenue", "US", "2018-Q2", "60", 0)
            .level("revenue", "INTERNATIONAL", "2018-Q2", "40", 0)
            .level("revenue", "US", "2017-Q2", "50", 0)
            .growth("revenue", "US", "2018-Q2", "yoy", "20")
            .level("users", "US", "2018-Q2", "30", 0)
            .level("revenue-per-user", "US", "2018-Q2", "2", 0)
            .json());
    filed("2019-02-01", "revenue WORLD 2018-Q2 70", "revenue US 2018-Q2 90");
    JsonNode answer = ask("check?period=2018-Q2");
    assertThat(answer.at("/rows")).hasSize(3);
    assertThat(answer.at("/rows"))
        .allSatisfy(row -> assertThat(row.at("/verdict").asText()).isEqualTo("consistent"));
  }

  @Test
  void sumThatOneFilingTellsWronglyIsInconsistent() {
    service.withDocument(
        DocumentBuilder.of("filed", "2018-07-20", "filing", "SEC")
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "WORLD", "2018-Q2", "100", 0)
            .level("revenue", "US", "2018-Q2", "60", 0)
            .level("revenue", "INTERNATIONAL", "2018-Q2", "50", 0)
            .json());
    JsonNode answer = ask("check?period=2018-Q2");
    assertThat(answer.at("/rows/0/verdict").asText()).isEqualTo("inconsistent");
  }

  @Test
  void driversAreOfFourFiguresOfOneBook() {
    filed(
        "2018-07-20",
        "revenue US 2018-Q2 120",
        "revenue US 2017-Q2 100",
        "users US 2018-Q2 30",
        "users US 2017-Q2 25");
    filed("2019-02-01", "users US 2017-Q2 10");
    JsonNode answer = ask("drivers?metric=revenue-per-user&region=US&period=2018-Q2&base=yoy");
    assertThat(answer.at("/rows/0/drivers/0/factor/value").asText()).isEqualTo("1.2");
    assertThat(findings(answer)).contains(APART);
  }
}
