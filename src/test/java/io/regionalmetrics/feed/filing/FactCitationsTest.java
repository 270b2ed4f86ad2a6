package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reported figure leads back to the fact that it was read from. */
class FactCitationsTest {
  private static final String Q4 = "2023-10-01/2023-12-31";
  private static final String NINE = "2023-01-01/2023-09-30";
  private static final String YEAR = "2023-01-01/2023-12-31";
  private static final String LEVEL =
      "/v1/comparisons/regions?company=acme&metric=revenue&region=JP&period=2023-Q4";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);
  private final FilingSequence acme = FilingSequence.acme();

  private void take(String accession, String filed, InstanceBuilder instance) {
    Filing filing = FilingSequence.filing(InstanceBuilder.CIK, accession, "10-K", filed, filed);
    FilingSequence.takeIn(acme.read(filing, instance), wiring);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private JsonNode answer() {
    return service.get(LEVEL).expectStatus(200).json();
  }

  private static InstanceBuilder japan(String period, String value) {
    return InstanceBuilder.instance()
        .region("country:US", period, "9000:0")
        .id("f-7")
        .region("country:JP", period, value);
  }

  @Test
  void linkOfAFigureOpensTheInlineDocumentAtTheNumber() {
    take("0000000042-24-000001", "2024-02-01", japan(Q4, "500:0"));
    assertThat(answer().at("/rows/0/value/facts/0/url").textValue())
        .isEqualTo(
            "https://www.sec.gov/ix?doc=/Archives/edgar/data/42/000000004224000001/main.htm#f-7");
  }

  @Test
  void figureNamesItsConceptAndDimensions() {
    take("0000000042-24-000001", "2024-02-01", japan(Q4, "500:0"));
    JsonNode fact = answer().at("/rows/0/value/facts/0");
    assertThat(fact.get("concept").textValue()).isEqualTo("us-gaap:Revenues");
    assertThat(fact.get("dimensions").toString())
        .isEqualTo("{\"srt:StatementGeographicalAxis\":\"country:JP\"}");
  }

  @Test
  void axisHasTheNameOfTheFilingEvenIfTheTaxonomyHasRenamedItSince() {
    take(
        "0000000042-24-000001",
        "2024-02-01",
        InstanceBuilder.instance()
            .fact(Q4, "500:0", "us-gaap:StatementGeographicalAxis=country:JP"));
    assertThat(answer().at("/rows/0/value/facts/0/dimensions").toString())
        .isEqualTo("{\"us-gaap:StatementGeographicalAxis\":\"country:JP\"}");
  }

  @Test
  void sourceNamesTheSha256OfTheFileThatWasRead() {
    InstanceBuilder instance = japan(Q4, "500:0");
    take("0000000042-24-000001", "2024-02-01", instance);
    assertThat(answer().at("/sources/sec-0000000042-24-000001/sha256").textValue())
        .isEqualTo(FetchedFile.hash(instance.bytes()));
  }

  @Test
  void derivedQuarterCitesTheFactsOfBothFilings() {
    take("0000000042-23-000009", "2023-11-01", japan(NINE, "700:0"));
    take("0000000042-24-000001", "2024-02-01", japan(YEAR, "1200:0"));
    JsonNode value = answer().at("/rows/0/value");
    assertThat(value.get("value").intValue()).isEqualTo(500);
    assertThat(value.at("/facts/0/url").textValue()).endsWith("/000000004224000001/main.htm#f-7");
    assertThat(value.at("/facts/1/url").textValue()).endsWith("/000000004223000009/main.htm#f-7");
    assertThat(answer().at("/sources").has("sec-0000000042-23-000009")).isTrue();
  }

  @Test
  void factWithoutAnIdHasNoLink() {
    take(
        "0000000042-24-000001",
        "2024-02-01",
        InstanceBuilder.instance().region("country:JP", Q4, "500:0"));
    JsonNode fact = answer().at("/rows/0/value/facts/0");
    assertThat(fact.has("concept")).isTrue();
    assertThat(fact.has("url")).isFalse();
  }

  @Test
  void netOfEliminationsCitesBothFacts() {
    String segments = "srt:ConsolidationItemsAxis=us-gaap:OperatingSegmentsMember";
    String eliminations = "srt:ConsolidationItemsAxis=us-gaap:IntersegmentEliminationMember";
    String japan = "srt:StatementGeographicalAxis=country:JP";
    String others = "srt:StatementGeographicalAxis=us-gaap:NonUsMember";
    take(
        "0000000042-24-000001",
        "2024-02-01",
        InstanceBuilder.instance()
            .fact(Q4, "800:0")
            .fact(Q4, "600:0", segments, japan)
            .fact(Q4, "-100:0", eliminations, japan)
            .fact(Q4, "350:0", segments, others)
            .fact(Q4, "-50:0", eliminations, others));
    assertThat(answer().at("/rows/0/value/value").intValue()).isEqualTo(500);
    assertThat(answer().at("/rows/0/value/facts")).hasSize(2);
  }
}
