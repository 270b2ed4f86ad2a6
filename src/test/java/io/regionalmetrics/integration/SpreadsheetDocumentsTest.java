package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV is taken as spreadsheets write it. */
class SpreadsheetDocumentsTest {
  private static final String HEADER =
      "company,metric,region,period,value,decimals,source_id,source_title,source_publisher,source_published,source_kind";
  private static final String SOURCE = ",letter,Annual letter,Twitter,2018-02-08,company";
  private static final String ROW = "twitter,revenue,JP,2017-Q4,106000000,-6" + SOURCE;
  private static final String DOCUMENT = HEADER + "\n" + ROW + "\n";
  private static final String SDMX =
      """
      COMPANY,METRIC,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS,SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_PUBLISHED,SOURCE_KIND
      twitter,revenue,JP,2017-Q4,106,6,0,letter,Annual letter,Twitter,2018-02-08,company
      """;

  private final Service service = Service.fresh();

  @BeforeEach
  void define() {
    service.withDocument(DocumentBuilder.press("paper", "2018-01-01").defined().json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void assertJapanIs106Million(Service.Reply reply) {
    reply.expectStatus(200);
    String question =
        "/v1/comparisons/regions?company=twitter&metric=revenue&region=JP&period=2017-Q4";
    assertThat(service.get(question).at("/rows/0/value/value").decimalValue())
        .isEqualByComparingTo("106000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DOCUMENT + ",,,,,,,,,,\n",
        HEADER + "\n,,,,,,,,,,\n" + ROW + "\n\n",
        HEADER + ",,\n" + ROW + ",,\n",
        HEADER + "\n" + ROW + ",\n",
        "sep=,\n" + DOCUMENT,
      })
  void emptyCellsAndADeclaredSeparatorAreNoPartOfTheTable(String document) {
    assertJapanIs106Million(service.postCsv(document));
  }

  @Test
  void semicolonsMaySeparateTheCells() {
    assertJapanIs106Million(service.postCsv(DOCUMENT.replace(',', ';')));
  }

  @Test
  void decimalCommaIsReadBetweenSemicolons() {
    String document = DOCUMENT.replace(",106000000,-6,", ",106000000.50,2,").replace(',', ';');
    service.postCsv(document.replace("000.50", "000,50")).expectStatus(200);
    String series = "/v1/series?company=twitter&metric=revenue&region=JP&format=sdmx-csv";
    assertThat(service.get(series).text()).contains(",JP,2017-Q4,level,USD,106000000.5,2,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.06E+08", "106000000.0", "106e6", "106000000.00"})
  void numbersOfProgramsAreRead(String number) {
    assertJapanIs106Million(service.postCsv(DOCUMENT.replace("106000000", number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"106,500", "106.500", "1.060,5"})
  void numberBetweenSemicolonsThatMayHaveThousandsIsRefused(String number) {
    String document = DOCUMENT.replace(',', ';').replace("106000000;-6", number + ";0");
    Service.Reply reply = service.postCsv(document).expectStatus(400);
    assertThat(invalid(reply.json())).containsExactly("row 2.value");
    assertThat(reply.text()).contains("export numbers with a point before the decimals");
    assertThat(service.get("/v1/sources").text()).doesNotContain("letter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"106,6,0", "106.0,6.0,0.0", "1.06E+02,6,0", "1060,5,-1"})
  void numbersOfSdmxCsvAreRead(String numbers) {
    assertJapanIs106Million(postSdmx(SDMX.replace("106,6,0", numbers)));
  }

  @Test
  void sdmxCsvMayHaveSemicolonsAndDecimalCommas() {
    String document = SDMX.replace(',', ';').replace("106;6;0", "1,06;8;-2");
    assertJapanIs106Million(postSdmx("sep=;\n" + document + ";;;;;;;;;;;\n"));
  }

  @Test
  void numberOfSdmxCsvThatMayHaveThousandsIsRefused() {
    Service.Reply reply = postSdmx(SDMX.replace(',', ';').replace("106;6;0", "1,060;8;0"));
    assertThat(invalid(reply.expectStatus(400).json())).containsExactly("row 2.OBS_VALUE");
  }

  private Service.Reply postSdmx(String document) {
    return service.post(document.getBytes(StandardCharsets.UTF_8), "application/vnd.sdmx.data+csv");
  }
}
