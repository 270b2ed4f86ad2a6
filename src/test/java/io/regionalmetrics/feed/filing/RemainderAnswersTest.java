package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is computed by a breakdown counts its named remainder. */
class RemainderAnswersTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q2 = "2023-04-01/2023-06-30";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String ACME = "company=acme&metric=revenue&period=2023-Q1";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);

  /** US 60 and JP 42 with a negative remainder of 2 make up 100; the year before 50, 40 and 1. */
  RemainderAnswersTest() {
    Filing filing =
        FilingSequence.filing(
            InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");
    InstanceBuilder instance = InstanceBuilder.instance();
    quarter(instance, Q1, 100, 60, 42, -2);
    quarter(instance, Q1_BEFORE, 91, 50, 40, 1);
    FilingSequence.takeIn(FilingSequence.acme().read(filing, instance), wiring);
  }

  private static void quarter(
      InstanceBuilder instance, String time, int whole, int us, int japan, int corporate) {
    instance
        .fact(time, whole + "000000:-3")
        .region("country:US", time, us + "000000:-3")
        .region("country:JP", time, japan + "000000:-3")
        .region("acme:CorporateMember", time, corporate + "000000:-3");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private JsonNode ask(String question) {
    return service.get("/v1/comparisons/" + question).expectStatus(200).json();
  }

  @Test
  void aShareShowsTheRemainderByItsOwnName() {
    JsonNode answer = ask("share?region=*&base=2022-Q1&" + ACME);
    assertThat(answer.get("rows")).hasSize(2);
    assertThat(answer.at("/remainder/value/value").intValue()).isEqualTo(-2_000_000);
    JsonNode named = answer.at("/remainder/named/0");
    assertThat(named.get("name").textValue()).isEqualTo("Corporate");
    assertThat(named.at("/value/value").intValue()).isEqualTo(-2_000_000);
    assertThat(named.at("/value/origin").textValue()).isEqualTo("reported");
    assertThat(named.at("/value/low").intValue()).isEqualTo(-2_000_500);
    assertThat(named.at("/share/value").intValue()).isEqualTo(-2);
    assertThat(named.at("/change/value").doubleValue()).isEqualTo(-3.0989010989);
    assertThat(answer.get("findings")).isEmpty();
  }

  @Test
  void eachRemainderHasItsOwnFiguresWhicheverIsLarger() {
    Filing filing =
        FilingSequence.filing(
            InstanceBuilder.CIK, "0000000042-23-000002", "10-Q", "2023-07-20", "2023-06-30");
    InstanceBuilder instance = InstanceBuilder.instance();
    quarter(instance, Q2, 110, 60, 42, 1);
    instance.region("acme:UnallocatedMember", Q2, "7000000:-3");
    FilingSequence.takeIn(FilingSequence.acme().read(filing, instance), wiring);
    for (String comparison : List.of("share", "contribution")) {
      JsonNode answer = ask(comparison + "?company=acme&metric=revenue&region=*&period=2023-Q2");
      assertThat(answer.at("/remainder/named"))
          .extracting(one -> one.get("name").textValue(), one -> one.at("/value/value").intValue())
          .containsExactly(tuple("Corporate", 1_000_000), tuple("Unallocated", 7_000_000));
    }
  }

  @Test
  void aContributionShowsTheRemainderByItsOwnName() {
    JsonNode answer = ask("contribution?region=*&base=2022-Q1&" + ACME);
    JsonNode named = answer.at("/remainder/named/0");
    assertThat(named.get("name").textValue()).isEqualTo("Corporate");
    assertThat(named.at("/change/value").intValue()).isEqualTo(-3_000_000);
    assertThat(named.at("/contribution/value").doubleValue()).isEqualTo(-3.2967032967);
  }

  @Test
  void aResidualCountsTheRemainder() {
    JsonNode value = ask("regions?region=WORLD-US&" + ACME).at("/rows/0/value");
    assertThat(value.at("/value").intValue()).isEqualTo(40_000_000);
    assertThat(ask("regions?region=WORLD-US-JP&" + ACME).at("/rows/0/value/value").intValue())
        .isEqualTo(-2_000_000);
  }

  @Test
  void aCheckOfASumCountsTheRemainder() {
    JsonNode rows = ask("check?region=WORLD&" + ACME).get("rows");
    assertThat(rows).hasSize(1);
    JsonNode row = rows.get(0);
    assertThat(row.get("relation").textValue()).isEqualTo("sum");
    assertThat(row.get("verdict").textValue()).isEqualTo("consistent");
    assertThat(row.at("/computed/value").intValue()).isEqualTo(100_000_000);
    assertThat(row.at("/computed/operands/2/region").textValue()).isEqualTo("corporate");
  }

  @Test
  void aRemainderIsNoRegionToAskFor() {
    service.get("/v1/comparisons/share?region=CORPORATE&" + ACME).expectStatus(404);
    service.get("/v1/comparisons/share?region=corporate&" + ACME).expectStatus(400);
    assertThat(service.get("/v1/regions?company=acme").json().toString())
        .doesNotContainIgnoringCase("corporate");
  }

  @Test
  void csvNamesTheRemainder() {
    String csv = service.get("/v1/comparisons/share?format=csv&region=*&" + ACME).text();
    assertThat(csv).contains("remainder: Corporate");
  }
}
