package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Percentages change by percentage points. */
class PercentagesTest {
  private final Service service = Service.fresh();

  @BeforeEach
  void start() {
    service.withDocument(
        DocumentBuilder.company("margins", "2020-01-01")
            .with("\"companies\": [{\"id\": \"numco\", \"name\": \"Numco\"}]")
            .with(
                """
                "metrics": [
                  {"id": "margin", "name": "Operating margin", "kind": "ratio", "unit": "%", "negative": true}]\
                """)
            .levelOf("numco", "margin", "US", "2018-Q4", "20")
            .levelOf("numco", "margin", "US", "2019-Q4", "25")
            .levelOf("numco", "margin", "JP", "2018-Q4", "-5")
            .levelOf("numco", "margin", "JP", "2019-Q4", "5")
            .levelOf("numco", "margin", "FR", "2018-Q4", "20")
            .levelOf("numco", "margin", "FR", "2019-Q4", "20")
            .levelOf("numco", "margin", "DE", "2018-Q4", "20.5")
            .levelOf("numco", "margin", "DE", "2019-Q4", "20")
            .json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void changeOfAPercentageIsInPoints() {
    JsonNode row = ask("growth?region=US&period=2019-Q4").at("/rows/0");
    assertFigure(row.get("change"), "5", "4", "6", "pp", "derived");
    assertThat(row.at("/growth/value").asText()).isEqualTo("25");
    assertThat(row.at("/growth/unit").asText()).isEqualTo("%");
  }

  @Test
  void sentenceTellsTheChangeOfAPercentageInPoints() {
    assertThat(sentence("growth?region=US&period=2019-Q4"))
        .isEqualTo(
            "Numco's operating margin in the United States rose 5 points to 25% in 2019-Q4, from 20% a year earlier.");
  }

  @Test
  void changeFromANegativePercentageIsToldThoughItHasNoGrowth() {
    assertThat(sentence("growth?region=JP&period=2019-Q4"))
        .isEqualTo(
            "Numco's operating margin in Japan rose 10 points to 5% in 2019-Q4, from -5% a year earlier.");
  }

  @Test
  void unchangedPercentageSaysWhatRoundingAllowsInPoints() {
    assertThat(sentence("growth?region=FR&period=2019-Q4"))
        .isEqualTo(
            "Numco's operating margin in France was unchanged (rounding allows -1 to 1 points) at 20% in 2019-Q4, from 20% a year earlier.");
  }

  @Test
  void pictureTellsTheChangeOfAPercentageInPoints() {
    String svg =
        service
            .get(
                "/v1/comparisons/growth?company=numco&metric=margin&region=US&period=2019-Q4&format=svg")
            .expectStatus(200)
            .text();
    assertThat(svg).contains("+5 points").contains("(4 to 6 points)");
  }

  @Test
  void csvGivesTheChangeOfAPercentageInPoints() {
    assertThat(
            service
                .get(
                    "/v1/comparisons/growth?company=numco&metric=margin&region=US&period=2019-Q4&format=csv")
                .expectStatus(200)
                .text())
        .contains("change,5,4,6,pp,derived");
  }

  @Test
  void revisionOfAPercentageIsInPoints() {
    service.withDocument(
        DocumentBuilder.company("restated", "2020-02-01")
            .levelOf("numco", "margin", "US", "2019-Q4", "24")
            .json());
    JsonNode row = ask("revisions?region=US&period=2019-Q4").at("/rows/0");
    assertThat(row.at("/change/value").asText()).isEqualTo("-1");
    assertThat(row.at("/change/unit").asText()).isEqualTo("pp");
  }

  private String sentence(String question) {
    return ask(question).get("sentence").asText();
  }

  private JsonNode ask(String question) {
    return service
        .get("/v1/comparisons/" + question + "&company=numco&metric=margin")
        .expectStatus(200)
        .json();
  }
}
