package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions log JSON objects, one on each line, for queries and metrics. */
class LogTest {
  private static final Instant NOW = Instant.parse("2018-02-26T22:00:00Z");

  private final Wiring wiring = LocalDynamoDb.freshWiring(InstantSource.fixed(NOW));

  /** The lines logged while an action runs. Locally, the log goes to standard error. */
  private static List<JsonNode> logged(Runnable work) {
    PrintStream before = System.err;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return lines
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(Service::json)
        .toList();
  }

  private String event(FileServer server) {
    return "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"baseUrl\": \"%s\"}"
        .formatted(server.address());
  }

  @Test
  void successfulRefreshLogsAHeartbeatMetric() {
    try (FileServer server = new FileServer()) {
      server.with(
          "/stats/eurofxref/eurofxref-hist.zip",
          FileServer.zip(
              "eurofxref-hist.csv",
              "Date,USD,\n2018-02-26,1.2307,\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(logged(() -> RefreshRunner.run(wiring, event(server))))
          .singleElement()
          .satisfies(line -> {
            JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
            assertThat(line.at("/_aws/Timestamp").longValue()).isEqualTo(NOW.toEpochMilli());
            assertThat(directive.get("Namespace").textValue()).isEqualTo("RegionalMetrics");
            assertThat(directive.at("/Dimensions")).hasToString("[[\"Function\",\"Feed\"]]");
            assertThat(directive.at("/Metrics/0/Name").textValue()).isEqualTo("Refreshed");
            assertThat(line.get("Function").textValue()).isEqualTo("RefreshFunction");
            assertThat(line.get("Feed").textValue()).isEqualTo("ecb-rates");
            assertThat(line.get("Refreshed").intValue()).isEqualTo(1);
          });
    }
  }

  @Test
  void failedRefreshLogsNoHeartbeatMetric() {
    try (FileServer server = new FileServer()) {
      assertThat(
              logged(() ->
                  assertThatThrownBy(() -> RefreshRunner.run(wiring, event(server)))
                      .hasMessageContaining("404")))
          .isEmpty();
    }
  }

  @Test
  void errorIsLoggedWithLevelRequestIdAndStackTrace() {
    Wiring away = wiring.with(LocalDynamoDb.client(URI.create("http://127.0.0.1:1")));
    try (Service service = new Service(away)) {
      assertThat(logged(() -> assertThat(service.get("/v1/companies").status()).isEqualTo(503)))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.get("level").textValue()).isEqualTo("WARN");
            assertThat(line.get("AWSRequestId").textValue()).isNotBlank();
            assertThat(Instant.parse(line.get("timestamp").textValue())).isEqualTo(NOW);
            assertThat(line.get("trace").textValue()).contains("\n\tat ");
          });
    }
  }
}
