package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.FaultyDynamoDb.Fault;
import io.regionalmetrics.model.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sec-filings feed stores each filing once and completely, and loses none. */
class SecFeedTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-11-01T03:00:00Z"));
  private static final String CONTACT = "Somebody somebody@example.com";
  private static final List<String> FILED =
      List.of(
          EdgarServer.path(EdgarServer.NETFLIX, "0001065280-24-000030", "nflx-20231231"),
          EdgarServer.path(EdgarServer.NETFLIX, "0001065280-24-000128", "nflx-20240331"),
          EdgarServer.path(EdgarServer.NETFLIX, "0001065280-24-000287", "nflx-20240930"));

  private final EdgarServer edgar = new EdgarServer();
  private final String table = LocalDynamoDb.freshTable();
  private final Wiring wiring = wiring(CONTACT);

  @BeforeEach
  void file() {
    edgar.withRealFilings();
  }

  @AfterEach
  void stop() {
    edgar.close();
  }

  private Wiring wiring(String contact) {
    return new Wiring(LocalDynamoDb.client(), table, CLOCK, contact, Wiring.s3(""));
  }

  private String event(String ciks, String more) {
    return edgar.event("filings", ciks, more);
  }

  private String netflix() {
    return event("\"0001065280\"", EdgarServer.MEMBERSHIPS);
  }

  private JsonNode asked(String question) {
    try (Service service = new Service(wiring)) {
      return service.get(question).json();
    }
  }

  private JsonNode level(String metric, String region, String quarter) {
    return asked(
            "/v1/comparisons/regions?company=netflix&metric=%s&region=%s&period=%s"
                .formatted(metric, region, quarter))
        .at("/rows/0/value");
  }

  @Test
  void netflixStreamingRevenueIsStoredByRegion() {
    JsonNode result = RefreshRunner.run(wiring, netflix()).get("lastResult");
    assertThat(result.get("added").asInt()).isPositive();
    JsonNode emea = level("revenue-streaming", "EMEA", "2024-Q3");
    assertThat(emea.get("value").asLong()).isEqualTo(3_133_466_000L);
    assertThat(emea.get("low").asLong()).isEqualTo(3_133_465_500L);
    assertThat(emea.get("sources")).hasToString("[\"sec-0001065280-24-000287\"]");
  }

  @Test
  void fourthQuarterFollowsFromTwoFilings() {
    RefreshRunner.run(wiring, netflix());
    JsonNode emea = level("revenue-streaming", "EMEA", "2023-Q4");
    assertThat(emea.get("value").asLong()).isEqualTo(2_783_530_000L);
    assertThat(emea.get("origin").asText()).isEqualTo("derived");
    assertThat(emea.get("low").asLong()).isEqualTo(2_783_529_000L);
    assertThat(emea.get("high").asLong()).isEqualTo(2_783_531_000L);
  }

  @Test
  void wholeIsTheFactWithoutDimensions() {
    RefreshRunner.run(wiring, netflix());
    assertThat(level("revenue", "WORLD", "2024-Q3").get("value").asLong())
        .isEqualTo(9_824_703_000L);
    assertThat(level("revenue", "US", "2024-Q3").get("value").asLong()).isPositive();
  }

  @Test
  void membershipsAreThoseAtTheEndOfTheQuarter() {
    RefreshRunner.run(wiring, netflix());
    assertThat(
            level("paid-memberships", "UNITED_STATES_AND_CANADA", "2023-Q4").get("value").asLong())
        .isEqualTo(80_128_000L);
  }

  @Test
  void companyIsNamedByItsListOfFilings() {
    RefreshRunner.run(wiring, netflix());
    JsonNode company = asked("/v1/companies/netflix");
    assertThat(company.get("cik").asText()).isEqualTo("0001065280");
    assertThat(company.get("fiscalYearEnd").asText()).isEqualTo("12-31");
  }

  @Test
  void companyThatIsKnownIsFoundByItsCik() {
    try (Service service = new Service(wiring)) {
      service.post(
          """
          {"source": {"id": "a", "title": "A", "publisher": "A", "published": "2020-01-01", "kind": "press"},
           "companies": [{"id": "nflx", "name": "Netflix", "cik": "0001065280"}]}
          """);
    }
    RefreshRunner.run(wiring, netflix());
    assertThat(asked("/v1/companies").at("/companies").findValuesAsText("id"))
        .containsExactly("nflx");
  }

  @Test
  void applesSegmentsAreRegions() {
    JsonNode result = RefreshRunner.run(wiring, event("\"0000320193\"", "")).get("lastResult");
    JsonNode value =
        asked("/v1/comparisons/regions?company=apple&metric=revenue&region=JP&period=2023-Q2")
            .at("/rows/0/value");
    assertThat(value.get("value").asLong()).isEqualTo(4_821_000_000L);
    assertThat(result.get("leftOut")).isNotEmpty();
  }

  @Test
  void filingIsNeverFetchedTwice() {
    RefreshRunner.run(wiring, netflix());
    assertThat(edgar.server().paths()).containsAll(FILED);
    edgar.server().forget();
    JsonNode result = RefreshRunner.run(wiring, netflix()).get("lastResult");
    assertThat(edgar.server().paths()).containsExactly(EdgarServer.list(EdgarServer.NETFLIX));
    assertThat(result.get("observations").asInt()).isZero();
  }

  @Test
  void listThatHasNotChangedIsNotSentAgain() {
    edgar.tagLists();
    RefreshRunner.run(wiring, netflix());
    edgar.server().forget();
    JsonNode state = RefreshRunner.run(wiring, netflix());
    assertThat(edgar.server().requests()).hasSize(1);
    assertThat(edgar.server().requests().getFirst().header("if-none-match")).isEqualTo("\"list\"");
    assertThat(state.has("lastError")).isFalse();
  }

  @Test
  void listIsReadAgainUntilAllItsFilingsAreStored() {
    edgar.tagLists();
    edgar.server().with(FILED.get(1), 404, Map.of());
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix()))
        .isInstanceOf(RuntimeException.class);
    edgar.server().forget();
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix()))
        .isInstanceOf(RuntimeException.class);
    assertThat(edgar.server().requests().getFirst().header("if-none-match")).isEmpty();
  }

  @Test
  void filingsBeforeADayAreIgnored() {
    RefreshRunner.run(wiring, event("\"0001065280\"", ", \"since\": \"2024-10-01\""));
    assertThat(edgar.server().paths())
        .doesNotContain(FILED.get(0), FILED.get(1))
        .contains(FILED.get(2));
  }

  @Test
  void eachQuarterOfAFilingIsWrittenOnce() {
    try (FaultyDynamoDb counted = new FaultyDynamoDb(LocalDynamoDb.address())) {
      counted.happen((operation, nth) -> Fault.NONE);
      RefreshRunner.run(counted.through(wiring), event("\"0000320193\"", ""));
      long written = counted.operations().stream().filter("PutItem"::equals).count();
      // This year's quarter and that of the year before; the definitions for all, the company, its
      // place in the list, the source; what was read; before and after that, what is being read;
      // twice the lease and the state.
      assertThat(written).isEqualTo(2 + 4 + 1 + 2 + 4);
    }
  }

  @Test
  void requestsNameAContact() {
    RefreshRunner.run(wiring, netflix());
    assertThat(edgar.server().requests())
        .allMatch(asked -> asked.header("user-agent").contains(CONTACT));
  }

  @Test
  void nothingIsRequestedWithoutAContact() {
    assertThatThrownBy(() -> RefreshRunner.run(wiring(" "), netflix()))
        .hasMessageContaining("sec-filings needs a contact");
    assertThat(edgar.server().requests()).isEmpty();
    assertThat(RefreshRunner.state(wiring).get("lastError").asText()).contains("needs a contact");
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 20})
  void nextRunCompletesAnInterruptedOne(int writes) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(LocalDynamoDb.address())) {
      faulty.happen((operation, nth) ->
          operation.equals("PutItem") && nth > writes ? Fault.BROKEN : Fault.NONE);
      assertThatThrownBy(() -> RefreshRunner.run(faulty.through(wiring), netflix()))
          .hasMessageContaining("the table is busy");
    }
    assertThat(edgar.server().paths()).contains(FILED.getFirst());
    LocalDynamoDb.deleteItem(wiring, "leases", "sec-filings");
    RefreshRunner.run(wiring, netflix());
    String stopped = everything();
    assertThat(stopped).isEqualTo(of(netflix()));
  }

  /** All of Netflix's figures in the API. */
  private String everything() {
    return asked(
            "/v1/series?company=netflix&metric=revenue-streaming&region=EMEA,APAC,LATAM&includeHistory=true&startPeriod=2022-Q1&endPeriod=2024-Q3")
        .get("rows")
        .toString();
  }

  /** Those figures on a table of their own, after an undisturbed run. */
  private String of(String event) {
    Wiring other =
        new Wiring(
            LocalDynamoDb.client(), LocalDynamoDb.freshTable(), CLOCK, CONTACT, Wiring.s3(""));
    RefreshRunner.run(other, event);
    try (Service service = new Service(other)) {
      return service
          .get(
              "/v1/series?company=netflix&metric=revenue-streaming&region=EMEA,APAC,LATAM&includeHistory=true&startPeriod=2022-Q1&endPeriod=2024-Q3")
          .json()
          .get("rows")
          .toString();
    }
  }

  @Test
  void runNearItsTimeoutLeavesTheRestToTheNext() {
    FeedState state =
        RefreshRunner.run(wiring, netflix(), FetchPolicy.standard(CONTACT), Duration.ofSeconds(60));
    assertThat(state.lastResult().orElseThrow().remaining()).isEqualTo(1);
    assertThat(state.lastResult().orElseThrow().notes())
        .contains("1 filings, or companies that weren't looked at, are left for the next run");
    assertThat(state.lastSuccess()).isEmpty();
    JsonNode result = RefreshRunner.run(wiring, netflix()).get("lastResult");
    assertThat(result.get("remaining").asInt()).isZero();
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
  }

  @Test
  void unreadableFilingIsRetriedAndTheOthersAreStored() {
    edgar.server().with(FILED.get(1), "<html><body>Maintenance<br></body></html>");
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix()))
        .hasMessageContaining(FILED.get(1));
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isFalse();
    edgar.serve(FILED.get(1), PublishedData.gzipped("sec/nflx-20240331_htm.xml"));
    RefreshRunner.run(wiring, netflix());
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
  }

  @Test
  void filingsAreReadAgainInOrderIfOneArrivesAfterLaterOnes() {
    edgar.server().with(FILED.get(0), 404, Map.of());
    assertThatThrownBy(() -> RefreshRunner.run(on(2), netflix()))
        .isInstanceOf(RuntimeException.class);
    edgar.serve(FILED.get(0), PublishedData.gzipped("sec/nflx-20231231_htm.xml"));
    edgar.server().forget();
    RefreshRunner.run(on(3), netflix());
    assertThat(edgar.server().paths())
        .containsSubsequence(FILED.get(0), FILED.get(0), FILED.get(1), FILED.get(2));
    assertThat(everything()).isEqualTo(of(netflix()));
    edgar.server().forget();
    RefreshRunner.run(on(4), netflix());
    assertThat(edgar.server().paths()).containsExactly(EdgarServer.list(EdgarServer.NETFLIX));
  }

  @Test
  void filingThatStaysUnreadableIsSkippedAndReported() {
    edgar.server().with(FILED.get(1), "<html><body>Maintenance<br></body></html>");
    for (int day = 1; day < 5; day++) {
      Wiring thatDay = on(day);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> RefreshRunner.run(thatDay, netflix()))
            .isInstanceOf(RuntimeException.class);
      }
    }
    JsonNode state = RefreshRunner.run(on(5), netflix());
    assertThat(state.at("/lastResult/notes/0").asText()).startsWith("given up");
    edgar.server().forget();
    JsonNode next = RefreshRunner.run(on(6), netflix());
    assertThat(edgar.server().paths()).containsExactly(EdgarServer.list(EdgarServer.NETFLIX));
    assertThat(next.at("/lastResult/leftOut/0/why").asText()).startsWith("filing given up");
  }

  @Test
  void filingThatEndsThreeRunsIsGivenUpAndKeepsNoOtherBack() {
    String killing = FILED.get(1);
    for (int i = 0; i < 3; i++) {
      edgar.server().forget();
      endWhenFetched(killing);
      assertThat(edgar.server().paths()).contains(killing);
    }
    edgar.server().forget();
    JsonNode state = RefreshRunner.run(wiring, netflix());
    assertThat(edgar.server().paths()).doesNotContain(killing).contains(FILED.get(2));
    assertThat(state.at("/lastResult/leftOut").findValuesAsText("why"))
        .anyMatch(why -> why.startsWith("filing given up, because three runs ended"));
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
  }

  @Test
  void filingThatEndsTwoRunsIsReadByTheThird() {
    endWhenFetched(FILED.get(1));
    edgar.server().forget();
    endWhenFetched(FILED.get(1));
    RefreshRunner.run(wiring, netflix());
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
  }

  /** Runs the feed, which can't write anything once a file was requested, as if it were killed. */
  private void endWhenFetched(String path) {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(LocalDynamoDb.address())) {
      faulty.happen(
          (operation, nth) -> edgar.server().paths().contains(path) ? Fault.BROKEN : Fault.NONE);
      assertThatThrownBy(() -> RefreshRunner.run(faulty.through(wiring), netflix()))
          .isInstanceOf(RuntimeException.class);
    }
    LocalDynamoDb.deleteItem(wiring, "leases", "sec-filings");
  }

  private Wiring on(int day) {
    return new Wiring(
        LocalDynamoDb.client(),
        table,
        InstantSource.fixed(Instant.parse("2024-11-%02dT03:00:00Z".formatted(day))),
        CONTACT,
        Wiring.s3(""));
  }

  @Test
  void filingThatCannotBeFetchedDoesNotHoldBackTheOthers() {
    edgar.server().with(FILED.get(1), 301, Map.of("Location", "https://example.com/elsewhere"));
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix()))
        .hasMessageContaining("redirects to another server");
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
  }

  @Test
  void instanceOfAnotherNameIsFoundByTheIndex() {
    byIndex(
        "{\"directory\": {\"item\": [{\"name\": \"nflx-20240331_lab.xml\"}, {\"name\": \"other.xml\"}]}}");
    RefreshRunner.run(wiring, netflix());
    assertThat(level("revenue", "WORLD", "2024-Q1").get("value").asLong())
        .isEqualTo(9_370_440_000L);
    assertThat(asked("/v1/sources").at("/sources").findValuesAsText("url"))
        .contains("https://www.sec.gov/Archives/edgar/data/1065280/000106528024000128/other.xml");
  }

  private void byIndex(String index) {
    String folder = FILED.get(1).substring(0, FILED.get(1).lastIndexOf('/') + 1);
    edgar
        .server()
        .with(FILED.get(1), 404, Map.of())
        .with(folder + "index.json", index)
        .with(
            folder + "other.xml",
            PublishedData.gzipped("sec/nflx-20240331_htm.xml"),
            Map.of("Content-Encoding", "gzip"));
  }

  private static String linkbase(int filing, String kind) {
    return FILED.get(filing).replace("_htm.xml", "_%s.xml".formatted(kind));
  }

  @Test
  void filingTakesAtMostThreeRequestsWithItsLinkbases() {
    RefreshRunner.run(wiring, netflix());
    assertThat(edgar.server().paths())
        .hasSize(1 + 3 * 3)
        .contains(linkbase(1, "lab"), linkbase(1, "def"));
  }

  @Test
  void filingWithABrokenLinkbaseIsReadWithoutIt() {
    edgar.server().with(linkbase(1, "lab"), "<linkbase");
    edgar.server().with(linkbase(1, "def"), "<!DOCTYPE a><a/>");
    RefreshRunner.run(wiring, netflix());
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
  }

  @Test
  void filingWhoseLinkbaseCannotBeFetchedWaitsUntilItsLastDay() {
    edgar.server().with(linkbase(1, "lab"), 403, Map.of());
    for (int day = 1; day < 5; day++) {
      Wiring thatDay = on(day);
      assertThatThrownBy(() -> RefreshRunner.run(thatDay, netflix()))
          .hasMessageContaining(linkbase(1, "lab"));
      assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isFalse();
    }
    RefreshRunner.run(on(5), netflix());
    assertThat(level("revenue", "WORLD", "2024-Q1").has("value")).isTrue();
  }

  @Test
  void filingWithoutAnInstanceDoesNotHoldBackTheOthers() {
    byIndex("{\"directory\": {\"item\": [{\"name\": \"nflx-20240331.htm\"}]}}");
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix()))
        .hasMessageContaining("it names no XBRL instance");
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
  }

  @Test
  void missingFilingDoesNotHoldBackTheOthers() {
    edgar.server().with(FILED.get(1), 404, Map.of());
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix()))
        .hasMessageContaining("index.json answers 404");
    assertThat(level("revenue", "WORLD", "2024-Q3").has("value")).isTrue();
  }

  @Test
  void olderPagesAreListedToo() {
    edgar.movePage(EdgarServer.NETFLIX, "CIK0001065280-submissions-001.json");
    RefreshRunner.run(wiring, netflix());
    assertThat(edgar.server().paths())
        .contains("/submissions/CIK0001065280-submissions-001.json")
        .containsAll(FILED);
    assertThat(level("revenue", "WORLD", "2023-Q3").has("value")).isTrue();
  }

  @Test
  void baseUrlMayHaveAPath() {
    String folder = edgar.server().address() + "/mirror/";
    String event = netflix().replace(edgar.server().address().toString(), folder);
    assertThatThrownBy(() -> RefreshRunner.run(wiring, event))
        .hasMessageContaining("/mirror/submissions/CIK0001065280.json answers 404");
  }

  @Test
  void unknownCompanyDoesNotHoldBackTheOthers() {
    assertThatThrownBy(() -> RefreshRunner.run(wiring, event("\"0000000001\", \"0000320193\"", "")))
        .hasMessageContaining("CIK0000000001.json answers 404");
    assertThat(
            asked("/v1/comparisons/regions?company=apple&metric=revenue&region=JP&period=2023-Q2")
                .at("/rows/0/value/value")
                .asLong())
        .isEqualTo(4_821_000_000L);
    JsonNode state = RefreshRunner.state(wiring);
    assertThat(state.has("lastSuccess")).isFalse();
    assertThat(state.at("/lastResult/added").asInt()).isPositive();
  }

  @Test
  void twoSchedulesOfOneCompanyStoreNothingTwice() {
    RefreshRunner.run(wiring, netflix());
    String before = everything();
    JsonNode result =
        RefreshRunner.run(wiring, netflix().replace("\"filings\"", "\"other\"")).get("lastResult");
    assertThat(result.get("added").asInt()).isZero();
    assertThat(result.get("revised").asInt()).isZero();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void invalidEventIsRefusedNamingTheField() {
    assertThatThrownBy(() ->
            RefreshRunner.run(
                wiring, "{\"id\": \"filings\", \"feed\": \"sec-filings\", \"ciks\": [\"1\"]}"))
        .hasMessageContaining("ciks: a list is not a list of CIKs of ten digits");
    assertThatThrownBy(
            () -> RefreshRunner.run(wiring, "{\"id\": \"filings\", \"feed\": \"sec-filings\"}"))
        .hasMessageContaining("ciks: is missing");
    assertThatThrownBy(() -> RefreshRunner.run(wiring, netflix().replace("\"stock\"", "\"stack\"")))
        .hasMessageContaining("metrics[0].kind");
    assertThatThrownBy(
            () -> RefreshRunner.run(wiring, event("\"0001065280\"", ", \"since\": \"2024\"")))
        .hasMessageContaining("since: the text '2024' is not a day");
    assertThat(edgar.server().requests()).isEmpty();
  }
}
