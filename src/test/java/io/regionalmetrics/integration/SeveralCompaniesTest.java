package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Regions of several companies: some companies don't have them, others define them themselves. */
class SeveralCompaniesTest {
  private static final String OWN =
      """
      "companies": [{"id": "acme", "name": "Acme"}, {"id": "bolt", "name": "Bolt"},
        {"id": "coil", "name": "Coil"}],
      "metrics": [{"id": "sales", "name": "Sales", "kind": "flow", "dimension": "money",
        "unit": "USD"}],
      "regions": [{"id": "EMEA", "name": "EMEA", "company": "acme"},
        {"id": "EMEA", "name": "EMEA", "company": "bolt"}]\
      """;

  private final Service service = Service.fresh();

  @BeforeEach
  void post() {
    service.withDocument(
        DocumentBuilder.press("figures", "2020-01-01")
            .with(OWN)
            .levelOf("acme", "sales", "EMEA", "2019-Q3", "30000000")
            .levelOf("bolt", "sales", "EMEA", "2019-Q3", "20000000")
            .levelOf("acme", "sales", "US", "2019-Q3", "30000000")
            .levelOf("bolt", "sales", "US", "2019-Q3", "20000000")
            .levelOf("coil", "sales", "US", "2019-Q3", "10000000")
            .json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private JsonNode ask(String question) {
    return service.get("/v1/" + question).expectStatus(200).json();
  }

  @Test
  void aRegionIsAnsweredForTheCompaniesThatHaveItAndMissingForTheOthers() {
    JsonNode answer =
        ask("comparisons/regions?company=acme,coil&metric=sales&region=EMEA&period=2019-Q3");
    assertThat(answer.at("/rows/0/value/value").decimalValue()).isEqualByComparingTo("30000000");
    assertThat(answer.at("/rows/1/value/missing").asText()).isEqualTo("no-observation");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo("In 2019-Q3, Acme's sales were $30m in EMEA. No figure is known for Coil.");
  }

  @Test
  void theNewestQuarterOfAllIsThatOfTheCompaniesThatHaveTheRegion() {
    JsonNode answer =
        ask("comparisons/regions?company=acme,coil&metric=sales&region=EMEA&period=latest");
    assertThat(answer.at("/rows/0/period").asText()).isEqualTo("2019-Q3");
  }

  @Test
  void aRegionThatNoCompanyHasIsStillUnknown() {
    service
        .get("/v1/comparisons/regions?company=acme,coil&metric=sales&region=AMER&period=2019-Q3")
        .expectStatus(404);
  }

  @Test
  void companiesThatDefineARegionThemselvesAreNamed() {
    JsonNode answer =
        ask(
            "comparisons/regions?company=acme,bolt,coil&metric=sales&region=EMEA,US&period=2019-Q3");
    assertThat(AnswerAssertions.message(answer, "own-definitions"))
        .isEqualTo(
            "Each of these companies defines EMEA for itself, so its countries may differ: Acme, Bolt.");
    assertThat(
            AnswerAssertions.message(
                ask("series?company=acme,bolt&metric=sales&region=EMEA"), "own-definitions"))
        .contains("Acme, Bolt");
  }

  @Test
  void countriesAndRegionsOfOneCompanyNeedNoSuchFinding() {
    assertThat(
            ask("comparisons/regions?company=acme,bolt&metric=sales&region=US&period=2019-Q3")
                .toString())
        .doesNotContain("own-definitions");
    assertThat(
            ask("comparisons/regions?company=acme,coil&metric=sales&region=EMEA,US&period=2019-Q3")
                .toString())
        .doesNotContain("own-definitions");
  }
}
