package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A company that reports in euros until 2017-Q3 and in dollars from 2017-Q4. The one known fixing
 * of each quarter is 1.2 dollars per euro in 2017-Q3, and 1.25 in 2017-Q4.
 */
class SeveralCurrenciesTest {
  private static Service service;

  @BeforeAll
  static void start() {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    fix(wiring, Map.of(LocalDate.of(2017, 9, 29), new BigDecimal("1.2")));
    fix(wiring, Map.of(LocalDate.of(2017, 12, 29), new BigDecimal("1.25")));
    service = new Service(wiring).withDocument(document());
  }

  private static void fix(Wiring wiring, Map<LocalDate, BigDecimal> days) {
    new Store(wiring.client(), wiring.table(), wiring.clock())
        .rates()
        .add(Fixings.of("USD", days), Deadline.in(Duration.ofMinutes(1), wiring.clock()));
  }

  private static String document() {
    return DocumentBuilder.company("report", "2018-03-01")
        .with("\"companies\": [{\"id\": \"moved\", \"name\": \"Moved\"}]")
        .with(
            """
            "metrics": [
              {"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
              {"id": "profit", "name": "Profit", "kind": "flow", "dimension": "money", "unit": "USD", "negative": true},
              {"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"},
              {"id": "margin", "name": "Margin", "kind": "ratio", "unit": "%", "numerator": "profit", "denominator": "revenue"},
              {"id": "arpu", "name": "Revenue per user", "kind": "ratio", "unit": "USD/user", "numerator": "revenue", "denominator": "users"}]\
            """)
        .observation(observation("revenue", "DE", "2017-Q3", 100, "EUR"))
        .observation(observation("revenue", "DE", "2017-Q4", 150, "USD"))
        .observation(observation("revenue", "WORLD", "2017-Q3", 480, "USD"))
        .observation(observation("revenue", "WORLD", "2017-Q4", 500, "USD"))
        .observation(observation("revenue", "US", "2017-Q3", 60, "USD"))
        .observation(observation("profit", "DE", "2017-Q4", 24, "EUR"))
        .observation(observation("revenue", "DE", "2015-Q3", 90, "EUR"))
        .observation(observation("users", "DE", "2017-Q3", 10, "users"))
        .observation(observation("users", "US", "2017-Q3", 6, "users"))
        .observation(observation("users", "DE", "2017-Q4", 10, "users"))
        .json();
  }

  private static String observation(
      String metric, String region, String period, int value, String unit) {
    return """
    {"company": "moved", "metric": "%s", "region": "%s", "period": "%s", "value": %d, "decimals": "INF", "unit": "%s"}\
    """
        .formatted(metric, region, period, value, unit);
  }

  private static JsonNode ask(String question) {
    return service.get("/v1/" + question + "&company=moved").expectStatus(200).json();
  }

  private static String value(JsonNode figure) {
    return figure.path("value").asText() + " " + figure.path("unit").asText();
  }

  @Test
  void growthAcrossAChangeOfCurrencyNamesBothUnitsAndTheCurrencyThatComparesThem() {
    JsonNode row =
        ask("comparisons/growth?metric=revenue&region=DE&period=2017-Q4&base=qoq").at("/rows/0");
    assertThat(row.at("/base/missing").asText()).isEqualTo("unit-differs");
    assertThat(row.at("/base/message").asText())
        .isEqualTo(
            "revenue of moved, DE, 2017-Q3: known in EUR, but compared in USD; add currency=USD to convert it.");
    assertThat(row.at("/growth/missing").asText()).isEqualTo("unit-differs");
  }

  @Test
  void growthAcrossAChangeOfCurrencyConvertsEachSide() {
    JsonNode row =
        ask("comparisons/growth?metric=revenue&region=DE&period=2017-Q4&base=qoq&currency=USD")
            .at("/rows/0");
    // 100 EUR x 1.2 = 120 USD; 150 / 120 = 1.25
    assertThat(value(row.get("value"))).isEqualTo("150 USD");
    assertThat(value(row.get("base"))).isEqualTo("120 USD");
    assertThat(value(row.get("growth"))).isEqualTo("25 %");
  }

  @Test
  void sideWithoutRatesSaysSo() {
    JsonNode row =
        ask("comparisons/growth?metric=revenue&region=DE&period=2017-Q4&base=2015-Q3&currency=USD")
            .at("/rows/0");
    assertThat(row.at("/base/missing").asText()).isEqualTo("no-rates");
  }

  @ParameterizedTest
  @CsvSource({
    "comparisons/share?metric=revenue&region=DE&period=2017-Q3, /rows/0/value",
    "comparisons/share?metric=revenue&region=DE&period=2017-Q4&base=qoq, /rows/0/change",
    "comparisons/contribution?metric=revenue&region=DE&period=2017-Q4&base=qoq, /rows/0/contribution",
    "comparisons/drivers?metric=arpu&region=DE&period=2017-Q4&base=qoq, /rows/0/base",
    "comparisons/growth?metric=arpu&region=DE&period=2017-Q4&base=qoq, /rows/0/base",
    "series?metric=revenue&region=DE&startPeriod=2017-Q3, /rows/0/value",
    "series?metric=revenue&region=DE&startPeriod=2017-Q3&transform=qoq, /rows/1/qoq",
    "comparisons/regions?metric=margin&region=DE&period=2017-Q4, /rows/0/value",
    "series?metric=margin&region=DE&startPeriod=2017-Q4, /rows/0/value",
    "comparisons/regions?metric=revenue&region=DE%2BUS&period=2017-Q3, /rows/0/value",
    "comparisons/regions?metric=arpu&region=DE%2BUS&period=2017-Q3, /rows/0/value",
  })
  void figureInAnotherUnitIsNeverReportedAsNotPublished(String question, String field) {
    JsonNode missing = ask(question).at(field);
    assertThat(missing.path("missing").asText()).isEqualTo("unit-differs");
    assertThat(missing.path("message").asText()).contains("EUR", "USD", "add currency=");
  }

  @ParameterizedTest
  @CsvSource({
    "comparisons/share?metric=revenue&region=DE&period=2017-Q3, /rows/0/share, 25 %",
    "comparisons/share?metric=revenue&region=DE&period=2017-Q4&base=qoq, /rows/0/change, 5 pp",
    "comparisons/contribution?metric=revenue&region=DE&period=2017-Q4&base=qoq, /rows/0/contribution, 6.25 pp",
    "comparisons/drivers?metric=arpu&region=DE&period=2017-Q4&base=qoq, /rows/0/base, 120 USD",
    "comparisons/growth?metric=arpu&region=DE&period=2017-Q4&base=qoq, /rows/0/base, 12 USD/user",
    "series?metric=revenue&region=DE&startPeriod=2017-Q3, /rows/0/value, 120 USD",
    "series?metric=revenue&region=DE&startPeriod=2017-Q3&transform=qoq, /rows/1/qoq, 25 %",
    "comparisons/regions?metric=revenue&region=DE&period=2017-Q3&against=US, /rows/0/ratio, 2 1",
    // 24 EUR x 1.25 = 30 USD of 150 USD
    "comparisons/regions?metric=margin&region=DE&period=2017-Q4, /rows/0/value, 20 %",
    "series?metric=margin&region=DE, /rows/0/value, 20 %",
    // 60 USD + 100 EUR x 1.2 = 180 USD, of 16 users
    "comparisons/regions?metric=revenue&region=DE%2BUS&period=2017-Q3, /rows/0/value, 180 USD",
    "comparisons/regions?metric=arpu&region=DE%2BUS&period=2017-Q3, /rows/0/value, 11.25 USD/user",
    "comparisons/regions?metric=margin&region=DE&period=latest, /rows/0/value, 20 %",
  })
  void requestedCurrencyMakesFiguresInSeveralUnitsComparable(
      String question, String field, String expected) {
    assertThat(value(ask(question + "&currency=USD").at(field))).isEqualTo(expected);
  }

  @Test
  void regionsInSeveralCurrenciesAreRefusedWithTheCurrencyThatComparesThem() {
    Service.Reply reply =
        service
            .get("/v1/comparisons/regions?company=moved&metric=revenue&region=DE,US&period=2017-Q3")
            .expectStatus(422);
    assertThat(reply.at("/invalid_params/0/reason").asText())
        .isEqualTo(
            "revenue is in EUR and in USD, which cannot be compared; add currency=EUR to convert them");
  }

  @Test
  void regionThatIsKnownInNoUnitIsStillReportedAsNotPublished() {
    JsonNode row =
        ask("comparisons/regions?metric=revenue&region=DE%2BFR&period=2017-Q3").at("/rows/0");
    assertThat(row.at("/value/missing").asText()).isEqualTo("no-observation");
    assertThat(row.at("/value/message").asText()).contains("FR");
  }
}
