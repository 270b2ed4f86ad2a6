package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.FaultyDynamoDb.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After faults nothing is lost or stored twice. Also tests the number of reads of each question.
 */
class FaultsTest {
  private static final String QUESTION =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final FaultyDynamoDb faulty = new FaultyDynamoDb(LocalDynamoDb.address());
  private final Service service = new Service(faulty.through(wiring));

  @AfterEach
  void stop() {
    service.close();
    faulty.close();
  }

  private static String question(String comparison) {
    return "/v1/comparisons/"
        + comparison
        + "&company=twitter&region=JP,US,WORLD-US&period=2017-Q4";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "growth?metric=revenue",
        "growth?metric=revenue-per-user&base=qoq",
        "regions?metric=revenue-per-user",
        "share?metric=revenue",
        "share?metric=revenue&base=yoy",
        "contribution?metric=revenue",
        "drivers?metric=revenue-per-user",
        "revisions?metric=revenue",
        "check?metric=revenue-per-user",
        "check?asOf=2018-03-01"
      })
  void comparisonIsOneBatchGetItemOnceDefinitionsAreKnown(String comparison) {
    service.post(Service.article());
    String question = question(comparison);
    service.get(question).expectStatus(200);
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(question).expectStatus(200);
    assertThat(faulty.operations()).containsExactly("BatchGetItem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "growth?metric=revenue",
        "growth?metric=revenue&base=qoq",
        "growth?metric=revenue&base=2015-Q1",
        "regions?metric=revenue",
        "share?metric=revenue",
        "share?metric=revenue&base=yoy",
        "contribution?metric=revenue"
      })
  void firstComparisonReadsDefinitionsInTheSameBatchGetItem(String comparison) {
    service.post(Service.article());
    String question = question(comparison);
    faulty.happen((operation, nth) -> Fault.NONE);
    String first = service.get(question).text();
    assertThat(faulty.operations()).containsExactly("BatchGetItem");
    assertThat(service.get(question).text()).isEqualTo(first);
  }

  @Test
  void firstComparisonNeedsOneMoreReadIfTheDefinitionsNameFurtherItems() {
    service.post(Service.article());
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(
        "/v1/comparisons/drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4");
    assertThat(faulty.operations()).containsExactly("BatchGetItem", "BatchGetItem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"company", "metric"})
  void malformedIdIsRefusedWithoutARead(String parameter) {
    service.post(Service.article());
    String question =
        "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";
    String other = question.replaceAll(parameter + "=[^&]*", parameter + "=" + "x".repeat(3_000));
    service.get(other).expectStatus(404);
  }

  @Test
  void definitionsAreReadWithTheFiguresIfEveryRegionIsRequested() {
    service.post(Service.article());
    String question =
        "/v1/comparisons/share?company=twitter&metric=revenue&region=*&period=2017-Q4";
    service.get(question);
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(question).expectStatus(200);
    assertThat(faulty.operations()).containsExactly("BatchGetItem");
  }

  @Test
  void currencyIsReadInTheSameBatchGetItem() {
    service.post(Service.article());
    service.get(QUESTION);
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(QUESTION + "&currency=EUR");
    service.get(QUESTION + "&currency=GBP&fx=2018-01-02");
    service.get("/v1/comparisons/check?company=twitter&region=JP&period=2017-Q4&currency=EUR");
    assertThat(faulty.operations()).containsExactly("BatchGetItem", "BatchGetItem", "BatchGetItem");
  }

  @Test
  void ratesOfACurrencyThatOnlyTheFiguresNameAreReadAfterThem() {
    service.post(Service.article());
    service.post(
        DocumentBuilder.press("pounds", "2018-02-08")
            .observation(
                """
                {"company": "twitter", "metric": "revenue", "region": "GB", "period": "2017-Q4", "value": 40000000, "decimals": -6, "unit": "GBP"}\
                """)
            .json());
    service.get(QUESTION);
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(QUESTION + "&currency=EUR");
    assertThat(faulty.operations()).containsExactly("BatchGetItem", "BatchGetItem");
  }

  @Test
  void ratesOfASeriesTakeOneMoreQuery() {
    service.post(Service.article());
    String question = "/v1/series?company=twitter&region=JP&metric=revenue&currency=";
    service.get(question + "EUR");
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(question + "EUR");
    assertThat(faulty.operations()).containsExactly("Query", "Query");
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(question + "GBP");
    assertThat(faulty.operations()).containsExactly("Query", "Query", "Query");
  }

  @Test
  void seriesIsOneQueryForEachMetricOnceDefinitionsAreKnown() {
    service.post(Service.article());
    String question = "/v1/series?company=twitter&region=JP,US,WORLD-US&metric=";
    service.get(question + "revenue");
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(question + "revenue&transform=yoy,qoq,share,index,ttm&includeHistory=true");
    service.get(question + "revenue&startPeriod=2010-Q1&endPeriod=2017-Q4&format=sdmx-csv");
    assertThat(faulty.operations()).containsExactly("Query", "Query");
    faulty.happen((operation, nth) -> Fault.NONE);
    service.get(question + "revenue-per-user");
    assertThat(faulty.operations()).containsExactly("Query", "Query", "Query");
  }

  @Test
  void seriesIsRetriedOnABusyTableAndThenRefused() {
    service.post(Service.article());
    String question = "/v1/series?company=twitter&region=JP&metric=revenue";
    String answer = service.get(question).text();
    faulty.happen((operation, nth) -> nth <= 2 ? Fault.THROTTLED : Fault.NONE);
    assertThat(service.get(question).text()).isEqualTo(answer);
    faulty.happen((operation, nth) -> Fault.BROKEN);
    service.get(question).expectStatus(503);
  }

  @Test
  void seriesOfMoreThanOneMegabyteIsReadToItsEnd() {
    List<String> quarters =
        IntStream.range(0, 40).mapToObj(i -> "%d-Q%d".formatted(2000 + i / 4, i % 4 + 1)).toList();
    service.post(DocumentBuilder.press("first", "2018-01-01").defined().json());
    for (int source = 0; source < 30; source++) {
      DocumentBuilder document =
          DocumentBuilder.of("s" + source, "2018-02-08", "press", "P" + source);
      for (String quarter : quarters) {
        document.observation(
            """
            {"company": "twitter", "metric": "users", "region": "JP", "period": "%s", "value": %d, "note": "%s"}\
            """
                .formatted(quarter, source + 1, "long ".repeat(199)));
      }
      service.post(document.json());
    }
    String question = "/v1/series?company=twitter&region=JP&metric=users&includeHistory=true";
    service.get(question);
    faulty.happen((operation, nth) -> Fault.NONE);
    JsonNode answer = service.get(question + "&endPeriod=2009-Q4").json();
    assertThat(faulty.operations()).containsExactly("Query", "Query");
    assertThat(answer.get("rows")).hasSize(40);
    assertThat(answer.findValues("history")).hasSize(40).allMatch(history -> history.size() == 30);
  }

  @Test
  void unprocessedKeysAreReadAgain() {
    service.post(Service.article());
    String answer = service.get(QUESTION).text();
    faulty.happen((operation, nth) -> Fault.UNPROCESSED);
    assertThat(service.get(QUESTION).text()).isEqualTo(answer);
    assertThat(faulty.operations()).hasSizeGreaterThan(1);
  }

  @Test
  void shortThrottlingIsRetried() {
    service.post(Service.article());
    String answer = service.get(QUESTION).text();
    faulty.happen((operation, nth) -> nth <= 2 ? Fault.THROTTLED : Fault.NONE);
    assertThat(service.get(QUESTION).text()).isEqualTo(answer);
  }

  @Test
  void tableThatStaysBusyIsReportedAsBusy() {
    service.post(Service.article());
    service.get(QUESTION);
    faulty.happen((operation, nth) -> Fault.THROTTLED);
    Service.Reply reply = service.get(QUESTION, "origin", "https://news.example").expectStatus(503);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(reply.at("/type").textValue()).endsWith("#/components/responses/Unavailable");
    assertThat(reply.header("retry-after")).isEqualTo("5");
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.text()).doesNotContain("dynamodb").doesNotContain("Exception");
  }

  /** The service with the client that it has in Lambda, whose timeouts are tested too. */
  private Service asInLambda() {
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "id");
    System.setProperty("aws.secretAccessKey", "secret");
    return new Service(
        Wiring.of(
            Map.of("TABLE", wiring.table(), "DYNAMODB_ENDPOINT", faulty.address().toString())));
  }

  @AfterEach
  void clearCredentials() {
    System.clearProperty("aws.region");
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void hangingRequestIsCancelledAndSentAgain() {
    service.post(Service.article());
    try (Service patient = asInLambda()) {
      patient.get(QUESTION);
      faulty.happen((operation, nth) -> nth == 1 ? Fault.HANGING : Fault.NONE);
      patient.get(QUESTION).expectStatus(200);
      assertThat(faulty.operations()).hasSize(2);
    }
  }

  @Test
  void hangingTableIsReportedBeforeTheFunctionTimesOut() {
    try (Service patient = asInLambda()) {
      faulty.happen((operation, nth) -> Fault.HANGING);
      Service.Reply reply = patient.get(QUESTION).expectStatus(503);
      assertThat(reply.header("retry-after")).isEqualTo("5");
    }
  }

  @Test
  void shortOutageOfTheTableIsRetried() {
    service.post(Service.article());
    faulty.happen((operation, nth) -> nth <= 2 ? Fault.BROKEN : Fault.NONE);
    service.get(QUESTION).expectStatus(200);
  }

  @Test
  void expiredCredentialsAreAServerError() {
    faulty.happen((operation, nth) -> Fault.EXPIRED);
    Service.Reply reply = service.get(QUESTION).expectStatus(503);
    assertThat(reply.text()).doesNotContain("token").doesNotContain("credentials");
  }

  @Test
  void missingTableIsAServerErrorWithoutInternalDetails() {
    try (Service nowhere =
        new Service(new Wiring(LocalDynamoDb.client(), "no-such-table", Service.TODAY))) {
      Service.Reply reply = nowhere.get(QUESTION).expectStatus(500);
      assertThat(reply.text()).doesNotContain("no-such-table").doesNotContain("Exception");
      nowhere.post(Service.article()).expectStatus(500);
    }
  }

  @Test
  void postingAgainCompletesAnInterruptedDocument() {
    String document =
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .level("users", "US", "2017-Q3", "69000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .json();
    // Definitions, company, list of companies, source, the first quarter: then it breaks.
    faulty.happen(
        (operation, nth) -> operation.equals("PutItem") && nth > 5 ? Fault.BROKEN : Fault.NONE);
    service.post(document).expectStatus(503);
    faulty.happen((operation, nth) -> Fault.NONE);
    JsonNode report = service.post(document).json();
    assertThat(report.get("added").intValue()).isEqualTo(2);
    assertThat(report.get("unchanged").intValue()).isEqualTo(1);
    assertThat(service.post(document).at("/unchanged").intValue()).isEqualTo(3);
    assertThat(
            service
                .get(
                    "/v1/comparisons/growth?company=twitter&metric=users&region=US&period=2017-Q4&base=qoq")
                .at("/rows/0/change/value")
                .intValue())
        .isEqualTo(-1_000_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "CUT"})
  void writeWhoseResponseWasLostIsNotRepeated(Fault fault) {
    faulty.happen(
        (operation, nth) -> operation.equals("PutItem") && nth % 2 == 1 ? fault : Fault.NONE);
    Service.Reply reply = service.post(Service.article()).expectStatus(200);
    faulty.happen((operation, nth) -> Fault.NONE);
    assertThat(service.get(QUESTION).json().at("/rows")).hasSize(1);
    assertThat(service.post(Service.article()).at("/unchanged").intValue()).isEqualTo(9);
    assertThat(vintages("obs#twitter#revenue")).isEqualTo(3);
  }

  @Test
  void laterSourceWithTheSameFigureIsStoredOnceAndChangesNothing() {
    service.post(
        DocumentBuilder.press("first", "2018-02-08")
            .defined()
            .level("users", "US", "2017-Q3", "69000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .json());
    String confirmation =
        DocumentBuilder.press("second", "2018-03-08")
            .level("users", "US", "2017-Q3", "69000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .json();
    String unchanged =
        "{\"observations\":2,\"added\":0,\"revised\":0,\"unchanged\":2,\"quarters\":0}";
    assertThat(service.post(confirmation).text()).isEqualTo(unchanged);
    assertThat(vintages("obs#twitter#users")).isEqualTo(4);
    faulty.happen((operation, nth) -> Fault.NONE);
    assertThat(service.post(confirmation).text()).isEqualTo(unchanged);
    assertThat(faulty.operations()).isNotEmpty().doesNotContain("PutItem");
  }

  @Test
  void concurrentWritersOfOneQuarterLoseNothing() throws Exception {
    service.post(DocumentBuilder.press("first", "2018-01-01").defined().json());
    List<String> regions = List.of("JP", "US", "DE", "FR", "BR", "IN", "GB", "CA");
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Service.Reply>> replies =
          IntStream.range(0, regions.size())
              .mapToObj(i ->
                  writers.submit(() ->
                      service.post(
                          DocumentBuilder.of("s" + i, "2018-02-08", "press", "P" + i)
                              .level("users", regions.get(i), "2017-Q4", (i + 1) + "000000", -6)
                              .json())))
              .toList();
      for (Future<Service.Reply> reply : replies) {
        reply.get().expectStatus(200);
        assertThat(reply.get().at("/added").intValue()).isEqualTo(1);
      }
    }
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/regions?company=twitter&metric=users&region="
                    + String.join(",", regions)
                    + "&period=2017-Q4")
            .json();
    assertThat(answer.findValues("missing")).isEmpty();
    assertThat(vintages("obs#twitter#users")).isEqualTo(8);
    assertThat(service.get("/v1/companies/twitter").json().at("/metrics/0/regions")).hasSize(8);
    assertThat(service.get("/v1/sources?company=twitter").json().get("sources"))
        .hasSizeGreaterThanOrEqualTo(8);
  }

  private int vintages(String partition) {
    return LocalDynamoDb.client()
        .scan(request -> request.tableName(wiring.table()))
        .items()
        .stream()
        .filter(item -> item.get("pk").s().equals(partition))
        .mapToInt(item -> item.get("vintages").l().size())
        .sum();
  }
}
