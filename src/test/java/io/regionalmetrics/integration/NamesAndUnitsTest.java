package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences write names as they are written, units with counts, and enough digits to differ. */
class NamesAndUnitsTest {
  private final Service service = Service.fresh();

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eBay|Gross merchandise volume|USD|2300000000|2200000000|eBay's gross merchandise volume in the United States fell 4.3% to $2.2bn in 2019-Q4, from $2.3bn a year earlier.",
        "Acme|R&D expense|USD|1000|1100|Acme's R&D expense in the United States rose 10% to $1,100 in 2019-Q4, from $1,000 a year earlier.",
        "Macy's|Sales|USD|10|11|Macy's sales in the United States rose 10% to $11 in 2019-Q4, from $10 a year earlier.",
        "Slowco|Sales|USD|1000000000|1004000000|Slowco's sales in the United States rose 0.4% to $1.004bn in 2019-Q4, from $1bn a year earlier.",
        "Slowco|Sales|USD|10000|10001|Slowco's sales in the United States rose 0.01% to $10,001 in 2019-Q4, from $10,000 a year earlier.",
        "Boxline|Loaded volumes|TEU|3300000|3260000|Boxline's loaded volumes in the United States fell 1.2% to 3.26m TEU in 2019-Q4, from 3.3m TEU a year earlier.",
        "Oilco|Production|BOE|1000000|1200000|Oilco's production in the United States rose 20% to 1.2m BOE in 2019-Q4, from 1m BOE a year earlier.",
        "Gridco|Output|GWh|50|40|Gridco's output in the United States fell 20% to 40 GWh in 2019-Q4, from 50 GWh a year earlier.",
        "Bankco|Accounts|accounts|50|40|Bankco's accounts in the United States fell 20% to 40 in 2019-Q4, from 50 a year earlier.",
        "Frankco|Sales|CHF|50|40|Frankco's sales in the United States fell 20% to CHF 40 in 2019-Q4, from CHF 50 a year earlier.",
      })
  void growthIsToldInTheCompanysWords(
      String company, String metric, String unit, String base, String value, String sentence) {
    post(company, metric, unit, base, value);
    assertThat(ask("growth?region=US&period=2019-Q4").get("sentence").asText()).isEqualTo(sentence);
  }

  @Test
  void seriesAndRevisionsWriteEnoughDigitsToShowTheChange() {
    post("Slowco", "Sales", "USD", "1000000000", "1004000000");
    assertThat(
            service
                .get("/v1/series?company=company&metric=metric&region=US")
                .expectStatus(200)
                .at("/sentence")
                .asText())
        .contains("from $1bn in 2018-Q4 to $1.004bn in 2019-Q4");
    service.withDocument(
        DocumentBuilder.of("restated", "2020-02-01", "company", "Twitter")
            .levelOf("company", "metric", "US", "2018-Q4", "1000000000")
            .levelOf("company", "metric", "US", "2019-Q4", "1003000000")
            .json());
    JsonNode answer = ask("revisions?region=US&period=2019-Q4");
    assertThat(answer.get("sentence").asText()).contains("$1.004bn").contains("$1.003bn");
    assertThat(AnswerAssertions.message(ask("growth?region=US&period=2019-Q4"), "restated"))
        .endsWith("from $1.004bn to $1.003bn.");
  }

  @Test
  void ratioThatIsNotOneIsNotToldAsOne() {
    post("Slowco", "Sales", "USD", "1000000000", "1004000000");
    service.withDocument(
        DocumentBuilder.of("japan", "2020-02-01", "company", "Twitter")
            .levelOf("company", "metric", "JP", "2019-Q4", "1000000000")
            .json());
    assertThat(ask("regions?region=US&against=JP&period=2019-Q4").get("sentence").asText())
        .isEqualTo(
            "In 2019-Q4, Slowco's sales were $1.004bn in the United States: 1.004 times the $1bn in Japan.");
  }

  @Test
  void pictureWritesBothLevelsWithEnoughDigitsAndCountsWithoutACurrencysSign() {
    post("Boxline", "Loaded volumes", "TEU", "1000000000", "1004000000");
    String svg =
        service
            .get(
                "/v1/comparisons/growth?company=company&metric=metric&region=US&period=2019-Q4&format=svg")
            .expectStatus(200)
            .text();
    assertThat(svg).contains(">1.004bn<").contains(">1bn<").contains("billion TEU");
  }

  private void post(String company, String metric, String unit, String base, String value) {
    service.withDocument(
        DocumentBuilder.company("figures", "2020-01-01")
            .with("\"companies\": [{\"id\": \"company\", \"name\": \"%s\"}]".formatted(company))
            .with(
                """
                "metrics": [{"company": "company", "id": "metric", "name": "%s", "kind": "flow", "unit": "%s"}]\
                """
                    .formatted(metric, unit))
            .levelOf("company", "metric", "US", "2018-Q4", base)
            .levelOf("company", "metric", "US", "2019-Q4", value)
            .json());
  }

  private JsonNode ask(String question) {
    return service
        .get("/v1/comparisons/" + question + "&company=company&metric=metric")
        .expectStatus(200)
        .json();
  }
}
