package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Series of the article's figures and a few more, over HTTP, to the digit, calculated by hand. */
class SeriesTest {
  private static final String REVENUE = "/v1/series?company=twitter&metric=revenue";
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
    post(
        DocumentBuilder.company("filings", "2018-02-23")
            .level("revenue", "WORLD", "2016-Q4", "717206000", -3)
            .level("revenue", "WORLD", "2017-Q1", "548251000", -3)
            .level("revenue", "WORLD", "2017-Q2", "573855000", -3)
            .level("revenue", "WORLD", "2017-Q3", "589633000", -3)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "FR", "2017-Q1", "0", -6)
            .level("revenue", "FR", "2017-Q3", "2000000", -6)
            .level("revenue", "FR", "2017-Q4", "3000000", -6)
            .level("revenue", "FR", "2017-Q2", "0", -6)
            .level("revenue", "NZ", "2017-Q4", "0", -6));
    post(
        DocumentBuilder.company("first", "2017-02-09")
            .level("users", "WORLD", "2016-Q4", "319000000", -6));
    post(
        DocumentBuilder.company("restatement", "2017-10-26")
            .level("users", "WORLD", "2016-Q4", "318000000", -6)
            .level("users", "WORLD", "2017-Q3", "330000000", -6));
  }

  private static void post(DocumentBuilder document) {
    Service.Reply reply = service.post(document.json()).expectStatus(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonNode ask(String more) {
    Service.Reply reply = service.get(REVENUE + more).expectStatus(200);
    return reply.json();
  }

  /** The row of a region and quarter. */
  private static JsonNode row(JsonNode answer, String region, String period) {
    for (JsonNode row : answer.get("rows")) {
      if (row.get("region").textValue().equals(region)
          && row.get("period").textValue().equals(period)) {
        return row;
      }
    }
    throw new AssertionError("no row %s %s in %s".formatted(region, period, answer));
  }

  @Test
  void trailingTwelveMonthsAddFourQuartersAndTheirRoundings() {
    JsonNode answer = ask("&region=WORLD&transform=ttm");
    assertFigure(
        row(answer, "WORLD", "2017-Q4").get("ttm"),
        "2443299000",
        "2443297000",
        "2443301000",
        "USD",
        "derived");
    assertThat(row(answer, "WORLD", "2017-Q4").at("/ttm/operands").findValuesAsText("period"))
        .containsExactly("2017-Q1", "2017-Q2", "2017-Q3");
  }

  @Test
  void quartersBeforeTheRangeAreReadForTransforms() {
    JsonNode answer =
        ask("&region=WORLD&transform=yoy,qoq,ttm&startPeriod=2017-Q4&endPeriod=2017-Q4");
    assertThat(answer.get("rows")).hasSize(1);
    JsonNode row = answer.at("/rows/0");
    assertFigure(row.get("yoy"), "2.00137756795", "2.00123674283", "2.00151839327", "%", "derived");
    assertFigure(row.get("qoq"), "24.0703963313", "24.070206323", "24.0705863398", "%", "derived");
    assertThat(row.at("/ttm/value").asText()).isEqualTo("2443299000");
    assertThat(row.at("/yoy/from").toString()).isEqualTo("[\"value\"]");
    assertThat(row.at("/yoy/operands/0/period").textValue()).isEqualTo("2016-Q4");
  }

  @Test
  void indexIsExactly100InTheFirstQuarter() {
    JsonNode answer = ask("&region=WORLD&transform=index&startPeriod=2017-Q1&endPeriod=2017-Q4");
    assertFigure(answer.at("/rows/0/index"), "100", "100", "100", "1", "derived");
    assertFigure(
        answer.at("/rows/3/index"),
        "133.435233132",
        "133.435020241",
        "133.435446024",
        "1",
        "derived");
  }

  @Test
  void indexBeginsWithTheFirstLevelAboveZero() {
    JsonNode answer = ask("&region=FR&transform=index");
    assertThat(answer.at("/rows/0/index/value").asText()).isEqualTo("0");
    assertThat(answer.at("/rows/1/index/value").asText()).isEqualTo("0");
    assertFigure(answer.at("/rows/2/index"), "100", "100", "100", "1", "derived");
    assertFigure(answer.at("/rows/3/index"), "150", "100", "233.333333334", "1", "derived");
  }

  @Test
  void indexWithoutALevelAboveZeroIsMissingWithAReason() {
    assertThat(ask("&region=NZ&transform=index").at("/rows/0/index/missing").textValue())
        .isEqualTo("base-not-positive");
  }

  @Test
  void wholeOfAShareIsTheWorldByDefault() {
    JsonNode answer = ask("&region=JP,WORLD&transform=share&startPeriod=2017-Q4&endPeriod=2017-Q4");
    assertFigure(
        answer.at("/rows/0/share"),
        "14.4895839029",
        "14.4212269525",
        "14.5579409468",
        "%",
        "derived");
    assertFigure(answer.at("/rows/1/share"), "100", "100", "100", "%", "derived");
    assertThat(answer.at("/question/whole").textValue()).isEqualTo("WORLD");
  }

  @Test
  void partIsTheSameNumberInsideItsWhole() {
    JsonNode answer =
        ask("&region=FR&transform=share&whole=FR+JP&startPeriod=2017-Q4&endPeriod=2017-Q4");
    // 3m of 109m; at least 2.5 / (2.5 + 106.5), at most 3.5 / (3.5 + 105.5).
    assertFigure(
        answer.at("/rows/0/share"),
        "2.75229357798",
        "2.29357798165",
        "3.21100917432",
        "%",
        "derived");
  }

  @Test
  void shareOfAWholeOfZeroIsMissing() {
    assertThat(ask("&region=NZ&transform=share&whole=NZ").at("/rows/0/share/missing").textValue())
        .isEqualTo("whole-not-positive");
  }

  @Test
  void publishedGrowthIsShownAsPublished() {
    JsonNode answer = ask("&region=JP&transform=yoy,qoq");
    JsonNode row = row(answer, "JP", "2017-Q4");
    assertFigure(row.get("yoy"), "34", "33.5", "34.5", "%", "reported");
    assertThat(row.at("/qoq/missing").textValue()).isEqualTo("no-observation");
    assertThat(row.at("/qoq/message").textValue()).contains("2017-Q3");
  }

  @Test
  void openRangeCoversThePublishedQuarters() {
    JsonNode answer = ask("&region=JP,WORLD");
    assertThat(answer.at("/question/startPeriod").textValue()).isEqualTo("2016-Q4");
    assertThat(answer.at("/question/endPeriod").textValue()).isEqualTo("2017-Q4");
    assertThat(answer.get("rows")).hasSize(10);
    assertThat(row(answer, "JP", "2017-Q2").at("/value/missing").textValue())
        .isEqualTo("no-observation");
  }

  @Test
  void baseThatAGrowthImpliesIsALevelOfTheRange() {
    JsonNode answer = ask("&region=JP&startPeriod=2016-Q4&endPeriod=2017-Q4");
    assertFigure(
        answer.at("/rows/0/value"),
        "79104477.6119",
        "78438661.71",
        "79775280.8989",
        "USD",
        "implied");
    assertThat(findings(answer)).contains("value-implied");
  }

  @Test
  void openRangeCoversTheQuartersKnownOnTheDay() {
    JsonNode answer = ask("&region=*&asOf=2018-02-23");
    assertThat(answer.at("/question/asOf").textValue()).isEqualTo("2018-02-23");
    assertThat(row(answer, "JP", "2017-Q4").at("/value/missing").textValue())
        .isEqualTo("not-yet-published");
  }

  @Test
  void lastNObservationsAreTheNewestQuarters() {
    JsonNode answer = ask("&region=WORLD&lastNObservations=2");
    assertThat(answer.get("rows").findValuesAsText("period")).containsExactly("2017-Q3", "2017-Q4");
    assertThat(ask("&region=WORLD&lastNObservations=400").get("rows")).hasSize(5);
  }

  @Test
  void quartersBeforeAnyFigureAreListedAsMissing() {
    JsonNode answer = ask("&region=WORLD&startPeriod=2015-Q1&endPeriod=2015-Q4");
    assertThat(answer.get("rows")).hasSize(4);
    assertThat(answer.findValuesAsText("missing")).containsOnly("no-observation");
    assertThat(answer.at("/sentence").textValue())
        .startsWith("Twitter's revenue worldwide is not known from 2015-Q1 to 2015-Q4:");
  }

  @Test
  void sentenceComparesFirstAndLastQuarter() {
    assertThat(ask("&region=WORLD,JP,FR,NZ").at("/sentence").textValue())
        .isEqualTo(
            "From 2016-Q4 to 2017-Q4, Twitter's revenue rose from $717m to $732m worldwide,"
                + " an implied $79m to $106m in Japan, $0 in 2017-Q1 to $3m in France,"
                + " and was $0 in 2017-Q4 in New Zealand.");
    assertThat(ask("&region=JP&startPeriod=2017-Q4").at("/sentence").textValue())
        .isEqualTo("Twitter's revenue in Japan was $106m in 2017-Q4.");
  }

  @Test
  void citationStatesEveryDefault() {
    Service.Reply first =
        service.get(REVENUE + "&region=FR,WORLD-US&transform=yoy&lastNObservations=3");
    String citation = first.at("/citation").textValue();
    assertThat(citation)
        .startsWith("/v1/series?")
        .contains("startPeriod=2017-Q2")
        .contains("endPeriod=2017-Q4")
        .contains("asOf=2026-11-23");
    assertThat(service.get(citation).text()).isEqualTo(first.text());
  }

  @Test
  void ratioIsComputedQuarterByQuarter() {
    JsonNode answer =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue-per-user&region=JP&startPeriod=2016-Q4&endPeriod=2017-Q4")
            .json();
    assertThat(answer.at("/rows/4/value/value").asText()).isEqualTo("2.36");
    // 106 / 1.34 / 40
    assertThat(answer.at("/rows/0/value/value").asText()).isEqualTo("1.9776119403");
  }

  @Test
  void historyListsEveryVintageOldestFirst() {
    String question =
        "/v1/series?company=twitter&metric=users&region=WORLD&startPeriod=2016-Q4&endPeriod=2016-Q4&includeHistory=true";
    JsonNode answer = service.get(question).json();
    JsonNode history = answer.at("/rows/0/value/history");
    assertThat(history.findValuesAsText("value")).containsExactly("319000000", "318000000");
    assertThat(history.at("/0/low").asText()).isEqualTo("318500000");
    assertThat(history.at("/0/origin").textValue()).isEqualTo("reported");
    assertThat(history.at("/1/sources/0").textValue()).isEqualTo("restatement");
    assertThat(answer.at("/sources/first/published").textValue()).isEqualTo("2017-02-09");
    assertThat(findings(answer)).contains("restated");
    JsonNode before = service.get(question + "&asOf=2017-10-25").json();
    assertThat(before.at("/rows/0/value/history")).hasSize(1);
    assertThat(ask("&region=WORLD").findValues("history")).isEmpty();
  }

  @Test
  void breakIsReportedForEveryQuarterComparedAcrossIt() {
    post(
        DocumentBuilder.company("break", "2018-02-23")
            .level("users", "DE", "2017-Q1", "10000000", -6)
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"DE\", \"period\": \"2017-Q2\", \"value\": 12000000, \"decimals\": -6, \"status\": \"B\"}")
            .level("users", "DE", "2017-Q3", "13000000", -6));
    JsonNode answer =
        service.get("/v1/series?company=twitter&metric=users&region=DE&transform=index").json();
    JsonNode finding = answer.at("/findings/0");
    assertThat(finding.get("code").textValue()).isEqualTo("definition-changed");
    assertThat(finding.get("rows").toString()).isEqualTo("[1,2]");
  }

  @Test
  void quarterPublishedOnlyInAnotherCurrencyReportsIt() {
    post(
        DocumentBuilder.company("euros", "2018-02-23")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"ES\", \"period\": \"2017-Q3\", \"value\": 5000000, \"unit\": \"EUR\"}")
            .level("revenue", "ES", "2017-Q4", "7000000", -6));
    JsonNode answer = ask("&region=ES&transform=qoq");
    assertThat(answer.at("/rows/0/value/missing").textValue()).isEqualTo("unit-differs");
    assertThat(answer.at("/rows/1/value/unit").textValue()).isEqualTo("USD");
    assertThat(answer.at("/rows/1/qoq/missing").textValue()).isEqualTo("unit-differs");
  }
}
