package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the feed of filings is told to read them again, and what it says about it. */
class RereadFeedTest {
  private static final Instant BEGIN = Instant.parse("2024-11-01T03:00:00Z");
  private static final String CONTACT = "Somebody somebody@example.com";
  private static final String REREAD = ", \"reread\": \"2024-11-02\"";
  private static final String FILED =
      EdgarServer.path(EdgarServer.NETFLIX, "0001065280-24-000128", "nflx-20240331");

  private final EdgarServer edgar = new EdgarServer();
  private final String table = LocalDynamoDb.freshTable();

  @BeforeEach
  void file() {
    edgar.withRealFilings();
  }

  @AfterEach
  void stop() {
    edgar.close();
  }

  /** The service some days after the filings were read first. */
  private Wiring on(int day) {
    InstantSource clock = InstantSource.fixed(BEGIN.plus(Duration.ofDays(day)));
    return new Wiring(LocalDynamoDb.client(), table, clock, CONTACT, Wiring.s3(""));
  }

  private String event(String more) {
    return event("filings", more);
  }

  private String event(String id, String more) {
    return edgar.event(id, "\"0001065280\"", more);
  }

  private JsonNode level(String metric, String region, String quarter) {
    try (Service service = new Service(on(1))) {
      return service
          .get(
              "/v1/comparisons/regions?company=netflix&metric=%s&region=%s&period=%s"
                  .formatted(metric, region, quarter))
          .at("/rows/0/value");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | reread: true is not a day like 2026-12-01 or a time like",
        "\"soon\" | reread: the text 'soon' is not a day like 2026-12-01 or a time like",
        "\"2062-01-01\" | reread: 2062-01-01T00:00:00Z is yet to come; use a day or time that has passed"
      })
  void timeThatMakesNoSenseIsRefused(String written, String message) {
    Wiring wiring = on(1);
    assertThatThrownBy(() -> RefreshRunner.run(wiring, event(", \"reread\": " + written)))
        .hasMessageContaining(message);
    assertThat(edgar.server().requests()).isEmpty();
  }

  @Test
  void otherFeedsReadNothingAgain() {
    Wiring wiring = on(1);
    assertThatThrownBy(() ->
            RefreshRunner.run(
                wiring, "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"reread\": \"2024-11-01\"}"))
        .hasMessageContaining("reread: is only for the feed sec-filings");
  }

  @Test
  void listIsReadEvenIfItHasNotChanged() {
    edgar.tagLists();
    RefreshRunner.run(on(0), event(""));
    edgar.server().forget();
    RefreshRunner.run(on(1), event(REREAD));
    assertThat(edgar.server().paths()).contains(FILED);
  }

  @Test
  void runWithoutTimeLeavesTheRestToTheNextOne() {
    RefreshRunner.run(on(0), event(""));
    FeedState state =
        RefreshRunner.run(
            on(1), event(REREAD), FetchPolicy.standard(CONTACT), Duration.ofSeconds(60));
    assertThat(state.lastResult().orElseThrow().remaining()).isPositive();
    edgar.server().forget();
    JsonNode notes = RefreshRunner.run(on(1), event(REREAD)).at("/lastResult/notes");
    assertThat(notes.toString()).contains("netflix: 3 of 3 filings have been read again");
    assertThat(edgar.server().paths()).contains(FILED);
  }

  @Test
  void whatAFilingReportedIsKeptUntilItIsGivenUp() {
    RefreshRunner.run(on(0), event(""));
    edgar.server().with(FILED, "<html><body>Maintenance<br></body></html>");
    for (int day = 1; day < 5; day++) {
      Wiring thatDay = on(day);
      assertThatThrownBy(() -> RefreshRunner.run(thatDay, event(REREAD)))
          .isInstanceOf(RuntimeException.class);
      assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
    }
    RefreshRunner.run(on(5), event(REREAD));
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isFalse();
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
  }

  @Test
  void filingThatWasGivenUpIsTriedAgain() {
    edgar.server().with(FILED, "<html><body>Maintenance<br></body></html>");
    for (int day = -5; day < -1; day++) {
      Wiring thatDay = on(day);
      assertThatThrownBy(() -> RefreshRunner.run(thatDay, event("")))
          .isInstanceOf(RuntimeException.class);
    }
    RefreshRunner.run(on(-1), event(""));
    edgar.serve(FILED, PublishedData.gzipped("sec/nflx-20240331_htm.xml"));
    RefreshRunner.run(on(0), event(""));
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isFalse();
    RefreshRunner.run(on(1), event(REREAD));
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
  }

  @Test
  void metricsThatOnlyAnotherFeedReadsStay() {
    RefreshRunner.run(on(0), event("other", EdgarServer.MEMBERSHIPS));
    RefreshRunner.run(on(0), event(""));
    RefreshRunner.run(on(1), event(REREAD));
    assertThat(
            level("paid-memberships", "UNITED_STATES_AND_CANADA", "2023-Q4").get("value").asLong())
        .isEqualTo(80_128_000L);
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
  }

  @Test
  void metricThatIsAddedToTheEventIsReadFromAllFilings() {
    RefreshRunner.run(on(0), event(""));
    RefreshRunner.run(on(1), event(EdgarServer.MEMBERSHIPS + REREAD));
    assertThat(
            level("paid-memberships", "UNITED_STATES_AND_CANADA", "2023-Q4").get("value").asLong())
        .isEqualTo(80_128_000L);
  }

  @Test
  void companyThatIsReadForTheFirstTimeIsReadOnce() {
    RefreshRunner.run(on(1), event(REREAD));
    edgar.server().forget();
    RefreshRunner.run(on(2), event(REREAD));
    assertThat(edgar.server().paths()).containsExactly(EdgarServer.list(EdgarServer.NETFLIX));
  }
}
