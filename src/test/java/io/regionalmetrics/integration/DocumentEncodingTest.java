package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that isn't UTF-8 is refused, so that no character of a text is lost. */
class DocumentEncodingTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String SDMX_CSV = "application/vnd.sdmx.data+csv";
  private static final String CSV =
      """
      company,metric,region,period,value,decimals,source_id,source_title,source_publisher,source_published,source_kind
      twitter,revenue,FR,2017-Q4,1000,0,letter,Société Générale 2017,Twitter,2018-02-08,company
      """;
  private static final String SDMX =
      """
      COMPANY,METRIC,REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS,SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_PUBLISHED,SOURCE_KIND
      twitter,revenue,FR,2017-Q4,1000,0,letter,Société Générale 2017,Twitter,2018-02-08,company
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

  private static String json(String title) {
    return DocumentBuilder.company("letter", "2018-02-08")
        .level("revenue", "FR", "2017-Q4", "1000", 0)
        .json()
        .replace("Title of letter", title);
  }

  private void assertNotUtf8(String place, Service.Reply reply) {
    assertThat(invalid(reply.expectStatus(400).json())).containsExactly(place);
    assertThat(reply.text()).contains("is not UTF-8");
    assertThat(service.get("/v1/sources").text()).doesNotContain("letter");
  }

  @Test
  void csvInWindows1252IsRefusedByItsRowAndTheRightFileIsTakenAfterwards() {
    assertNotUtf8("row 2", service.post(CSV.getBytes(WINDOWS_1252), "text/csv"));
    service.postCsv(CSV).expectStatus(200);
    assertThat(service.get("/v1/sources").text()).contains("Société Générale 2017");
  }

  @Test
  void sdmxCsvInWindows1252IsRefusedByItsRow() {
    assertNotUtf8("row 2", service.post(SDMX.getBytes(WINDOWS_1252), SDMX_CSV));
    service.post(SDMX.getBytes(StandardCharsets.UTF_8), SDMX_CSV).expectStatus(200);
  }

  @Test
  void csvInUtf16IsRefused() {
    assertThat(service.post(CSV.getBytes(StandardCharsets.UTF_16), "text/csv").text())
        .contains("row 1", "is not UTF-8");
  }

  @Test
  void everyRowThatIsNotUtf8IsNamed() {
    byte[] document = (CSV + CSV.lines().toList().get(1)).getBytes(WINDOWS_1252);
    assertThat(invalid(service.post(document, "text/csv").json()))
        .containsExactly("row 2", "row 3");
  }

  @Test
  void jsonInWindows1252IsRefusedByItsLine() {
    String document = json("Société");
    Service.Reply reply = service.post(document.getBytes(WINDOWS_1252), "application/json");
    assertNotUtf8("body", reply);
    assertThat(reply.text()).contains("at line 1, column 43");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Soci\\ufffdt\\ufffd", "Launch \\ud83d", "\\ude80 launch"})
  void textOfJsonThatHasLostACharacterIsRefused(String title) {
    assertNotUtf8("source.title", service.post(json(title)));
  }

  @Test
  void characterBeyondTheBasicPlaneIsTaken() {
    service.post(json("Launch \\ud83d\\ude80")).expectStatus(200);
    assertThat(service.get("/v1/sources").text()).contains("Launch \ud83d\ude80");
  }

  @Test
  void byteOrderMarkBeforeAQuotedHeaderIsTaken() {
    String quoted = "\uFEFF" + CSV.replaceFirst("company", "\"company\"");
    service.postCsv(quoted).expectStatus(200);
  }

  @Test
  void byteOrderMarkBeforeAQuotedHeaderOfSdmxCsvIsTaken() {
    String quoted = "\uFEFF" + SDMX.replaceFirst("COMPANY", "\"COMPANY\"");
    service.post(quoted.getBytes(StandardCharsets.UTF_8), SDMX_CSV).expectStatus(200);
  }
}
