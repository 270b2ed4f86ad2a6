package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article's questions over HTTP, exact to the digit. The bounds were calculated by hand. */
class ArticleTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void revenueInJapanGrewFromAnUnpublishedBase() {
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=2018-03-01")
            .json();
    JsonNode row = answer.at("/rows/0");
    assertFigure(row.get("value"), "106000000", "105500000", "106500000", "USD", "reported");
    assertFigure(row.get("growth"), "34", "33.5", "34.5", "%", "reported");
    assertFigure(
        row.get("base"), "79104477.6119", "78438661.71", "79775280.8989", "USD", "implied");
    assertFigure(
        row.get("change"), "26895522.3881", "26473782.7715", "27317843.8662", "USD", "derived");
    assertThat(row.at("/base/from").toString()).isEqualTo("[\"value\",\"growth\"]");
    assertThat(row.at("/base/sources/0").textValue()).isEqualTo("reuters-2018-03-01");
    assertThat(findings(answer)).containsExactly("base-implied");
    assertThat(answer.get("sentence").textValue())
        .isEqualTo(
            "Twitter's revenue in Japan rose 34% to $106m in 2017-Q4, from an implied $79m a year earlier.");
    assertThat(answer.get("citation").textValue())
        .isEqualTo(
            "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=2016-Q4&asOf=2018-03-01");
  }

  @Test
  void usersInJapanAreEstimates() {
    JsonNode answer =
        service
            .get("/v1/comparisons/growth?company=twitter&metric=users&region=JP&period=2017-Q4")
            .json();
    JsonNode row = answer.at("/rows/0");
    assertFigure(row.get("growth"), "12.5", "9.87654320987", "15.1898734178", "%", "derived");
    assertThat(row.at("/value/status").textValue()).isEqualTo("E");
    assertThat(row.at("/base/status").textValue()).isEqualTo("E");
    assertThat(findings(answer)).containsExactly("approximate");
    assertThat(answer.get("sentence").textValue())
        .isEqualTo(
            "Twitter's users in Japan rose 12.5% to about 45m in 2017-Q4, from about 40m a year earlier.");
  }

  @Test
  void revenuePerUserIsConsistentWithRevenueAndUsers() {
    JsonNode row =
        service.get("/v1/comparisons/check?company=twitter&region=JP").json().at("/rows/0");
    assertThat(row.get("relation").textValue()).isEqualTo("ratio");
    assertFigure(row.get("published"), "2.36", "2.355", "2.365", "USD/user", "reported");
    assertFigure(
        row.get("computed"),
        "2.35555555556",
        "2.31868131868",
        "2.39325842697",
        "USD/user",
        "derived");
    assertThat(row.get("verdict").textValue()).isEqualTo("consistent");
  }

  @Test
  void revenuePerUserInEurosIsCheckedAsWell() {
    JsonNode rows =
        service
            .get("/v1/comparisons/check?company=twitter&metric=revenue-per-user&region=JP")
            .json()
            .get("rows");
    assertThat(rows.findValuesAsText("relation")).containsExactly("ratio", "ratio", "conversion");
    // 86.22m / 45m, at least 86.215 / 45.5, at most 86.225 / 44.5
    assertFigure(
        rows.at("/1/computed"), "1.916", "1.89483516483", "1.93764044944", "EUR/user", "derived");
  }

  @Test
  void ratioWithoutPublishedTermsCannotBeChecked() {
    JsonNode row =
        service.get("/v1/comparisons/check?company=twitter&region=US").json().at("/rows/0");
    assertThat(row.get("verdict").textValue()).isEqualTo("not-checkable");
    assertThat(row.at("/computed/missing").textValue()).isEqualTo("no-observation");
    assertThat(row.at("/computed/message").textValue())
        .contains("revenue")
        .contains("US")
        .contains("2017-Q4");
  }

  @Test
  void japanAgainstTheUnitedStates() {
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/regions?company=twitter&metric=revenue-per-user&region=JP,US&period=2017-Q4&against=US")
            .json();
    assertFigure(
        answer.at("/rows/0/ratio"),
        "0.395309882747",
        "0.394142259414",
        "0.396479463538",
        "1",
        "derived");
    assertThat(answer.at("/rows/0/rank").intValue()).isEqualTo(2);
    assertThat(answer.at("/rows/1/rank").intValue()).isEqualTo(1);
    assertFigure(answer.at("/rows/1/ratio"), "1", "1", "1", "1", "derived");
  }

  @Test
  void japanAgainstEveryoneButTheUnitedStates() {
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/regions?company=twitter&metric=revenue-per-user&region=JP,WORLD-US&period=2017-Q4&against=WORLD-US")
            .json();
    assertFigure(
        answer.at("/rows/0/ratio"),
        "1.90322580645",
        "1.89156626506",
        "1.91497975709",
        "1",
        "derived");
    assertFigure(answer.at("/rows/1/value"), "1.24", "1.235", "1.245", "USD/user", "reported");
    assertThat(answer.at("/rows/1/region").textValue()).isEqualTo("WORLD-US");
    assertThat(findings(answer)).containsExactly("published-as");
    assertThat(answer.at("/findings/0/message").textValue()).contains("INTERNATIONAL");
    assertThat(answer.get("sentence").textValue())
        .isEqualTo(
            "In 2017-Q4, Twitter's revenue per user was $2.36 in Japan: 1.9 times the $1.24 outside the United States.");
  }

  @Test
  void sameDocumentAgainChangesNothing() {
    JsonNode report = service.post(Service.article()).json();
    assertThat(report.toString())
        .isEqualTo("{\"observations\":9,\"added\":0,\"revised\":0,\"unchanged\":9,\"quarters\":0}");
  }
}
