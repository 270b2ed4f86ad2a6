package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.TargetDays;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Rates between currencies that have fixings on different days. The dollar is at 1.2 per euro until
 * 2018-01-31 and at 1.25 after, on every TARGET day of 2018-Q1. The Icelandic króna has fixings of
 * 125 since 2018-02-01, the Russian rouble of 72 until 2018-01-31. The lev's only fixing is that of
 * 2018-01-02, the day before the lira's only one.
 */
class CrossRatesTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 2);
  private static final LocalDate END_OF_JANUARY = LocalDate.of(2018, 1, 31);
  private static final LocalDate FEBRUARY = LocalDate.of(2018, 2, 1);
  private static final LocalDate LAST = LocalDate.of(2018, 3, 29);

  private static Service service;
  private static Store store;
  private static Deadline deadline;

  @BeforeAll
  static void start() {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    store = new Store(wiring.client(), wiring.table(), wiring.clock());
    deadline = Deadline.in(Duration.ofMinutes(1), wiring.clock());
    fix("USD", "1.2", FIRST, END_OF_JANUARY);
    fix("USD", "1.25", FEBRUARY, LAST);
    fix("ISK", "125", FEBRUARY, LAST);
    fix("RUB", "72", FIRST, END_OF_JANUARY);
    fix("BGN", "2", FIRST, FIRST);
    fix("TRY", "5", FIRST.plusDays(1), FIRST.plusDays(1));
    service = new Service(wiring).withDocument(document());
  }

  private static void fix(String currency, String rate, LocalDate first, LocalDate last) {
    TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
    for (LocalDate day = first; !day.isAfter(last); day = TargetDays.onOrAfter(day.plusDays(1))) {
      days.put(day, new BigDecimal(rate));
    }
    store.rates().add(Fixings.of(currency, days), deadline);
  }

  private static String document() {
    return DocumentBuilder.company("report", "2018-05-01")
        .with("\"companies\": [{\"id\": \"fx\", \"name\": \"Fx\"}]")
        .with(
            """
            "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"}]\
            """)
        .observation(observation("IS", "USD"))
        .observation(observation("DE", "EUR"))
        .observation(observation("BG", "BGN"))
        .json();
  }

  private static String observation(String region, String unit) {
    return """
    {"company": "fx", "metric": "revenue", "region": "%s", "period": "2018-Q1", "value": 1000000, "decimals": "INF", "unit": "%s"}\
    """
        .formatted(region, unit);
  }

  private static JsonNode ask(String region, String more) {
    return service
        .get(
            "/v1/comparisons/regions?company=fx&metric=revenue&period=2018-Q1&region="
                + region
                + more)
        .expectStatus(200)
        .json();
  }

  private static String value(JsonNode answer) {
    return answer.at("/rows/0/value/value").asText();
  }

  private static String finding(JsonNode answer) {
    return answer.at("/findings/0/code").asText()
        + ": "
        + answer.at("/findings/0/message").asText();
  }

  @Test
  void averageOfTwoCurrenciesUsesTheDaysOfBoth() {
    JsonNode answer = ask("IS", "&currency=ISK");
    // 125 / 1.25 = 100, whatever the dollar was in January
    assertThat(value(answer)).isEqualTo("100000000");
    assertThat(answer.get("findings")).hasSize(1);
    assertThat(finding(answer))
        .isEqualTo(
            "rates-partial: The average rate of USD and ISK in 2018-Q1 uses 41 of 63 days; the others have no fixing.");
  }

  @Test
  void averageOfACurrencyThatEndedSaysWhenItEndedAndIsNotProvisional() {
    JsonNode answer = ask("IS", "&currency=RUB");
    // 72 / 1.2 = 60
    assertThat(value(answer)).isEqualTo("60000000");
    assertThat(answer.get("findings")).hasSize(1);
    assertThat(finding(answer))
        .isEqualTo(
            "rates-partial: The average rate of USD and RUB in 2018-Q1 uses 22 of 63 days; the others have no fixing, and the last that has one is 2018-01-31.");
  }

  @Test
  void endOfTwoCurrenciesIsTheLastDayOfBoth() {
    JsonNode answer = ask("IS", "&currency=RUB&fx=end");
    assertThat(value(answer)).isEqualTo("60000000");
    assertThat(finding(answer))
        .isEqualTo(
            "rates-partial: The rate of USD and RUB at the end of 2018-Q1 is the fixing of 2018-01-31, the last day that has one.");
    assertThat(ask("IS", "&currency=ISK&fx=end").get("findings")).isEmpty();
  }

  @Test
  void rateAgainstTheEuroUsesTheDaysThatTheCurrencyHas() {
    JsonNode answer = ask("DE", "&currency=ISK");
    assertThat(value(answer)).isEqualTo("125000000");
    assertThat(finding(answer)).startsWith("rates-partial: The average rate of ISK").contains("41");
    assertThat(ask("DE", "&currency=USD").get("findings")).isEmpty();
  }

  @Test
  void fixingOfADayIsTheLastThatBothCurrenciesHave() {
    JsonNode answer = ask("IS", "&currency=RUB&fx=2018-02-05");
    // 72 / 1.2, both of 2018-01-31; the dollar's own last fixing was 1.25
    assertThat(value(answer)).isEqualTo("60000000");
    assertThat(answer.at("/findings/0/code").asText()).isEqualTo("fixing-before");
    assertThat(answer.at("/findings/0/message").asText())
        .isEqualTo(
            "USD is converted at its fixing of 2018-01-31, the last day up to 2018-02-05 when RUB has one too.");
    assertThat(answer.findValuesAsText("code")).doesNotContain("rates-provisional");
  }

  @Test
  void currenciesWithoutADayInCommonHaveNoRate() {
    JsonNode missing = ask("BG", "&currency=TRY").at("/rows/0/value");
    assertThat(missing.get("missing").asText()).isEqualTo("no-rates");
    assertThat(missing.get("message").asText())
        .startsWith("No reference rate of BGN on a day with one of TRY in 2018-Q1 is known here");
  }
}
