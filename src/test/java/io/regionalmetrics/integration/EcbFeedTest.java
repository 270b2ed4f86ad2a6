package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.FaultyDynamoDb.Fault;
import io.regionalmetrics.integration.Service.Reply;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Leases;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** The ecb-rates feed stores all of the euro's reference rates, whatever goes wrong on the way. */
class EcbFeedTest {
  private static final String DAILY = "/stats/eurofxref/eurofxref-daily.xml";
  private static final String NINETY = "/stats/eurofxref/eurofxref-hist-90d.xml";
  private static final String HISTORY = "/stats/eurofxref/eurofxref-hist.zip";

  /** Monday, 2018-02-26, at ten in the evening. */
  private static final Instant NOW = Instant.parse("2018-02-26T22:00:00Z");

  private static final String CSV =
      """
      Date,USD,JPY,BGN,ROL,
      2018-02-26,1.2307,131.61,N/A,N/A,
      2018-02-23,1.2299,131.36,1.9558,N/A,
      2018-02-22,1.2276,131.67,1.9558,N/A,
      """;

  private final FileServer server = new FileServer();
  private final Wiring wiring = LocalDynamoDb.freshWiring(InstantSource.fixed(NOW));

  @BeforeEach
  void serveTheHistory() {
    server.with(
        HISTORY, FileServer.zip("eurofxref-hist.csv", CSV.getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String xml(String... days) {
    StringBuilder cubes = new StringBuilder();
    for (String day : days) {
      String[] parts = day.split(" ");
      cubes.append(
          "<Cube time='%s'><Cube currency='USD' rate='%s'/></Cube>".formatted(parts[0], parts[1]));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>%s</Cube></gesmes:Envelope>
    """
        .formatted(cubes);
  }

  private JsonNode refresh() {
    return refresh(wiring);
  }

  private JsonNode refresh(Wiring with) {
    String event =
        "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"baseUrl\": \"%s\"}"
            .formatted(server.address());
    return Service.json(invoke(with, event));
  }

  private static String invoke(Wiring with, String event) {
    try {
      byte[] answer =
          new Functions(Template.read(Template.FILE), with)
              .invoke("RefreshFunction", event.getBytes(StandardCharsets.UTF_8));
      return new String(answer, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kept(String currency) {
    YearQuarter quarter = YearQuarter.parse("2018-Q1");
    return new Store(wiring.client(), wiring.table(), wiring.clock())
        .rates().range(currency, quarter, quarter, deadline()).stream()
            .map(fixings -> fixings.days().toString())
            .findFirst()
            .orElse("");
  }

  private Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(30), wiring.clock());
  }

  private JsonNode state() {
    try (Service service = new Service(wiring)) {
      Reply reply = service.get("/v1/feeds").expectStatus(200);
      return reply.at("/feeds/0");
    }
  }

  @Test
  void firstRunStoresTheWholeHistory() {
    JsonNode answer = refresh();
    assertThat(answer.at("/lastResult/added").asInt()).isEqualTo(8);
    assertThat(server.paths()).containsExactly(HISTORY);
    assertThat(kept("USD")).isEqualTo("{2018-02-22=1.2276, 2018-02-23=1.2299, 2018-02-26=1.2307}");
    assertThat(kept("BGN")).isEqualTo("{2018-02-22=1.9558, 2018-02-23=1.9558}");
    assertThat(kept("ROL")).isEmpty();
  }

  @Test
  void functionReturnsTheStateOfTheFeed() {
    JsonNode answer = refresh();
    assertThat(state()).isEqualTo(answer);
    assertThat(answer.get("id").asText()).isEqualTo("ecb");
    assertThat(answer.get("lastSuccess").asText()).isEqualTo("2018-02-26T22:00:00Z");
    assertThat(answer.get("stale").asText()).isEqualTo("PT0S");
    assertThat(answer.has("lastError")).isFalse();
  }

  @Test
  void nextDayIsReadFromTheDailyFile() {
    refresh();
    server.forget();
    server.with(DAILY, xml("2018-02-27 1.2301"));
    assertThat(refresh().at("/lastResult/added").asInt()).isEqualTo(1);
    assertThat(server.paths()).containsExactly(DAILY);
    assertThat(kept("USD")).endsWith("2018-02-26=1.2307, 2018-02-27=1.2301}");
  }

  @Test
  void mondayFollowsFriday() {
    server.with(
        HISTORY,
        FileServer.zip(
            "eurofxref-hist.csv",
            "Date,USD,\n2018-02-23,1.2299,\n".getBytes(StandardCharsets.UTF_8)));
    refresh();
    server.with(DAILY, xml("2018-02-26 1.2307"));
    refresh();
    assertThat(server.paths()).containsExactly(HISTORY, DAILY);
  }

  @Test
  void holidayIsASuccessWithNothingNew() {
    refresh();
    server.with(DAILY, xml("2018-02-26 1.2307"));
    JsonNode answer = refresh();
    assertThat(answer.at("/lastResult/added").asInt()).isZero();
    assertThat(answer.at("/lastResult/unchanged").asInt()).isEqualTo(1);
    assertThat(answer.has("lastError")).isFalse();
  }

  @Test
  void correctedFixingReplacesTheStoredOne() {
    refresh();
    server.with(DAILY, xml("2018-02-26 1.2317"));
    assertThat(refresh().at("/lastResult/revised").asInt()).isEqualTo(1);
    assertThat(kept("USD")).endsWith("2018-02-26=1.2317}");
  }

  @Test
  void unchangedFileIsNotReadAgain() {
    refresh();
    server.with(
        DAILY, xml("2018-02-27 1.2301").getBytes(StandardCharsets.UTF_8), Map.of("ETag", "\"27\""));
    refresh();
    server.forget();
    JsonNode answer = refresh();
    assertThat(server.requests().getFirst().header("if-none-match")).isEqualTo("\"27\"");
    assertThat(answer.at("/lastResult/observations").asInt()).isZero();
    assertThat(answer.has("lastError")).isFalse();
  }

  @Test
  void fewMissingDaysAreReadFromTheFileOfNinetyDays() {
    refresh();
    server.forget();
    server.with(DAILY, xml("2018-03-01 1.2171"));
    server.with(
        NINETY,
        xml("2018-03-01 1.2171", "2018-02-28 1.2214", "2018-02-27 1.2301", "2018-02-26 1.2307"));
    assertThat(refresh().at("/lastResult/added").asInt()).isEqualTo(3);
    assertThat(server.paths()).containsExactly(DAILY, NINETY);
    assertThat(kept("USD")).endsWith("2018-02-27=1.2301, 2018-02-28=1.2214, 2018-03-01=1.2171}");
  }

  @Test
  void manyMissingDaysAreReadFromTheHistory() {
    refresh();
    server.forget();
    server.with(DAILY, xml("2018-03-29 1.2321")).with(NINETY, xml("2018-03-29 1.2321"));
    server.with(
        HISTORY,
        FileServer.zip(
            "eurofxref-hist.csv",
            CSV.replace(
                    "ROL,\n",
                    "ROL,\n2018-03-29,1.2321,131.15,1.9558,N/A,\n2018-02-27,1.2301,131.9,1.9558,N/A,\n")
                .getBytes(StandardCharsets.UTF_8)));
    assertThat(refresh().at("/lastResult/added").asInt()).isEqualTo(6);
    assertThat(server.paths()).containsExactly(DAILY, NINETY, HISTORY);
    assertThat(kept("USD")).contains("2018-02-27=1.2301");
  }

  @Test
  void nextRunCompletesAnInterruptedOne() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(LocalDynamoDb.address())) {
      // The lease, the state, and the first currency are written.
      faulty.happen(
          (operation, nth) -> operation.equals("PutItem") && nth > 3 ? Fault.BROKEN : Fault.NONE);
      assertThatThrownBy(() -> refresh(faulty.through(wiring))).hasMessageContaining("ecb");
    }
    assertThat(kept("BGN")).isNotEmpty();
    assertThat(kept("USD")).isEmpty();
    LocalDynamoDb.deleteItem(wiring, "leases", "ecb");
    assertThat(refresh().at("/lastResult/added").asInt()).isEqualTo(6);
    assertThat(kept("USD")).isEqualTo("{2018-02-22=1.2276, 2018-02-23=1.2299, 2018-02-26=1.2307}");
  }

  @Test
  void secondRunIsRefusedDuringTheFirst() {
    new Leases(wiring.client(), wiring.table(), wiring.clock()).ask("ecb", "another", deadline());
    assertThatThrownBy(this::refresh)
        .hasMessage(
            "ecb can't start while another run is in progress, which may last until 2018-02-26T22:00:29.500Z; try again after that");
  }

  @Test
  void failedRunKeepsTheStoredRatesAndReportsTheReason() {
    refresh();
    String before = kept("USD");
    assertThatThrownBy(this::refresh).hasMessageContaining("eurofxref-daily.xml answers 404");
    assertThat(kept("USD")).isEqualTo(before);
    JsonNode state = state();
    assertThat(state.get("lastError").asText()).contains("eurofxref-daily.xml answers 404");
    assertThat(state.get("lastSuccess").asText()).isEqualTo("2018-02-26T22:00:00Z");
    assertThat(state.at("/lastResult/added").asInt()).isEqualTo(8);
  }

  @Test
  void nextSuccessClearsTheError() {
    refresh();
    assertThatThrownBy(this::refresh).isInstanceOf(RuntimeException.class);
    server.with(DAILY, xml("2018-02-27 1.2301"));
    assertThat(refresh().has("lastError")).isFalse();
  }

  private void failsAs(String path, String content, String why) {
    failsAs(path, content.getBytes(StandardCharsets.UTF_8), why);
  }

  private void failsAs(String path, byte[] content, String why) {
    if (path.equals(DAILY)) {
      refresh();
    }
    String before = kept("USD");
    server.with(path, content);
    assertThatThrownBy(this::refresh).hasMessageContaining(why);
    assertThat(kept("USD")).isEqualTo(before);
    assertThat(state().get("lastError").asText()).contains(why);
  }

  @Test
  void htmlPageInsteadOfTheZipIsRefused() {
    failsAs(HISTORY, "<html><body>Maintenance</body></html>", "is not a zip file");
  }

  @Test
  void otherFileInTheZipIsRefused() {
    failsAs(
        HISTORY,
        FileServer.zip("other.csv", new byte[10]),
        "is not a zip file with eurofxref-hist.csv");
  }

  @Test
  void truncatedZipIsRefused() {
    byte[] whole =
        FileServer.zip("eurofxref-hist.csv", CSV.repeat(50).getBytes(StandardCharsets.UTF_8));
    failsAs(HISTORY, java.util.Arrays.copyOf(whole, 80), "eurofxref-hist.zip");
  }

  @Test
  void zipBombIsRefused() {
    failsAs(
        HISTORY,
        FileServer.zip("eurofxref-hist.csv", CSV.repeat(250_000).getBytes(StandardCharsets.UTF_8)),
        "larger than the 20,000,000 bytes");
  }

  @Test
  void historyOfAnotherEncodingIsRefused() {
    failsAs(
        HISTORY,
        FileServer.zip(
            "eurofxref-hist.csv",
            "Date,USD,\n2018-02-23,1.2299,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
        "eurofxref-hist.csv");
  }

  @Test
  void historyWithoutRatesIsRefused() {
    failsAs(
        HISTORY,
        FileServer.zip("eurofxref-hist.csv", "Date,USD,\n".getBytes(StandardCharsets.UTF_8)),
        "no reference rates");
  }

  @Test
  void htmlPageInsteadOfTheXmlIsRefused() {
    failsAs(DAILY, "<html><body>Maintenance<br></body></html>", "is not well-formed XML");
  }

  @Test
  void xmlPageWithoutRatesIsRefused() {
    failsAs(DAILY, "<html><body>Maintenance</body></html>", "has no reference rates in it");
  }

  @Test
  void truncatedXmlIsRefused() {
    failsAs(DAILY, xml("2018-02-27 1.2301").substring(0, 250), "is not well-formed XML");
  }

  @Test
  void documentTypeIsRefused() {
    failsAs(
        DAILY,
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + xml("2018-02-27 1.2301").substring(39),
        "document type");
  }

  @Test
  void expandingEntitiesAreRefused() {
    failsAs(
        DAILY,
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><a>&b;</a>",
        "document type");
  }

  @Test
  void invalidRatesAreLeftOutAndCounted() {
    server.with(
        HISTORY,
        FileServer.zip(
            "eurofxref-hist.csv",
            "Date,USD,JPY,\n2018-02-26,zero,131.61,\n2018-02-23,-1,131.36,\n2018-02-22,0,131.67,\nyesterday,1,1,\n"
                .getBytes(StandardCharsets.UTF_8)));
    JsonNode answer = refresh();
    assertThat(answer.at("/lastResult/leftOut/0/why").asText()).isEqualTo("neither a rate nor N/A");
    assertThat(answer.at("/lastResult/leftOut/0/count").asInt()).isEqualTo(4);
    assertThat(answer.at("/lastResult/added").asInt()).isEqualTo(3);
  }

  @Test
  void invalidEventIsRefusedNamingTheField() {
    assertThatThrownBy(() -> invoke(wiring, "{\"id\": \"ecb\", \"feed\": \"ecb-rate\"}"))
        .hasMessageContaining("feed: the text 'ecb-rate' is not one of csv, ecb-rates")
        .hasMessageContaining("Nothing was fetched.");
    assertThatThrownBy(() -> invoke(wiring, "{\"feed\": \"ecb-rates\"}"))
        .hasMessageContaining("id: is missing");
    assertThatThrownBy(() ->
            invoke(wiring, "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"url\": \"https://a\"}"))
        .hasMessageContaining("url: is not a known member");
    assertThatThrownBy(() ->
            invoke(wiring, "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"baseUrl\": \"ftp://a\"}"))
        .hasMessageContaining("baseUrl: the text 'ftp://a' is not an address");
    assertThatThrownBy(() -> invoke(wiring, "nothing")).hasMessageContaining("not JSON");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void feedsOfTheSameKindHaveSeparateStates() {
    refresh();
    invoke(
        wiring,
        "{\"id\": \"mirror\", \"feed\": \"ecb-rates\", \"baseUrl\": \"%s\"}"
            .formatted(server.address()));
    try (Service service = new Service(wiring)) {
      assertThat(service.get("/v1/feeds").at("/feeds")).hasSize(2);
    }
  }
}
