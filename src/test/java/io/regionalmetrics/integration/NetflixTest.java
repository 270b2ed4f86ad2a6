package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Netflix's filings and a third party's table of the same figures, in either order: answers come
 * from the filings, and a check names the cells in which the table disagrees.
 */
class NetflixTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-11-01T03:00:00Z"));

  private final EdgarServer edgar = new EdgarServer();
  private final Wiring wiring =
      new Wiring(
          LocalDynamoDb.client(),
          LocalDynamoDb.freshTable(),
          CLOCK,
          "Somebody somebody@example.com",
          Wiring.s3(""));

  @BeforeEach
  void file() {
    edgar.withRealFilings();
    edgar
        .server()
        .with(
            "/netflix/netflix_revenue_updated.csv",
            PublishedData.bytes("netflix/netflix_revenue_updated.csv"));
  }

  @AfterEach
  void stop() {
    edgar.close();
  }

  static Stream<List<String>> orders() {
    return Stream.of(
        List.of("refresh-netflix", "refresh-filings"),
        List.of("refresh-filings", "refresh-netflix"));
  }

  private void refresh(List<String> events) {
    for (String event : events) {
      String address = edgar.server().address().toString();
      RefreshRunner.run(
          wiring,
          Service.file("events/%s.json".formatted(event))
              .replace("http://127.0.0.1:8000", address)
              .replace(
                  "\"feed\": \"sec-filings\"",
                  "\"feed\": \"sec-filings\", \"baseUrl\": \"%s\"".formatted(address)));
    }
  }

  @ParameterizedTest
  @MethodSource("orders")
  void checkNamesTheCellsInWhichTheTableDisagreesWithTheFilings(List<String> events) {
    refresh(events);
    try (Service service = new Service(wiring)) {
      List<String> disagreeing =
          service
              .get("/v1/comparisons/check?company=netflix&period=2023-Q4")
              .at("/rows")
              .valueStream()
              .filter(row -> row.path("relation").asText().equals("sources"))
              .filter(row -> row.path("verdict").asText().equals("inconsistent"))
              .map(row -> row.get("metric").asText() + " " + row.get("region").asText())
              .toList();
      assertThat(disagreeing).containsExactly("revenue-streaming UNITED_STATES_AND_CANADA");
    }
  }

  @ParameterizedTest
  @MethodSource("orders")
  void filingsTakePrecedenceOverTheTable(List<String> events) {
    refresh(events);
    try (Service service = new Service(wiring)) {
      JsonNode value =
          service
              .get(
                  "/v1/comparisons/regions?company=netflix&metric=revenue-streaming&region=UCAN&period=2023-Q4")
              .at("/rows/0/value");
      assertThat(value.get("origin").asText()).isEqualTo("derived");
      assertThat(value.get("value").asLong()).isEqualTo(3_930_557_000L);
      assertThat(value.at("/alternatives/0/value").asLong()).isEqualTo(3_594_791_000L);
    }
  }
}
