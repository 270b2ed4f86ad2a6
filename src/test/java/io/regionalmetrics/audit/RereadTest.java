package io.regionalmetrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading filings again puts right what was read by other rules, and touches nothing else. */
class RereadTest {
  private static final FilingFolder FOLDER =
      FilingFolder.read(Path.of("src/test/resources/published/sec/kinds"))
          .of(List.of("0000320193", "0000021344", "0000077476"));

  /** A document about Apple, which reports figures beside those of the filings. */
  private static final String DOCUMENT =
      """
      {"source": {"id": "press", "title": "A report", "publisher": "Press", "published": "2019-07-30", "kind": "press"},
       "companies": [{"id": "apple", "name": "Apple", "cik": "0000320193"}],
       "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "unit": "USD"}],
       "regions": [{"company": "apple", "id": "AMERICAS", "name": "The Americas"},
                   {"company": "apple", "id": "ABROAD", "name": "Abroad", "residual": "WORLD-US"}],
       "observations": [
         {"company": "apple", "metric": "revenue", "region": "AMERICAS", "period": "2019-Q2", "value": 25000000000, "decimals": -9},
         {"company": "apple", "metric": "revenue", "region": "ABROAD", "period": "2019-Q2", "value": 32000000000, "decimals": -9}]}
      """;

  private static final String REREAD = ", \"reread\": \"2026-11-24\"";

  private static String expected = "";
  private static Map<String, String> items = Map.of();
  private static Optional<AuditedService> misread = Optional.empty();

  @BeforeAll
  static void readByTheRulesOfToday() {
    AuditedService service = AuditedService.fresh();
    service.service().withDocument(DOCUMENT);
    service.read(FOLDER);
    expected = service.everything();
    items = contents(service);
    for (String company : service.service().get("/v1/companies").json().findValuesAsText("id")) {
      new EarlierReading(service.store()).pretend(company);
    }
    misread = Optional.of(service);
  }

  @AfterAll
  static void stop() {
    misread.ifPresent(AuditedService::close);
  }

  /** A table whose filings were read by other rules, a day later. */
  private static AuditedService misread() {
    return misread.orElseThrow().copy(1);
  }

  /** The items, without the aliases that only a reread table has. */
  private static Map<String, String> contents(AuditedService audited) {
    Map<String, String> contents = new TreeMap<>(audited.contents());
    contents.replaceAll((key, item) -> item.replaceAll("aliases=\\[FORMER_\\w+], ", ""));
    return contents;
  }

  private static void assertIsRight(AuditedService audited) {
    assertThat(ArrivalOrders.differences(items, contents(audited))).isEmpty();
    assertThat(audited.everything()).isEqualTo(expected);
  }

  @Test
  void rereadTableEqualsAFreshOne() {
    try (AuditedService audited = misread()) {
      assertThat(contents(audited)).isNotEqualTo(items);
      audited.read(FOLDER, REREAD);
      assertIsRight(audited);
    }
  }

  @Test
  void idsFromBeforeStillAnswer() {
    String question =
        "/v1/comparisons/regions?company=apple&metric=revenue&period=2013-Q2&region=FORMER_EUROPE";
    try (AuditedService audited = misread()) {
      audited.read(FOLDER, REREAD);
      JsonNode row = audited.service().get(question).expectStatus(200).at("/rows/0");
      assertThat(row.at("/value/value").asLong()).isEqualTo(7_614_000_000L);
    }
  }

  @Test
  void secondRereadWritesNoFigure() {
    try (AuditedService audited = misread();
        AuditedService again = audited.later(2)) {
      audited.read(FOLDER, REREAD);
      Map<String, String> afterFirst = audited.versions();
      JsonNode result =
          again.read(FOLDER, ", \"reread\": \"2026-11-25T12:00:00Z\"").get("lastResult");
      assertThat(ArrivalOrders.differences(afterFirst, again.versions())).isEmpty();
      assertIsRight(again);
      assertThat(result.get("observations").asInt())
          .isPositive()
          .isEqualTo(result.get("unchanged").asInt());
    }
  }

  @Test
  void eventThatIsRepeatedReadsNothingAgain() {
    try (AuditedService audited = misread();
        AuditedService later = audited.later(2)) {
      audited.read(FOLDER, REREAD);
      assertThat(later.read(FOLDER, REREAD).at("/lastResult/observations").asInt()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PutItem, 4",
    "PutItem, 12",
    "PutItem, 30",
    "PutItem, 45",
    "DeleteItem, 0",
    "DeleteItem, 3",
    "DeleteItem, 7"
  })
  void interruptionChangesNothing(String operation, int writes) {
    try (AuditedService audited = misread()) {
      audited.readUntilBroken(FOLDER, REREAD, operation, writes);
      audited.read(FOLDER, REREAD);
      assertIsRight(audited);
    }
  }

  @Test
  void anyRunOfTheFeedContinuesARereadThatHasBegun() {
    FilingFolder apple = FOLDER.of(List.of("0000320193"));
    try (AuditedService audited = misread()) {
      audited.readUntilBroken(apple, REREAD, "PutItem", 12);
      assertThat(audited.contents().get("company#apple definition")).contains("FORMER_EUROPE");
      audited.read(apple);
      assertThat(ofApple(contents(audited))).isEqualTo(ofApple(items));
    }
  }

  private static Map<String, String> ofApple(Map<String, String> all) {
    Map<String, String> some = new TreeMap<>(all);
    some.keySet().removeIf(key -> !key.contains("#apple"));
    return some;
  }

  @Test
  void rereadThatIsInterruptedAgainAndAgainIsCompletedInTheEnd() {
    try (AuditedService audited = misread()) {
      for (int writes = 8; writes < 24; writes += 5) {
        audited.readUntilBroken(FOLDER, REREAD, "PutItem", writes);
      }
      audited.read(FOLDER, REREAD);
      assertIsRight(audited);
    }
  }

  @Test
  void stateTellsHowFarTheRereadHasCome() {
    try (AuditedService audited = misread()) {
      JsonNode notes = audited.read(FOLDER, REREAD).at("/lastResult/notes");
      assertThat(notes.toString()).contains("apple: 2 of 2 filings have been read again");
    }
  }
}
