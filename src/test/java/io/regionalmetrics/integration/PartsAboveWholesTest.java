package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static io.regionalmetrics.integration.AnswerAssertions.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part above its whole is a contradiction, which answers point out. */
class PartsAboveWholesTest {
  private static final String CODE = "part-exceeds-whole";

  private final Service service = Service.fresh();

  @BeforeEach
  void start() {
    service.withDocument(
        DocumentBuilder.company("figures", "2020-01-01")
            .with("\"companies\": [{\"id\": \"numco\", \"name\": \"Numco\"}]")
            .with(
                """
                "metrics": [
                  {"id": "revenue", "name": "Revenue", "kind": "flow", "unit": "USD"},
                  {"id": "profit", "name": "Operating profit", "kind": "flow", "unit": "USD", "negative": true},
                  {"id": "margin", "name": "Margin", "kind": "ratio", "unit": "%"}]\
                """)
            .with(
                """
                "regions": [{"id": "UCAN", "company": "numco", "name": "North America", "members": ["US", "CA"]}]\
                """)
            .levelOf("numco", "revenue", "US", "2019-Q4", "120")
            .levelOf("numco", "revenue", "CA", "2019-Q4", "60")
            .levelOf("numco", "revenue", "UCAN", "2019-Q4", "150")
            .levelOf("numco", "revenue", "JP", "2019-Q4", "101")
            .levelOf("numco", "revenue", "WORLD", "2019-Q4", "100")
            .levelOf("numco", "revenue", "US", "2018-Q4", "50")
            .levelOf("numco", "revenue", "WORLD", "2018-Q4", "90")
            .levelOf("numco", "profit", "US", "2019-Q4", "30")
            .levelOf("numco", "profit", "WORLD", "2019-Q4", "20")
            .levelOf("numco", "margin", "US", "2019-Q4", "30")
            .levelOf("numco", "margin", "WORLD", "2019-Q4", "20")
            .json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shareOfAPartAboveItsWholeSaysSo() {
    JsonNode answer = ask("share?metric=revenue&region=US&period=2019-Q4");
    assertThat(answer.at("/rows/0/share/value").asText()).isEqualTo("120");
    assertThat(message(answer, CODE))
        .isEqualTo(
            "revenue of US is $120 in 2019-Q4, more than the $100 of WORLD. Rounding does not explain the difference, so one of the figures is of something else.");
  }

  @Test
  void partThatRoundingMayLiftAboveItsWholeIsNoContradiction() {
    assertThat(findings(ask("share?metric=revenue&region=JP&period=2019-Q4"))).doesNotContain(CODE);
  }

  @Test
  void partAboveAWholeThatMayBeNegativeSaysThatTheRestIsBelowZero() {
    assertThat(message(ask("share?metric=profit&region=US&period=2019-Q4"), CODE))
        .isEqualTo(
            "profit of US is $30 in 2019-Q4, more than the $20 of WORLD. So the rest is below zero.");
  }

  @Test
  void baseAndValueOfAContributionAreBothLookedAt() {
    assertThat(
            message(ask("contribution?metric=revenue&region=US&period=2020-Q4&base=2019-Q4"), CODE))
        .startsWith("revenue of US is $120 in 2019-Q4");
    assertThat(message(ask("contribution?metric=revenue&region=US&period=2019-Q4"), CODE))
        .startsWith("revenue of US is $120 in 2019-Q4");
  }

  @Test
  void partsThatTogetherExceedTheirWholeAreFlagged() {
    JsonNode answer = ask("share?metric=revenue&region=US,CA&whole=UCAN&period=2019-Q4");
    assertThat(answer.at("/remainder/value/value").asText()).isEqualTo("-30");
    assertThat(message(answer, CODE))
        .startsWith("The parts of UCAN add up to more than it; they leave -$30.");
  }

  @Test
  void seriesOfSharesFlagsTheQuartersInWhichAPartIsAboveItsWhole() {
    JsonNode answer =
        service
            .get("/v1/series?company=numco&metric=revenue&region=US&transform=share")
            .expectStatus(200)
            .json();
    assertThat(answer.get("findings").findValues("rows").getFirst().get(0).asInt()).isEqualTo(4);
    assertThat(message(answer, CODE)).startsWith("revenue of US is $120 in 2019-Q4");
  }

  @Test
  void regionComparedWithAWholeThatContainsItIsAPartOfIt() {
    assertThat(findings(ask("regions?metric=revenue&region=US&against=WORLD&period=2019-Q4")))
        .contains(CODE);
    assertThat(findings(ask("regions?metric=revenue&region=US&against=JP&period=2019-Q4")))
        .doesNotContain(CODE);
  }

  @Test
  void ratioMayBeHigherInAPart() {
    assertThat(findings(ask("regions?metric=margin&region=US&against=WORLD&period=2019-Q4")))
        .doesNotContain(CODE);
  }

  private JsonNode ask(String question) {
    return service.get("/v1/comparisons/" + question + "&company=numco").expectStatus(200).json();
  }
}
