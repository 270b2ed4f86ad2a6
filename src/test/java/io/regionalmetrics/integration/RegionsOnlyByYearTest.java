package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company says which metrics its filings report by region only for whole years. */
class RegionsOnlyByYearTest {
  private static final String YEAR = "2023-01-01/2023-12-31";
  private static final String QUARTER = "2023-04-01/2023-06-30";
  private static final String NEXT_QUARTER = "2024-01-01/2024-03-31";

  private final EdgarServer edgar = new EdgarServer();
  private final Wiring wiring =
      new Wiring(
          LocalDynamoDb.client(),
          LocalDynamoDb.freshTable(),
          InstantSource.fixed(Instant.parse("2024-11-01T03:00:00Z")),
          "Somebody somebody@example.com",
          Wiring.s3(""));

  @AfterEach
  void stop() {
    edgar.close();
  }

  private void file(String accession, String form, String filed, InstanceBuilder instance) {
    String name = "acme-" + accession;
    edgar.with(
        EdgarServer.ACME,
        "0000000042-" + accession,
        form,
        filed,
        filed,
        name,
        FileServer.gzip(instance.bytes()));
  }

  private static InstanceBuilder regions(String period) {
    return InstanceBuilder.instance()
        .fact(period, "1000:0")
        .region("country:US", period, "600:0")
        .region("acme:RestOfWorldMember", period, "400:0");
  }

  private void fileYear() {
    file("24-000001", "10-K", "2024-02-01", regions(YEAR));
  }

  private String event(String id) {
    return edgar.event(id, "\"%s\"".formatted(EdgarServer.ACME), "");
  }

  private JsonNode refresh() {
    return RefreshRunner.run(wiring, event("filings"));
  }

  private List<String> regionsOnlyByYear() {
    try (Service service = new Service(wiring)) {
      JsonNode company = service.get("/v1/companies/acme").expectStatus(200).json();
      return Stream.of(company.path("regionsOnlyByYear"))
          .flatMap(JsonNode::valueStream)
          .map(JsonNode::asText)
          .toList();
    }
  }

  @Test
  void companyThatReportsRegionsOnlyByYearIsKnownAndSaysSo() {
    fileYear();
    JsonNode result = refresh().get("lastResult");
    assertThat(result.at("/leftOut/0/why").asText()).isEqualTo("fact of a year");
    assertThat(result.at("/leftOut/0/count").asInt()).isEqualTo(3);
    assertThat(regionsOnlyByYear()).containsExactly("revenue");
    try (Service service = new Service(wiring)) {
      assertThat(service.get("/v1/companies").json().at("/companies").findValuesAsText("id"))
          .containsExactly("acme");
    }
  }

  @Test
  void quartersOfTheWholeChangeNothing() {
    fileYear();
    file("24-000002", "10-Q", "2024-05-01", InstanceBuilder.instance().fact(NEXT_QUARTER, "250:0"));
    refresh();
    assertThat(regionsOnlyByYear()).containsExactly("revenue");
  }

  @Test
  void laterQuarterByRegionEndsIt() {
    fileYear();
    refresh();
    file("24-000002", "10-Q", "2024-05-01", regions(NEXT_QUARTER));
    refresh();
    assertThat(regionsOnlyByYear()).isEmpty();
  }

  @Test
  void earlierQuarterByRegionPreventsIt() {
    file("23-000002", "10-Q", "2023-08-01", regions(QUARTER));
    refresh();
    fileYear();
    refresh();
    assertThat(regionsOnlyByYear()).isEmpty();
  }

  @Test
  void halfYearByRegionIsNoYear() {
    fileYear();
    file("24-000002", "10-Q", "2024-08-01", regions("2024-01-01/2024-06-30"));
    refresh();
    assertThat(regionsOnlyByYear()).isEmpty();
  }

  @Test
  void companyWithoutRegionsDoesNotSaySo() {
    file("24-000001", "10-K", "2024-02-01", InstanceBuilder.instance().fact(YEAR, "1000:0"));
    file("24-000002", "10-Q", "2024-05-01", InstanceBuilder.instance().fact(NEXT_QUARTER, "250:0"));
    refresh();
    assertThat(regionsOnlyByYear()).isEmpty();
  }

  @Test
  void postedDefinitionsChangeNothing() {
    fileYear();
    refresh();
    post("\"companies\": [{\"id\": \"acme\", \"name\": \"Acme\", \"cik\": \"0000000042\"}]");
    assertThat(regionsOnlyByYear()).containsExactly("revenue");
  }

  @Test
  void figureOfARegionFromAnotherSourceEndsIt() {
    fileYear();
    refresh();
    post(
        """
        "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"}],
        "observations": [{"company": "acme", "metric": "revenue", "region": "US", "period": "2023-Q4", "value": 150}]
        """);
    assertThat(regionsOnlyByYear()).isEmpty();
  }

  private void post(String members) {
    try (Service service = new Service(wiring)) {
      service.post(
          """
          {"source": {"id": "a", "title": "A", "publisher": "A", "published": "2024-09-01", "kind": "press"}, %s}
          """
              .formatted(members));
    }
  }

  @Test
  void readingTheSameFilingsAgainWritesNoDefinition() {
    fileYear();
    refresh();
    try (FaultyDynamoDb counted = new FaultyDynamoDb(LocalDynamoDb.address())) {
      counted.happen((operation, nth) -> FaultyDynamoDb.Fault.NONE);
      RefreshRunner.run(counted.through(wiring), event("again"));
      // What was read; before and after that, what is being read; twice the lease and the state.
      assertThat(counted.operations().stream().filter("PutItem"::equals)).hasSize(1 + 2 + 4);
    }
  }
}
