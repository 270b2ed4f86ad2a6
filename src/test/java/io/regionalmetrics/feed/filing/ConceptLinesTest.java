package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures are compared within one line of concepts. */
class ConceptLinesTest {
  private static final String SALES = "us-gaap:SalesRevenueNet";
  private static final String CONTRACTS =
      "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";
  private static final String Q1_2017 = "2017-01-01/2017-03-31";
  private static final String Q2_2017 = "2017-04-01/2017-06-30";
  private static final String Q3_2017 = "2017-07-01/2017-09-30";
  private static final String Q1_2018 = "2018-01-01/2018-03-31";
  private static final String Q2_2018 = "2018-04-01/2018-06-30";
  private static final String Q3_2018 = "2018-07-01/2018-09-30";
  private static final String GROWTH =
      "/v1/comparisons/growth?company=acme&metric=revenue&region=JP&period=2018-Q3";

  private record Filed(String accession, String day, InstanceBuilder instance) {}

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);
  private final FilingSequence acme = FilingSequence.acme();

  @AfterEach
  void stop() {
    service.close();
  }

  private void take(Filed... filings) {
    for (Filed one : filings) {
      Filing filing =
          FilingSequence.filing(InstanceBuilder.CIK, one.accession(), "10-Q", one.day(), one.day());
      FilingSequence.takeIn(acme.read(filing, one.instance()), wiring);
    }
  }

  private JsonNode ask(String question) {
    return service.get(question).expectStatus(200).json();
  }

  private static InstanceBuilder japan(InstanceBuilder instance, String period, String value) {
    return instance.region("country:JP", period, value + ":0");
  }

  private static InstanceBuilder under(String concept) {
    return InstanceBuilder.instance().of(concept);
  }

  private static Filed filed2017(String... values) {
    InstanceBuilder instance = under(SALES);
    List<String> periods = List.of(Q3_2017, Q2_2017, Q1_2017);
    for (int i = 0; i < values.length; i++) {
      japan(instance, periods.get(i), values[i]);
    }
    return new Filed("0000000042-17-000003", "2017-11-01", instance);
  }

  private static final Filed SECOND_2018 =
      new Filed(
          "0000000042-18-000002",
          "2018-08-01",
          japan(
              japan(japan(japan(under(CONTRACTS), Q1_2018, "120"), Q2_2018, "130"), Q1_2017, "80"),
              Q2_2017,
              "90"));

  private static final Filed THIRD_2018 =
      new Filed("0000000042-18-000003", "2018-11-01", japan(under(CONTRACTS), Q3_2018, "140"));

  @Test
  void growthBetweenDifferentConceptsIsMissingAndNamesBoth() {
    take(filed2017("100"), THIRD_2018);
    JsonNode row = ask(GROWTH).at("/rows/0");
    assertThat(row.at("/growth/missing").textValue()).isEqualTo("concept-differs");
    assertThat(row.at("/change/missing").textValue()).isEqualTo("concept-differs");
    assertThat(row.at("/growth/message").textValue()).contains(SALES).contains(CONTRACTS);
  }

  @Test
  void levelsUnderDifferentConceptsAreStillGiven() {
    take(filed2017("100"), THIRD_2018);
    JsonNode row = ask(GROWTH).at("/rows/0");
    assertThat(row.at("/value/value").intValue()).isEqualTo(140);
    assertThat(row.at("/base/value").intValue()).isEqualTo(100);
  }

  @Test
  void conceptsWithTheSameValuesInTwoPeriodsAcrossFilingsAreOneLine() {
    take(filed2017("100", "90", "80"), SECOND_2018, THIRD_2018);
    assertThat(ask(GROWTH).at("/rows/0/growth/value").intValue()).isEqualTo(40);
  }

  @Test
  void conceptsWithTheSameValueInOnePeriodAreNotOneLine() {
    take(filed2017("100", "90"), SECOND_2018, THIRD_2018);
    assertThat(ask(GROWTH).at("/rows/0/growth/missing").textValue()).isEqualTo("concept-differs");
  }

  @Test
  void conceptsWithDifferentValuesInOnePeriodAreNotOneLine() {
    take(
        filed2017("100", "90", "80"),
        SECOND_2018,
        new Filed(
            "0000000042-18-000003",
            "2018-11-01",
            japan(under(SALES), Q3_2017, "100")
                .of(CONTRACTS)
                .region("country:US", Q3_2017, "500:0")
                .region("country:JP", Q3_2018, "140:0")
                .of(SALES)
                .region("country:US", Q3_2017, "400:0")));
    assertThat(ask(GROWTH).at("/rows/0/growth/missing").textValue()).isEqualTo("concept-differs");
  }

  @Test
  void conceptsWithTheSameValuesInTwoPeriodsOfOneFilingAreOneLine() {
    take(
        filed2017("100"),
        new Filed(
            "0000000042-18-000003",
            "2018-11-01",
            japan(under(CONTRACTS), Q3_2018, "140")
                .fact(Q2_2018, "900:0")
                .fact(Q1_2018, "800:0")
                .of(SALES)
                .fact(Q2_2018, "900:0")
                .fact(Q1_2018, "800:0")));
    assertThat(ask(GROWTH).at("/rows/0/growth/value").intValue()).isEqualTo(40);
  }

  @Test
  void figureThatIsRepeatedUnderAnotherConceptIsOfBothLines() {
    take(
        filed2017("100"),
        new Filed(
            "0000000042-18-000003",
            "2018-11-01",
            japan(japan(under(CONTRACTS), Q3_2018, "140"), Q3_2017, "100")));
    assertThat(ask(GROWTH).at("/rows/0/growth/value").intValue()).isEqualTo(40);
  }

  @Test
  void orderOfFilingsMakesNoDifference() {
    List<Filed> filings =
        new ArrayList<>(List.of(filed2017("100", "90", "80"), SECOND_2018, THIRD_2018));
    Collections.reverse(filings);
    take(filings.toArray(Filed[]::new));
    assertThat(ask(GROWTH).at("/rows/0/growth/value").intValue()).isEqualTo(40);
  }

  @Test
  void changeOfAShareIsMissingIfTheConceptDiffers() {
    take(
        new Filed(
            "0000000042-17-000003",
            "2017-11-01",
            japan(under(SALES).fact(Q3_2017, "1000:0"), Q3_2017, "100")),
        new Filed(
            "0000000042-18-000003",
            "2018-11-01",
            japan(under(CONTRACTS).fact(Q3_2018, "1000:0"), Q3_2018, "140")));
    JsonNode share =
        ask("/v1/comparisons/share?company=acme&metric=revenue&region=JP&period=2018-Q3&base=2017-Q3")
            .at("/rows/0");
    assertThat(share.at("/share/value").intValue()).isEqualTo(14);
    assertThat(share.at("/change/missing").textValue()).isEqualTo("concept-differs");
    JsonNode contribution =
        ask("/v1/comparisons/contribution?company=acme&metric=revenue&region=JP&period=2018-Q3")
            .at("/rows/0");
    assertThat(contribution.at("/contribution/missing").textValue()).isEqualTo("concept-differs");
  }

  @Test
  void seriesComparesWithinOneLine() {
    take(filed2017("100", "90", "80"), THIRD_2018);
    JsonNode rows =
        ask("/v1/series?company=acme&metric=revenue&region=JP&transform=level,yoy,index")
            .get("rows");
    JsonNode last = rows.get(rows.size() - 1);
    assertThat(last.at("/value/value").intValue()).isEqualTo(140);
    assertThat(last.at("/yoy/missing").textValue()).isEqualTo("concept-differs");
    assertThat(last.at("/index/missing").textValue()).isEqualTo("concept-differs");
  }

  @Test
  void documentWithoutConceptsIsComparedWithAnyConcept() {
    take(THIRD_2018);
    service.post(
        """
        {"source": {"id": "letter", "title": "Letter", "publisher": "Acme",
                    "published": "2017-11-01", "kind": "company"},
         "observations": [{"company": "acme", "metric": "revenue", "region": "JP",
                           "period": "2017-Q3", "value": 100, "decimals": 0}]}
        """);
    assertThat(ask(GROWTH).at("/rows/0/growth/value").intValue()).isEqualTo(40);
  }
}
