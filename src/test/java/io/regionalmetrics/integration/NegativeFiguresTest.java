package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is compared as a multiple of a figure below zero. */
class NegativeFiguresTest {
  private final Service service = Service.fresh();

  @BeforeEach
  void start() {
    service.withDocument(
        DocumentBuilder.company("profits", "2020-01-01")
            .with("\"companies\": [{\"id\": \"numco\", \"name\": \"Numco\"}]")
            .with(
                """
                "metrics": [
                  {"id": "profit", "name": "Operating profit", "kind": "flow", "unit": "USD", "negative": true},
                  {"id": "equity", "name": "Equity", "kind": "stock", "unit": "USD", "negative": true},
                  {"id": "return", "name": "Return on equity", "kind": "ratio", "unit": "%", "negative": true,
                   "numerator": "profit", "denominator": "equity"}]\
                """)
            .levelOf("numco", "profit", "US", "2018-Q4", "-60")
            .levelOf("numco", "profit", "US", "2019-Q4", "-30")
            .levelOf("numco", "profit", "JP", "2019-Q4", "-50")
            .levelOf("numco", "profit", "FR", "2019-Q4", "10")
            .levelOf("numco", "equity", "US", "2018-Q4", "100")
            .levelOf("numco", "equity", "US", "2019-Q4", "100")
            .levelOf("numco", "equity", "FR", "2019-Q4", "-20")
            .json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void ratioToANegativeFigureIsMissing() {
    JsonNode answer = ask("regions?metric=profit&region=US,FR&against=JP&period=2019-Q4");
    for (JsonNode row : answer.get("rows")) {
      assertThat(row.at("/ratio/missing").asText()).isEqualTo("base-not-positive");
    }
    assertThat(answer.at("/rows/0/ratio/message").asText())
        .isEqualTo("JP is -$50, and a ratio needs a figure above zero to divide by.");
    assertThat(answer.get("sentence").asText())
        .isEqualTo(
            "In 2019-Q4, Numco's operating profit was $10 in France and -$30 in the United States.");
  }

  @Test
  void negativeFigureHasARatioToAPositiveOne() {
    JsonNode row = ask("regions?metric=profit&region=JP&against=FR&period=2019-Q4").at("/rows/0");
    assertThat(row.at("/ratio/value").asText()).isEqualTo("-5");
  }

  @Test
  void ratioOverANegativeDenominatorIsMissing() {
    JsonNode row = ask("regions?metric=return&region=FR&period=2019-Q4").at("/rows/0");
    assertThat(row.at("/value/missing").asText()).isEqualTo("base-not-positive");
    assertThat(row.at("/value/message").asText())
        .isEqualTo(
            "equity of FR in 2019-Q4 is below zero, and a ratio needs a figure above zero to divide by.");
  }

  @Test
  void driverOfALossHasAnEffectButNoFactor() {
    JsonNode answer = ask("drivers?metric=return&region=US&period=2019-Q4");
    JsonNode driver = answer.at("/rows/0/drivers/1");
    assertThat(driver.at("/effect/value").asText()).isEqualTo("30");
    assertThat(driver.at("/factor/missing").asText()).isEqualTo("base-not-positive");
    assertThat(answer.get("sentence").asText()).endsWith("return on equity added $30.");
  }

  private JsonNode ask(String question) {
    return service.get("/v1/comparisons/" + question + "&company=numco").expectStatus(200).json();
  }
}
