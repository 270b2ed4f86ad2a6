package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One instance exports SDMX-CSV 2.0, another imports it and then exports the same. */
class SdmxCsvTest {
  private static final String TYPE = "application/vnd.sdmx.data+csv;version=2.0.0";
  private static final String HEADER =
      "STRUCTURE,STRUCTURE_ID,ACTION,COMPANY,METRIC,REF_AREA,TIME_PERIOD,MEASURE,UNIT,OBS_VALUE,DECIMALS,LOW,HIGH,OBS_STATUS,DERIVATION,COMMENT,SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_URL,SOURCE_PUBLISHED,SOURCE_KIND";
  private static final String SHORT =
      "ACTION,COMPANY,METRIC,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS,LOW,HIGH,OBS_STATUS,SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_PUBLISHED,SOURCE_KIND\n";
  private static final String SOURCE = ",s,Some title,Reuters,2018-03-01,press\n";
  private static final String USERS = "/v1/series?company=twitter&metric=users&region=*";

  private final Service one = Service.fresh();
  private final Service other = Service.fresh();

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  private static Service.Reply post(Service service, String document) {
    return service.post(document.getBytes(StandardCharsets.UTF_8), TYPE);
  }

  private static void taken(Service.Reply reply) {
    reply.expectStatus(200);
  }

  private static String export(Service service, String question) {
    Service.Reply reply = service.get(question + "&includeHistory=true", "accept", TYPE);
    taken(reply);
    assertThat(reply.header("content-type")).isEqualTo(TYPE);
    assertThat(reply.header("link")).doesNotContain("next");
    return reply.text();
  }

  private void define(DocumentBuilder document) {
    DocumentBuilder definitions =
        DocumentBuilder.of("definitions", "2013-01-01", "dataset", "Somebody").defined();
    taken(one.post(definitions.json()));
    taken(other.post(definitions.json()));
    taken(one.post(document.json()));
  }

  @Test
  void exportOfAllTwitterFiguresIsImportedWithoutLoss() {
    TwitterData.load(one);
    TwitterData.define(other);
    for (String metric : List.of("revenue", "users")) {
      String question = "/v1/series?company=twitter&metric=" + metric + "&region=*";
      String exported = export(one, question);
      Service.Reply reply = post(other, exported);
      taken(reply);
      assertThat(reply.at("/observations").intValue())
          .isEqualTo((int) exported.lines().count() - 1)
          .isGreaterThan(40);
      assertThat(export(other, question)).isEqualTo(exported);
      assertThat(post(other, exported).at("/unchanged").intValue())
          .isEqualTo(reply.at("/observations").intValue());
      assertThat(other.get(question + "&transform=yoy,qoq,index&includeHistory=true").text())
          .isEqualTo(one.get(question + "&transform=yoy,qoq,index&includeHistory=true").text());
    }
    assertThat(export(one, USERS)).contains(",319000000,-6,").contains(",318000000,-6,");
    assertThat(other.get("/v1/sources?company=twitter").text())
        .contains("companyfacts CIK0001418091");
  }

  @Test
  void everyPartOfAnObservationSurvivesExportAndImport() {
    define(
        DocumentBuilder.press("all", "2018-03-01")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"JP\", \"period\": \"2017-Q4\", \"value\": 45000000, \"decimals\": -6, \"status\": \"E\", \"note\": \"=HYPERLINK(\\\"x\\\"), about 45m\"}")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"US\", \"period\": \"2017-Q4\", \"value\": 68000000, \"decimals\": \"INF\", \"note\": \" two spaces before and after \"}")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"DE\", \"period\": \"2017-Q4\", \"value\": 5, \"low\": 4.5, \"high\": 6, \"derivation\": \"@sum, +of -two\"}")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"FR\", \"period\": \"2017-Q4\", \"value\": 12345678901234567890.123456789, \"decimals\": 9, \"note\": \"é, 日本\"}")
            .observation(
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"BR\", \"period\": \"2017-Q4\", \"status\": \"L\", \"note\": \"'single\"}")
            .growth("users", "JP", "2017-Q4", "yoy", "-0.50"));
    taken(
        one.post(
            DocumentBuilder.press("withdrawal", "2018-03-02")
                .observation(
                    "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"DE\", \"period\": \"2017-Q4\", \"status\": \"O\"}")
                .json()));
    String question = USERS + "&startPeriod=2017-Q4&endPeriod=2017-Q4";
    String exported = export(one, question);
    assertThat(exported)
        .startsWith(HEADER + "\r\n")
        .contains(
            "dataflow,REGIONAL_METRICS:OBSERVATIONS(1.0.0),I,twitter,users,JP,2017-Q4,level,users,45000000,-6,,,E,,\"=HYPERLINK(\"\"x\"\"), about 45m\",all,Title of all,Reuters,,2018-03-01,press\r\n")
        .contains(",US,2017-Q4,level,users,68000000,INF,,,A,,two spaces before and after,")
        .contains(",5,,4.5,6,A,\"@sum, +of -two\",,")
        .contains(",DE,2017-Q4,level,users,,,,,O,,,withdrawal,")
        .contains(",JP,2017-Q4,yoy,users,-0.5,0,,,A,");
    taken(post(other, exported));
    assertThat(export(other, question)).isEqualTo(exported);
  }

  @Test
  void exportWithoutHistoryHasCurrentFiguresOnly() {
    define(
        DocumentBuilder.press("first", "2018-03-01")
            .level("users", "JP", "2017-Q4", "44000000", -6));
    taken(
        one.post(
            DocumentBuilder.press("second", "2018-03-02")
                .level("users", "JP", "2017-Q4", "45000000", -6)
                .json()));
    String exported = one.get(USERS + "&format=sdmx-csv").text();
    assertThat(exported).contains(",45000000,").doesNotContain(",44000000,");
    assertThat(one.get(USERS + "&format=sdmx-csv&asOf=2018-03-01").text()).contains(",44000000,");
  }

  @Test
  void pagesOfAnExportAreFoundByTheirLinks() {
    DocumentBuilder document = DocumentBuilder.press("long", "2018-03-01");
    for (int i = 0; i < 300; i++) {
      String quarter = "%d-Q%d".formatted(1940 + i / 4, i % 4 + 1);
      document.level("users", "JP", quarter, i + "", 0).level("users", "US", quarter, i + "", 0);
    }
    define(document);
    String question = USERS.replace("*", "JP,US") + "&format=sdmx-csv&includeHistory=true";
    Service.Reply first = one.get(question);
    Matcher link = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(first.header("link"));
    assertThat(link.find()).isTrue();
    Service.Reply second = one.get(link.group(1));
    assertThat(second.header("link")).doesNotContain("next");
    List<String> rows = new ArrayList<>();
    Stream.of(first, second).forEach(page -> page.text().lines().skip(1).forEach(rows::add));
    assertThat(rows).hasSize(600).doesNotHaveDuplicates();
  }

  @Test
  void unitMultiplierScalesTheValue() {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    taken(
        post(
            one,
            SHORT
                + "I,twitter,users,JP,2017-Q1,45.2,6,,,,A"
                + SOURCE
                + "A,twitter,users,JP,2017-Q2,45.20,6,1,,,A"
                + SOURCE
                + "M,twitter,users,JP,2017-Q3,4500,-2,INF,,,A"
                + SOURCE
                + "R,twitter,users,JP,2017-Q4,45,6,,44,47,A"
                + SOURCE
                + ",twitter,users,JP,2018-Q1,45,,0,,,A"
                + SOURCE));
    JsonNode answer = one.get(USERS + "&startPeriod=2017-Q1").json();
    assertFigure(
        answer.at("/rows/0/value"), "45200000", "45150000", "45250000", "users", "reported");
    assertFigure(
        answer.at("/rows/1/value"), "45200000", "45150000", "45250000", "users", "reported");
    assertFigure(answer.at("/rows/2/value"), "45", "45", "45", "users", "reported");
    assertFigure(
        answer.at("/rows/3/value"), "45000000", "44000000", "47000000", "users", "derived");
    assertFigure(answer.at("/rows/4/value"), "45", "44.5", "45.5", "users", "reported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.sdmx.data+csv",
        "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"
      })
  void mediaTypeMayHaveAVersion(String type) {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    String document = export(one, USERS);
    taken(other.post(document.getBytes(StandardCharsets.UTF_8), type));
  }

  @Test
  void otherSdmxCsvVersionIsRefused() {
    Service.Reply reply =
        one.post(new byte[0], "application/vnd.sdmx.data+csv;version=1.0.0").expectStatus(415);
    assertThat(reply.text()).contains("version=2.0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D,twitter,users,JP,2017-Q1,45,6,,,,A|422|row 3.ACTION|OBS_STATUS O",
        "X,twitter,users,JP,2017-Q1,45,6,,,,A|400|row 3.ACTION|one of I, A, M, R",
        "I,twitter,users,JP,2017-Q1,much,,,,,A|400|row 3.OBS_VALUE|not a number",
        "I,twitter,users,JP,2017-Q1,45,six,,,,A|400|row 3.UNIT_MULT|from -18 to 18",
        "I,twitter,users,JP,2017-Q1,1e999999999,18,,,,A|400|row 3.OBS_VALUE|34 digits",
        "I,twitter,users,JP,2017,45,,,,,A|400|row 3.TIME_PERIOD|2017-Q4",
        "I,twitter,users,XX,2017-Q1,45,,,,,A|422|row 3.REF_AREA|neither a country code",
        "I,twitter,uses,JP,2017-Q1,45,,,,,A|422|row 3.METRIC|did you mean 'users'?",
        "I,twiter,users,JP,2017-Q1,45,,,,,A|422|row 3.COMPANY|the document does not define it",
        "I,twitter,users,JP,2017-Q1,45,,0,44,46,A|400|row 3.DECIMALS|low and high",
      })
  void badCellIsNamedByRowAndColumnAndNothingIsStored(
      String row, int status, String name, String reason) {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    Service.Reply reply =
        post(
                one,
                SHORT
                    + "I,twitter,users,US,2017-Q1,45,6,,,,A,t,Another,AP,2018-02-01,press\n"
                    + row
                    + SOURCE)
            .expectStatus(status);
    assertThat(invalid(reply.json())).containsExactly(name);
    assertThat(reply.at("/invalid_params/0/reason").textValue()).contains(reason);
    assertThat(one.get("/v1/sources?company=twitter").text()).doesNotContain("Another");
  }

  @Test
  void repeatedColumnIsRefusedWithBothPositions() {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    Service.Reply reply =
        post(one, "OBS_VALUE," + SHORT + "45,I,twitter,users,US,2017-Q1,46,6,,,,A" + SOURCE)
            .expectStatus(400);
    assertThat(invalid(reply.json())).containsExactly("row 1.OBS_VALUE");
    assertThat(reply.text()).contains("columns 1 and 7 have the same name");
  }

  @Test
  void errorInASourceNamesTheFirstRowWithThatSource() {
    define(DocumentBuilder.press("s", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    Service.Reply reply =
        post(one, SHORT + "I,twitter,users,US,2017-Q1,45,6,,,,A,t,Another,AP,some day,press\n");
    assertThat(invalid(reply.json())).containsExactly("row 2.SOURCE_PUBLISHED");
    reply = post(one, SHORT + "I,twitter,users,US,2017-Q1,45,6,,,,A" + SOURCE);
    reply.expectStatus(409);
    assertThat(invalid(reply.json())).containsExactly("row 2");
    assertThat(reply.text()).contains("the id s is known as 'Title of s'");
  }

  @Test
  void twoSourcesWithOneIdAreRefusedBeforeAnythingIsStored() {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    Service.Reply reply =
        post(
                one,
                SHORT
                    + "I,twitter,users,US,2017-Q1,45,6,,,,A"
                    + SOURCE
                    + "I,twitter,users,JP,2017-Q1,45,6,,,,A"
                    + SOURCE.replace("Some title", "Other title"))
            .expectStatus(409);
    assertThat(invalid(reply.json())).containsExactly("row 3");
    assertThat(export(one, USERS)).doesNotContain("2017-Q1");
  }

  @Test
  void sourceWithTwoValuesForOneCellIsRefused() {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    Service.Reply reply =
        post(
                one,
                SHORT
                    + "I,twitter,users,US,2017-Q1,45,6,,,,A"
                    + SOURCE
                    + "I,twitter,users,US,2017-Q1,46,6,,,,A"
                    + SOURCE)
            .expectStatus(409);
    assertThat(invalid(reply.json())).containsExactly("row 3");
  }

  @Test
  void laterEditionOfASourceInTheSameDocumentIsAVintage() {
    define(DocumentBuilder.press("one", "2018-03-01").level("users", "JP", "2016-Q4", "1", 0));
    Service.Reply reply =
        post(
            one,
            SHORT
                + "I,twitter,users,US,2017-Q1,46,6,,,,A"
                + SOURCE.replace("03-01", "03-02")
                + "I,twitter,users,US,2017-Q1,45,6,,,,A"
                + SOURCE);
    taken(reply);
    assertThat(reply.at("/added").intValue()).isEqualTo(1);
    assertThat(reply.at("/revised").intValue()).isEqualTo(1);
    assertThat(one.get("/v1/sources?company=twitter").text()).contains("2018-03-02");
    assertThat(
            one.get(USERS + "&startPeriod=2017-Q1&asOf=2018-03-01")
                .at("/rows/1/value/value")
                .asText())
        .isEqualTo("45000000");
  }

  @Test
  void documentWithoutRowsIsRefused() {
    post(one, SHORT).expectStatus(400);
    post(one, "").expectStatus(400);
    assertThat(post(one, "REF_AERA\nJP\n").text()).contains("did you mean 'REF_AREA'?");
  }
}
