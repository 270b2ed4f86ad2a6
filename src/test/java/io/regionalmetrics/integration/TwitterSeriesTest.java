package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Eight years of a real company: published figures, and derived ones calculated by hand. */
class TwitterSeriesTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.fresh();
    TwitterData.load(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void revenueOfTheWorldFrom2014To2017() {
    JsonNode answer =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue&region=WORLD&transform=yoy,qoq,index,ttm&startPeriod=2014-Q1&endPeriod=2017-Q4")
            .json();
    assertThat(answer.get("rows")).hasSize(16);
    assertThat(answer.findValues("missing")).isEmpty();
    JsonNode last = answer.at("/rows/15");
    assertFigure(last.get("value"), "731560000", "731559500", "731560500", "USD", "derived");
    assertFigure(last.get("ttm"), "2443299000", "2443297000", "2443301000", "USD", "derived");
    assertFigure(
        last.get("yoy"), "2.00137756795", "2.00123674283", "2.00151839327", "%", "derived");
    assertFigure(last.get("qoq"), "24.0703963313", "24.070206323", "24.0705863398", "%", "derived");
    assertFigure(
        last.get("index"), "292.049247082", "292.048464524", "292.050029642", "1", "derived");
    // The year before the range is read for the first year's sums: 664,890 + 250,492 - 114,343.
    assertThat(answer.at("/rows/0/ttm/value").asText()).isEqualTo("801039000");
    assertThat(answer.at("/sentence").textValue())
        .isEqualTo("Twitter's revenue worldwide rose from $250m in 2014-Q1 to $732m in 2017-Q4.");
  }

  @Test
  void gapsInJapansSeriesAreShown() {
    JsonNode answer =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue&region=JP&transform=ttm&endPeriod=2018-Q3")
            .json();
    assertThat(answer.at("/question/startPeriod").textValue()).isEqualTo("2016-Q2");
    assertThat(answer.get("rows").findValuesAsText("period"))
        .containsExactly(
            "2016-Q2", "2016-Q3", "2016-Q4", "2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q1",
            "2018-Q2", "2018-Q3");
    assertThat(answer.at("/rows/2/value/missing").textValue()).isEqualTo("no-observation");
    assertThat(answer.at("/rows/9/ttm/missing").textValue()).isEqualTo("no-observation");
    assertThat(answer.at("/rows/9/ttm/message").textValue()).contains("2018-Q2");
  }

  @Test
  void restatementIsInTheHistoryButNotAsOfTheDayBefore() {
    String question =
        "/v1/series?company=twitter&metric=users&region=WORLD&includeHistory=true&startPeriod=2016-Q4&endPeriod=2017-Q2";
    assertThat(service.get(question).json().at("/rows/0/value/history").findValuesAsText("value"))
        .containsExactly("319000000", "318000000");
    assertThat(
            service.get(question + "&asOf=2017-10-25").json().get("rows").findValuesAsText("value"))
        .hasSize(3);
    assertThat(service.get(question + "&asOf=2017-10-25").at("/rows/2/value/value").asText())
        .isEqualTo("328000000");
    assertThat(service.get(question).at("/rows/2/value/value").asText()).isEqualTo("326000000");
  }

  @Test
  void impliedLevelAndItsBaseAreOneNumber() {
    JsonNode answer =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue&region=US&transform=index&startPeriod=2016-Q4&endPeriod=2017-Q4")
            .json();
    // 440m that fell 8 %: the growth alone is left, 0.915 to 0.925.
    assertFigure(answer.at("/rows/4/index"), "92", "91.5", "92.5", "1", "derived");
  }
}
