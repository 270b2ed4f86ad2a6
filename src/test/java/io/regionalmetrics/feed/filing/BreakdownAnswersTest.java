package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers use the breakdown of each quarter only for that quarter. */
class BreakdownAnswersTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String Q4_BEFORE = "2022-10-01/2022-12-31";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);
  private final FilingSequence acme = FilingSequence.acme();

  /** 2023-Q1 reports Singapore separately, 2022-Q1 doesn't, and 2022-Q4 doesn't add up. */
  BreakdownAnswersTest() {
    take(
        "0000000042-22-000001",
        "2022-04-20",
        InstanceBuilder.instance()
            .fact(Q1_BEFORE, "9000000:-3")
            .region("country:US", Q1_BEFORE, "5000000:-3")
            .region("acme:OtherCountriesMember", Q1_BEFORE, "4000000:-3"));
    take(
        "0000000042-23-000001",
        "2023-02-01",
        InstanceBuilder.instance()
            .fact(Q4_BEFORE, "9500000:-3")
            .region("country:US", Q4_BEFORE, "5500000:-3")
            .region("acme:OtherCountriesMember", Q4_BEFORE, "3000000:-3"));
    take(
        "0000000042-23-000002",
        "2023-04-20",
        InstanceBuilder.instance()
            .fact(Q1, "10000000:-3")
            .region("country:US", Q1, "6000000:-3")
            .region("country:SG", Q1, "3000000:-3")
            .region("acme:OtherCountriesMember", Q1, "1000000:-3"));
  }

  private void take(String accession, String filed, InstanceBuilder instance) {
    Filing filing = FilingSequence.filing(InstanceBuilder.CIK, accession, "10-Q", filed, filed);
    FilingSequence.takeIn(acme.read(filing, instance), wiring);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private JsonNode ask(String question) {
    return service.get("/v1/" + question).expectStatus(200).json();
  }

  private static List<String> regions(JsonNode answer) {
    return StreamSupport.stream(answer.get("rows").spliterator(), false)
        .map(row -> row.get("region").textValue())
        .toList();
  }

  private static List<String> findings(JsonNode answer) {
    return StreamSupport.stream(answer.path("findings").spliterator(), false)
        .map(finding -> finding.get("code").textValue())
        .toList();
  }

  @Test
  void allRegionsAreThoseThatMakeUpTheWholeOfTheQuarter() {
    String share = "comparisons/share?company=acme&metric=revenue&region=*&period=";
    assertThat(regions(ask(share + "2023-Q1"))).containsExactly("US", "SG", "OTHER_COUNTRIES");
    assertThat(regions(ask(share + "2022-Q1"))).containsExactly("US", "OTHER_COUNTRIES");
    assertThat(findings(ask(share + "2022-Q1"))).isEmpty();
    assertThat(ask(share + "2022-Q1").at("/remainder/value/value").decimalValue())
        .isEqualByComparingTo("0");
  }

  @Test
  void theFinestBreakdownAnswersForAllRegionsAndACoarserOneByTheNamesOfItsMembers() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (String time : List.of("2023-04-01/2023-06-30", "2022-04-01/2022-06-30")) {
      instance
          .fact(time, "9000000:-3")
          .region("country:US", time, "5000000:-3")
          .region("acme:InternationalMember", time, "4000000:-3")
          .region("country:JP", time, "3000000:-3")
          .region("srt:EuropeMember", time, "1000000:-3");
    }
    take("0000000042-23-000003", "2023-07-20", instance);
    String share = "comparisons/share?company=acme&metric=revenue&period=2023-Q2&region=";
    assertThat(regions(ask(share + "*"))).containsExactlyInAnyOrder("US", "JP", "EUROPE");
    JsonNode coarser = ask(share + "US,INTERNATIONAL");
    assertThat(coarser.at("/remainder/value/value").asText()).isEqualTo("0");
    assertThat(findings(coarser)).isEmpty();
  }

  @Test
  void withoutABreakdownEachRegionHasItsShareButThereIsNoRemainder() {
    JsonNode answer = ask("comparisons/share?company=acme&metric=revenue&region=*&period=2022-Q4");
    assertThat(regions(answer)).containsExactly("US", "OTHER_COUNTRIES");
    assertThat(answer.at("/rows/0/share/value").doubleValue()).isBetween(57.8, 57.9);
    assertThat(answer.has("remainder")).isFalse();
    assertThat(findings(answer)).contains("overlap-unknown");
  }

  @Test
  void aRegionIsComputedFromOthersOnlyInAQuarterWithThatBreakdown() {
    String level = "comparisons/regions?company=acme&metric=revenue&region=US%2BSG&period=";
    assertThat(ask(level + "2023-Q1").at("/rows/0/value/value").decimalValue())
        .isEqualByComparingTo("9000000");
    String singapore = "comparisons/regions?company=acme&metric=revenue&region=SG&period=";
    assertThat(ask(singapore + "2022-Q1").at("/rows/0/value/missing").textValue())
        .isEqualTo("no-observation");
  }

  @Test
  void aBreakdownIsKnownFromTheDayOfItsSource() {
    JsonNode answer =
        ask(
            "comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q1&asOf=2023-04-19");
    assertThat(answer.at("/rows/0/value/missing").textValue()).isEqualTo("not-yet-published");
  }

  @Test
  void aBreakdownAppliesToTheWholeThatWasReportedWithIt() {
    take("0000000042-24-000001", "2024-04-20", InstanceBuilder.instance().fact(Q1, "12000000:-3"));
    JsonNode share = ask("comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q1");
    assertThat(share.at("/rows/0/whole/value").asText()).isEqualTo("10000000");
    assertThat(share.at("/remainder/value/value").asText()).isEqualTo("0");
    assertThat(findings(share)).contains("restated-apart");
    assertThat(ask("comparisons/check?company=acme&metric=revenue&period=2023-Q1").get("rows"))
        .anyMatch(row ->
            row.get("relation").textValue().equals("sum")
                && row.get("verdict").textValue().equals("consistent"));
  }

  @Test
  void aBreakdownDoesNotApplyToMembersThatWereAllRestatedWithoutOne() {
    take(
        "0000000042-24-000001",
        "2024-04-20",
        InstanceBuilder.instance()
            .fact(Q1, "12000000:-3")
            .region("country:US", Q1, "1000000:-3")
            .region("country:SG", Q1, "1000000:-3")
            .region("acme:OtherCountriesMember", Q1, "1000000:-3"));
    JsonNode share = ask("comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q1");
    assertThat(share.has("remainder")).isFalse();
  }

  @Test
  void aBreakdownStillAppliesIfTheWholeIsRepeated() {
    take("0000000042-24-000001", "2024-04-20", InstanceBuilder.instance().fact(Q1, "10000000:-3"));
    assertThat(
            ask("comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q1")
                .has("remainder"))
        .isTrue();
  }

  @Test
  void aCheckAddsUpTheRegionsThatMakeUpTheWhole() {
    JsonNode answer = ask("comparisons/check?company=acme&metric=revenue&period=2023-Q1");
    assertThat(answer.get("rows"))
        .anyMatch(row ->
            row.get("relation").textValue().equals("sum")
                && row.get("verdict").textValue().equals("consistent"));
    assertThat(ask("comparisons/check?company=acme&metric=revenue&period=2022-Q4").get("rows"))
        .noneMatch(row -> row.get("relation").textValue().equals("sum"));
  }

  @Test
  void contributionsAreOfTheRegionsThatMakeUpTheWhole() {
    JsonNode answer =
        ask("comparisons/contribution?company=acme&metric=revenue&region=*&period=2023-Q1");
    assertThat(regions(answer)).contains("US", "SG", "OTHER_COUNTRIES");
    assertThat(findings(answer)).contains("breakdown-changed");
  }
}
