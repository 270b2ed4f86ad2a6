package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratios are in a unit that their numerator over their denominator can have. */
class RatioUnitsTest {
  private static final String COMPANY =
      "\"companies\": [{\"id\": \"margco\", \"name\": \"Margco\"}]";
  private static final String TERMS =
      """
      {"id": "revenue", "name": "Revenue", "kind": "flow", "unit": "USD"},
      {"id": "profit", "name": "Operating profit", "kind": "flow", "unit": "USD", "negative": true},
      {"id": "users", "name": "Users", "kind": "stock", "unit": "users"},
      {"id": "orders", "name": "Orders", "kind": "flow", "unit": "orders"},
      {"id": "index", "name": "Index", "kind": "stock", "dimension": "number", "unit": "1"}\
      """;

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void ratioInPercentIsTheQuotientTimes100() {
    postMargins(ratio("op-margin", "%", "profit", "revenue"));
    JsonNode row = ask("regions?metric=op-margin&region=US&period=2018-Q4").at("/rows/0");
    // 19.5 / 100.5 and 20.5 / 99.5
    assertFigure(row.get("value"), "20", "19.4029850746", "20.6030150754", "%", "derived");
  }

  @Test
  void growthOfARatioInPercentComparesLevelsOfOneScale() {
    postMargins(ratio("op-margin", "%", "profit", "revenue"));
    JsonNode row = ask("growth?metric=op-margin&region=US&period=2019-Q4&base=yoy").at("/rows/0");
    assertThat(row.at("/value/value").asText()).isEqualTo("25");
    assertThat(row.at("/base/value").asText()).isEqualTo("20");
    assertThat(row.at("/growth/value").asText()).isEqualTo("25");
  }

  @Test
  void seriesOfARatioInPercentComputesWhatWasNotPublishedOnTheSameScale() {
    postMargins(ratio("op-margin", "%", "profit", "revenue"));
    JsonNode rows =
        service
            .get("/v1/series?company=margco&metric=op-margin&region=US&transform=level,yoy")
            .expectStatus(200)
            .at("/rows");
    assertThat(rows.findValues("value").stream().map(value -> value.path("value").asText()))
        .contains("20", "25");
  }

  @Test
  void checkHoldsAPublishedPercentageAgainstTheQuotientInPercent() {
    postMargins(ratio("op-margin", "%", "profit", "revenue"));
    JsonNode row = ask("check?metric=op-margin&period=2019-Q4").at("/rows/0");
    assertThat(row.at("/computed/value").asText()).isEqualTo("25");
    assertThat(row.get("verdict").asText()).isEqualTo("consistent");
  }

  @Test
  void ratioOfARegionExpressionInPercentDividesSums() {
    postMargins(ratio("op-margin", "%", "profit", "revenue"));
    JsonNode row = ask("regions?metric=op-margin&region=US%2BJP&period=2018-Q4").at("/rows/0");
    // (20 + 30) / (100 + 100)
    assertThat(row.at("/value/value").asText()).isEqualTo("25");
  }

  @Test
  void plainRatioOfLikeUnitsIsNotMultiplied() {
    postMargins(ratio("op-margin", "1", "profit", "revenue"));
    JsonNode row = ask("regions?metric=op-margin&region=JP&period=2018-Q4").at("/rows/0");
    assertThat(row.at("/value/value").asText()).isEqualTo("0.3");
  }

  @ParameterizedTest
  @CsvSource({
    "%, profit, revenue",
    "1, profit, revenue",
    "%, orders, orders",
    "USD/user, revenue, users",
    "EUR/subscriber, revenue, users",
    "orders/user, orders, users",
    "orders/USD, orders, revenue",
    "USD, revenue, index",
  })
  void unitThatTheTermsCanHaveIsTaken(String unit, String numerator, String denominator) {
    define(ratio("quotient", unit, numerator, denominator)).expectStatus(200);
  }

  @ParameterizedTest
  @CsvSource({
    "%, revenue, users, USD/user",
    "1, revenue, users, USD/user",
    "USD, revenue, users, USD/user",
    "USD/1000 users, revenue, users, USD/user",
    "users/USD, revenue, users, USD/user",
    "%, orders, users, orders/user",
    "orders/EUR, orders, revenue, orders/USD",
    "USD/USD, profit, revenue, % or 1",
    "pp, profit, revenue, % or 1",
    "days, profit, revenue, % or 1",
  })
  void unitThatTheTermsCannotHaveIsRefusedWithThoseThatFit(
      String unit, String numerator, String denominator, String fitting) {
    Service.Reply reply = define(ratio("quotient", unit, numerator, denominator)).expectStatus(422);
    assertThat(invalid(reply.json())).containsExactly("metrics[5].unit");
    assertThat(reply.at("/invalid_params/0/reason").asText())
        .startsWith("'%s' does not fit".formatted(unit))
        .endsWith("is in " + fitting);
    assertThat(service.get("/v1/companies").at("/companies")).isEmpty();
  }

  @Test
  void termThatDoesNotFitAKnownRatioIsRefused() {
    define(ratio("op-margin", "%", "profit", "revenue")).expectStatus(200);
    Service.Reply reply =
        service
            .post(
                DocumentBuilder.company("later", "2020-01-02")
                    .with(
                        """
                        "metrics": [{"company": "margco", "id": "revenue", "name": "Orders", "kind": "flow", "unit": "orders"}]\
                        """)
                    .json())
            .expectStatus(422);
    assertThat(reply.at("/invalid_params/0/reason").asText())
        .startsWith("'orders' does not fit the ratio op-margin, which is in %");
  }

  @Test
  void storedRatioWhoseUnitDoesNotFitIsShownAsPublishedButNotComputed() {
    storeUnfitRatio();
    service.withDocument(
        DocumentBuilder.company("later", "2020-01-02")
            .observation(observation("revenue", "US", "2018-Q4", 100))
            .observation(observation("users", "US", "2018-Q4", 20))
            .observation(observation("arpu", "JP", "2018-Q4", 7))
            .json());
    JsonNode rows = ask("regions?metric=arpu&region=JP,US&period=2018-Q4").get("rows");
    assertThat(rows.at("/0/value/value").asText()).isEqualTo("7");
    assertThat(rows.at("/1/value/missing").asText()).isEqualTo("unit-unfit");
    assertThat(rows.at("/1/value/message").asText())
        .endsWith("is in USD/user, so it can't be computed.");
    service
        .get("/v1/comparisons/drivers?company=margco&metric=arpu&region=US&period=2018-Q4")
        .expectStatus(422);
  }

  private void storeUnfitRatio() {
    LocalDate day = LocalDate.parse("2020-01-01");
    Definitions definitions =
        Definitions.NONE
            .with(metric("revenue", MetricKind.FLOW, Dimension.MONEY, "USD", Optional.empty()))
            .with(metric("users", MetricKind.STOCK, Dimension.COUNT, "users", Optional.empty()))
            .with(
                metric(
                    "arpu",
                    MetricKind.RATIO,
                    Dimension.NUMBER,
                    "%",
                    Optional.of(new RatioTerms("revenue", "users", false, false))));
    Company company = new Company("margco", "Margco", Optional.empty(), Optional.empty(), day);
    new Store(wiring.client(), wiring.table(), wiring.clock())
        .write(
            new CompanyRecord(company, definitions, Map.of()),
            0,
            Deadline.in(Duration.ofSeconds(10), wiring.clock()));
  }

  private static Metric metric(
      String id, MetricKind kind, Dimension dimension, String unit, Optional<RatioTerms> terms) {
    return new Metric(
        id,
        id,
        kind,
        dimension,
        new Unit(unit),
        terms,
        false,
        Optional.empty(),
        LocalDate.parse("2020-01-01"));
  }

  private Service.Reply define(String ratio) {
    return service.post(document(ratio).json());
  }

  private void postMargins(String ratio) {
    service.withDocument(
        document(ratio)
            .observation(observation("profit", "US", "2018-Q4", 20))
            .observation(observation("revenue", "US", "2018-Q4", 100))
            .observation(observation("profit", "JP", "2018-Q4", 30))
            .observation(observation("revenue", "JP", "2018-Q4", 100))
            .observation(observation("profit", "US", "2019-Q4", 30))
            .observation(observation("revenue", "US", "2019-Q4", 120))
            .observation(observation("op-margin", "US", "2019-Q4", 25))
            .json());
  }

  private static DocumentBuilder document(String ratio) {
    return DocumentBuilder.company("margins", "2020-01-01")
        .with(COMPANY)
        .with("\"metrics\": [" + String.join(",", List.of(TERMS, ratio)) + "]");
  }

  private static String ratio(String id, String unit, String numerator, String denominator) {
    return """
    {"id": "%s", "name": "Quotient", "kind": "ratio", "unit": "%s", "numerator": "%s", "denominator": "%s"}\
    """
        .formatted(id, unit, numerator, denominator);
  }

  private static String observation(String metric, String region, String period, int value) {
    return """
    {"company": "margco", "metric": "%s", "region": "%s", "period": "%s", "value": %d, "decimals": 0}\
    """
        .formatted(metric, region, period, value);
  }

  private JsonNode ask(String question) {
    return service.get("/v1/comparisons/" + question + "&company=margco").expectStatus(200).json();
  }
}
