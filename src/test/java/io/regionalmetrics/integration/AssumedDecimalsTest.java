package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds are true by default: levels without decimals are judged by the digits of their values. */
class AssumedDecimalsTest {
  private static final String HEADER =
      "company,metric,region,period,value,decimals,source_id,source_title,source_publisher,source_published,source_kind\n";

  private final Service service = new Service(LocalDynamoDb.freshWiring(Service.TODAY));

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"106000000", "106000000.0", "106000000.00", "1.06E+08", "106E6"})
  void roundMillionsAreExactToTheMillionHoweverTheyAreWritten(String written) {
    service.withDocument(document("one", "2018-03-01", row("JP", written)));
    assertBounds("JP", 105_500_000, 106_500_000);
    assertThat(findings("JP")).contains("decimals-assumed");
  }

  @Test
  void findingSaysHowToCorrectTheAssumption() {
    service.withDocument(document("one", "2018-03-01", row("JP", "106000000")));
    assertThat(answer("JP").text())
        .contains(
            "The source of revenue gives no decimals; its digits suggest decimals -6 (rounded to the nearest 1000000).")
        .contains("send its figures again with decimals: 0 or \\\"INF\\\" if they are exact.");
  }

  @ParameterizedTest
  @CsvSource({
    "106000000, 131000000, 500000",
    "106000000, 120000000, 500000",
    "120000000, 100000000, 5000000",
    "106000000, 131500000, 50000",
    "106000000, 12.25, 0.005",
    "106000000, 0, 500000",
    "0, 0, 0.5"
  })
  void levelsOfOneDocumentAreJudgedTogether(String one, String other, double half) {
    service.withDocument(document("one", "2018-03-01", row("JP", one), row("US", other)));
    JsonNode value = value("JP");
    assertThat(value.get("high").asDouble()).isEqualTo(Double.parseDouble(one) + half);
  }

  @Test
  void statedDecimalsAreNoPartOfTheJudgement() {
    service.withDocument(
        document(
            "one", "2018-03-01", row("JP", "106000000"), row("US", "131500001, \"decimals\": 0")));
    assertBounds("JP", 105_500_000, 106_500_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"INF\""})
  void exactFiguresSaySo(String decimals) {
    service.withDocument(
        document("one", "2018-03-01", row("JP", "106000000, \"decimals\": " + decimals)));
    assertThat(value("JP").get("high").asDouble()).isLessThan(106_000_001);
    assertThat(findings("JP")).doesNotContain("decimals-assumed");
  }

  @Test
  void growthAndRatioStayAsWritten() {
    service.withDocument(
        document(
            "one",
            "2018-03-01",
            row("JP", "106000000"),
            "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"JP\", \"period\": \"2017-Q4\", \"measure\": \"yoy\", \"value\": 30}",
            "{\"company\": \"twitter\", \"metric\": \"revenue-per-user\", \"region\": \"JP\", \"period\": \"2017-Q4\", \"value\": 20}"));
    JsonNode growth = answer("JP").at("/rows/0/growth");
    assertThat(growth.get("low").asDouble()).isEqualTo(29.5);
    JsonNode ratio =
        service
            .get(
                "/v1/comparisons/regions?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4")
            .at("/rows/0/value");
    assertThat(ratio.get("low").asDouble()).isEqualTo(19.5);
  }

  @Test
  void csvIsJudgedLikeJson() {
    define();
    service.postCsv(HEADER + csvRow("JP", "1.06E+08", "") + csvRow("US", "120000000.0", ""));
    assertBounds("JP", 105_500_000, 106_500_000);
  }

  @ParameterizedTest
  @CsvSource({"106, 6", "106.0, 6", "106000, 3", "106000000, 0", "1.06E+02, 6", "1060000000, -1"})
  void sdmxCsvIsJudgedAfterItsUnitMultiplier(String value, int power) {
    define();
    service
        .post(
            """
            STRUCTURE,STRUCTURE_ID,ACTION,COMPANY,METRIC,REF_AREA,TIME_PERIOD,MEASURE,UNIT,OBS_VALUE,UNIT_MULT,SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_PUBLISHED,SOURCE_KIND
            dataflow,REGIONAL_METRICS:OBSERVATIONS(1.0.0),I,twitter,revenue,JP,2017-Q4,level,USD,%s,%s,table,Table,Reuters,2018-03-01,press
            """
                .formatted(value, power)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "application/vnd.sdmx.data+csv;version=2.0.0")
        .expectStatus(200);
    assertBounds("JP", 105_500_000, 106_500_000);
  }

  @Test
  void sameDocumentWithDecimalsSettlesTheAssumption() {
    service.withDocument(document("one", "2018-03-01", row("JP", "106000000")));
    assertUnchanged(document("one", "2018-03-01", row("JP", "106000000, \"decimals\": -5")));
    assertBounds("JP", 105_950_000, 106_050_000);
    assertThat(findings("JP")).doesNotContain("decimals-assumed");
    assertUnchanged(document("one", "2018-03-01", row("JP", "106000000")));
    assertBounds("JP", 105_950_000, 106_050_000);
    service
        .post(document("one", "2018-03-01", row("JP", "106000000, \"decimals\": -4")))
        .expectStatus(409);
  }

  @Test
  void laterSourceThatStatesDecimalsIsNoRevision() {
    service.withDocument(document("one", "2018-03-01", row("JP", "106000000")));
    assertUnchanged(document("two", "2018-03-05", row("JP", "106000000, \"decimals\": \"INF\"")));
    assertBounds("JP", 106_000_000, 106_000_000);
    assertThat(findings("JP")).doesNotContain("decimals-assumed", "restated");
    assertThat(
            service
                .get(
                    "/v1/comparisons/revisions?company=twitter&metric=revenue&region=JP&period=2017-Q4")
                .at("/rows/0/change/value")
                .asDouble())
        .isZero();
  }

  @Test
  void laterSourceWithoutDecimalsKeepsTheStatedOnes() {
    service.withDocument(document("one", "2018-03-01", row("JP", "106000000, \"decimals\": -5")));
    assertUnchanged(document("two", "2018-03-05", row("JP", "106000000")));
    assertBounds("JP", 105_950_000, 106_050_000);
  }

  @Test
  void anotherRowChangesNoStoredFigure() {
    service.withDocument(document("one", "2018-03-01", row("JP", "106000000")));
    JsonNode report =
        service
            .post(document("one", "2018-03-01", row("JP", "106000000"), row("US", "131500000")))
            .expectStatus(200)
            .json();
    assertThat(report.get("unchanged").asInt()).isEqualTo(1);
    assertBounds("JP", 105_500_000, 106_500_000);
    assertBounds("US", 131_450_000, 131_550_000);
  }

  @Test
  void exportSentToAnotherTableLeavesTheAssumptionAnAssumption() {
    service.withDocument(document("one", "2018-03-01", row("JP", "106000000")));
    String sdmx =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue&region=JP",
                "Accept",
                "application/vnd.sdmx.data+csv;version=2.0.0")
            .text();
    assertThat(sdmx).contains(",106000000,,");
  }

  private void define() {
    service.withDocument(DocumentBuilder.press("definitions", "2018-01-01").defined().json());
  }

  private static String document(String source, String published, String... rows) {
    DocumentBuilder document = DocumentBuilder.press(source, published).defined();
    List.of(rows).forEach(document::observation);
    return document.json();
  }

  private static String row(String region, String value) {
    return "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"%s\", \"period\": \"2017-Q4\", \"value\": %s}"
        .formatted(region, value);
  }

  private static String csvRow(String region, String value, String decimals) {
    return "twitter,revenue,%s,2017-Q4,%s,%s,table,Table,Reuters,2018-03-01,press\n"
        .formatted(region, value, decimals);
  }

  private void assertUnchanged(String document) {
    JsonNode report = service.post(document).expectStatus(200).json();
    assertThat(report.get("unchanged")).isEqualTo(report.get("observations"));
  }

  private Service.Reply answer(String region) {
    return service.get(
        "/v1/comparisons/growth?company=twitter&metric=revenue&period=2017-Q4&region=" + region);
  }

  private JsonNode value(String region) {
    return answer(region).at("/rows/0/value");
  }

  private void assertBounds(String region, double low, double high) {
    JsonNode value = value(region);
    assertThat(value.get("low").asDouble()).isEqualTo(low);
    assertThat(value.get("high").asDouble()).isEqualTo(high);
  }

  private List<String> findings(String region) {
    return answer(region).json().findValuesAsText("code");
  }
}
