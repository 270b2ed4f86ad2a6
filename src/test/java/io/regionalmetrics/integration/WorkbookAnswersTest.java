package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as workbooks: the same figures, computed by formulas where they are computed. */
class WorkbookAnswersTest {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String GROWTH =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=2018-03-01";

  private static Service service;
  private static Service twitter;

  @BeforeAll
  static void start() {
    service = Service.withArticleAndRates();
    service.withDocument(strange());
    twitter = Service.fresh();
    TwitterData.load(twitter);
  }

  /** Texts that look like formulas, and a number with more digits than a cell keeps. */
  private static String strange() {
    return DocumentBuilder.press("-cmd", "2018-03-02")
        .observation(
            """
            {"company": "twitter", "metric": "users", "region": "FR", "period": "2017-Q4", "value": 12345678901234567, "decimals": 0,
             "note": "=HYPERLINK(\\"https://example.org\\",\\"more\\")"}\
            """)
        .observation(
            """
            {"company": "twitter", "metric": "users", "region": "DE", "period": "2017-Q4", "value": 1, "decimals": 0,
             "note": "\\u200b@SUM(A1)"}\
            """)
        .json();
  }

  @AfterAll
  static void stop() {
    service.close();
    twitter.close();
  }

  private static OpenedWorkbook open(String question) {
    return open(service, question);
  }

  private static OpenedWorkbook open(Service asked, String question) {
    return new OpenedWorkbook(asked.get(question, "accept", TYPE).expectStatus(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=2018-03-01",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=2018-03-01&currency=EUR",
        "regions?company=twitter&metric=revenue-per-user&region=JP,US,WORLD-US&period=2017-Q4&asOf=2018-03-01",
        "drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4&asOf=2018-03-01",
        "drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4&asOf=2018-03-01&currency=EUR",
        "check?company=twitter&region=JP,US&period=2017-Q4",
      })
  void everyComputedFigureOfTheArticleIsAFormulaThatGivesItsValue(String question) {
    assertFormulas(service, "/v1/comparisons/" + question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comparisons/growth?company=twitter&metric=revenue&region=WORLD,US,WORLD-US&period=2017-Q4",
        "comparisons/growth?company=twitter&metric=revenue-per-user&region=WORLD,US,WORLD-US&period=2017-Q4",
        "comparisons/regions?company=twitter&metric=revenue-per-user&region=US,WORLD&period=2017-Q3",
        "comparisons/share?company=twitter&metric=revenue&region=*&period=2017-Q4&base=yoy",
        "comparisons/share?company=twitter&metric=revenue&region=US&period=2017-Q4&base=yoy",
        "comparisons/contribution?company=twitter&metric=revenue&region=*&period=2017-Q4",
        "comparisons/revisions?company=twitter&metric=users&region=WORLD,US&period=2016-Q4",
        "series?company=twitter&metric=revenue&region=WORLD,US,WORLD-US&transform=level,yoy,qoq,share,index,ttm",
        "series?company=twitter&metric=revenue-per-user&region=WORLD,US&transform=level,yoy,index",
      })
  void everyComputedFigureOfTwitterIsAFormulaThatGivesItsValue(String question) {
    assertFormulas(twitter, "/v1/" + question);
  }

  private static void assertFormulas(Service asked, String path) {
    OpenedWorkbook workbook = open(asked, path);
    Map<String, JsonNode> figures = figures(asked.get(path).json());
    int formulas = 0;
    for (Map<String, String> row : workbook.rows("Bounds")) {
      String cell = row.getOrDefault("cell", "");
      JsonNode figure = figures.get(cell.replaceAll(".*![A-Z]+", "") + " " + row.get("field"));
      if (figure != null && !figure.has("missing")) {
        formulas += assertSame(workbook, cell, row, figure);
      }
    }
    assertThat(formulas).as(path).isPositive();
  }

  /** The figures of an answer by the row of the sheet and the field. */
  private static Map<String, JsonNode> figures(JsonNode answer) {
    Map<String, JsonNode> figures = new java.util.HashMap<>();
    List<JsonNode> lines = new ArrayList<>();
    answer.get("rows").forEach(lines::add);
    lines.add(answer.path("remainder"));
    for (int i = 0; i < lines.size(); i++) {
      for (Map.Entry<String, JsonNode> field : lines.get(i).properties()) {
        put(figures, i + 2 + " " + field.getKey(), field.getValue());
      }
    }
    return figures;
  }

  private static void put(Map<String, JsonNode> figures, String name, JsonNode value) {
    if (value.isObject()) {
      figures.put(name, value);
    } else if (name.endsWith("drivers")) {
      for (JsonNode driver : value) {
        String prefix = name + "." + driver.get("metric").asText();
        figures.put(prefix + ".factor", driver.get("factor"));
        figures.put(prefix + ".effect", driver.get("effect"));
      }
    }
  }

  private static int assertSame(
      OpenedWorkbook workbook, String place, Map<String, String> bounds, JsonNode figure) {
    OpenedWorkbook.Cell cell = workbook.at(place);
    double expected = figure.get("value").asDouble();
    boolean isComputed = figure.has("from") || figure.has("operands") || figure.has("conversion");
    assertThat(cell.formula().isPresent()).as(place + figure).isEqualTo(isComputed);
    assertThat(SpreadsheetFormula.value(workbook, "Figures", cell))
        .as(place + cell + figure)
        .isCloseTo(expected, within(Math.max(1e-9, Math.abs(expected) * 1e-9)));
    assertThat(cell.number()).isEqualTo(expected);
    assertThat(bounds.get("unit")).isEqualTo(figure.get("unit").asText());
    assertThat(bounds.get("origin")).isEqualTo(figure.get("origin").asText());
    assertThat(bounds.containsKey("low")).isEqualTo(figure.has("low"));
    return isComputed ? 1 : 0;
  }

  @Test
  void baseOfTheArticleFollowsFromItsGrowthInTheCells() {
    OpenedWorkbook workbook = open(GROWTH);
    assertThat(workbook.sheets()).containsExactly("Figures", "Bounds", "Sources", "Question");
    assertThat(workbook.rows("Figures").getFirst())
        .containsEntry("company", "Twitter")
        .containsEntry("region", "Japan")
        .containsEntry("value (USD)", "106000000")
        .containsEntry("growth (%)", "34");
    assertThat(workbook.at("Figures!F2").formula()).hasValue("E2/(1+H2/100)");
    assertThat(workbook.at("Figures!G2").formula()).hasValue("E2-F2");
    assertThat(workbook.format(workbook.at("Figures!E2"))).isEqualTo("#,##0");
    assertThat(workbook.format(workbook.at("Bounds!H5"))).isEqualTo("#,##0.0");
  }

  @Test
  void effectsOfDriversAreLogarithmicMeans() {
    OpenedWorkbook workbook =
        open(
            "/v1/comparisons/drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4&asOf=2018-03-01");
    assertThat(workbook.at("Figures!I2").formula())
        .hasValue("IF(E2*F2=0,0,IF(E2=F2,E2,(E2-F2)/LN(E2/F2))*LN(H2))");
    assertThat(workbook.at("Figures!K2").formula()).hasValue("E2-F2-I2");
  }

  @Test
  void conversionDividesByTheRateInACell() {
    OpenedWorkbook workbook = open(GROWTH + "&currency=EUR");
    OpenedWorkbook.Cell value = workbook.at("Figures!E2");
    assertThat(value.formula().orElseThrow()).matches("Bounds!\\$G\\$\\d+/Bounds!\\$G\\$\\d+");
    assertThat(workbook.rows("Bounds"))
        .anySatisfy(row ->
            assertThat(row)
                .containsEntry("field", "exchange rate")
                .containsEntry("unit", "USD/EUR")
                .containsEntry("sources", "ecb-reference-rates"));
  }

  @Test
  void missingFigureSaysWhyAndIsNeverZero() {
    OpenedWorkbook workbook =
        open("/v1/comparisons/growth?company=twitter&metric=revenue&region=BR&period=2017-Q4");
    assertThat(workbook.at("Figures!E2").text()).isEqualTo("no-observation");
    assertThat(workbook.at("Figures!E2").isText()).isTrue();
    Map<String, String> bounds = workbook.rows("Bounds").getFirst();
    assertThat(bounds).containsEntry("missing", "no-observation").doesNotContainKey("value");
    assertThat(bounds.get("note")).startsWith("revenue of twitter, BR, 2017-Q4: not published");
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() {
    OpenedWorkbook workbook =
        open("/v1/comparisons/regions?company=twitter&metric=users&region=DE,FR&period=2017-Q4");
    List<OpenedWorkbook.Cell> strange =
        workbook.cells("Bounds").values().stream()
            .filter(cell -> cell.text().matches("(?s)[\u200b]?[=@-].*"))
            .filter(OpenedWorkbook.Cell::isText)
            .toList();
    assertThat(strange).extracting(OpenedWorkbook.Cell::text).contains("-cmd", "\u200b@SUM(A1)");
    assertThat(strange).allMatch(cell -> cell.formula().isEmpty() && workbook.isQuoted(cell));
  }

  @Test
  void numberWithMoreThanFifteenDigitsHasItsDigitsAsText() {
    OpenedWorkbook workbook =
        open("/v1/comparisons/regions?company=twitter&metric=users&region=FR&period=2017-Q4");
    assertThat(workbook.rows("Bounds").getFirst())
        .containsEntry(
            "exact digits", "12345678901234567 (12345678901234566.5 to 12345678901234567.5)");
  }

  @Test
  void questionSaysWhatWasAskedWhenAndWhere() {
    OpenedWorkbook workbook = open(GROWTH);
    List<String> texts =
        workbook.cells("Question").values().stream().map(OpenedWorkbook.Cell::text).toList();
    assertThat(texts)
        .contains("answered on", "2026-11-23", "finding: base-implied", "asOf", "2018-03-01")
        .anyMatch(text -> text.startsWith("Twitter's revenue in Japan rose 34% to $106m"))
        .anyMatch(text -> text.matches("http://127.0.0.1:\\d+/v1/comparisons/growth\\?company=.*"));
    assertThat(workbook.part("xl/worksheets/_rels/sheet4.xml.rels"))
        .contains("Target=\"http://127.0.0.1:");
  }

  @Test
  void sourcesAreLinks() {
    OpenedWorkbook workbook = open(GROWTH);
    assertThat(workbook.rows("Sources").getFirst())
        .containsEntry("id", "reuters-2018-03-01")
        .containsEntry("kind", "press");
    assertThat(workbook.format(workbook.at("Sources!D2"))).isEqualTo("yyyy\\-mm\\-dd");
  }

  @Test
  void vintagesAreOnTheSheetOfBoundsIfTheHistoryIsAskedFor() {
    OpenedWorkbook workbook =
        open(
            twitter,
            "/v1/series?company=twitter&metric=users&region=WORLD&includeHistory=true&startPeriod=2016-Q4&endPeriod=2016-Q4");
    assertThat(workbook.rows("Bounds"))
        .extracting(row -> row.getOrDefault("field", ""))
        .filteredOn(field -> field.startsWith("value: as of "))
        .hasSizeGreaterThan(1);
  }

  @Test
  void workbookIsSavedUnderANameThatSaysWhatIsInIt() {
    Service.Reply reply = service.get(GROWTH + "&format=xlsx").expectStatus(200);
    assertThat(reply.header("content-type")).isEqualTo(TYPE);
    assertThat(reply.header("content-disposition"))
        .isEqualTo("attachment; filename=\"growth-twitter-revenue-JP-2017-Q4.xlsx\"");
    assertThat(reply.header("link")).contains("rel=\"cite-as\"");
    Service.Reply expression =
        service.get(
            "/v1/comparisons/growth?company=twitter&metric=revenue&region=WORLD-US,US%2BCA&period=2017-Q4&format=xlsx");
    assertThat(expression.header("content-disposition"))
        .contains("\"growth-twitter-revenue-WORLD-US-US_CA-2017-Q4.xlsx\"");
  }

  @Test
  void sameAnswerIsTheSameFileAndIsNotSentAgain() {
    Service.Reply first = service.get(GROWTH + "&format=xlsx");
    Service.Reply again = service.get(GROWTH + "&format=xlsx");
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(first.header("cache-control")).isEqualTo("public, max-age=86400");
    service.get(GROWTH + "&format=xlsx", "if-none-match", first.header("etag")).expectStatus(304);
  }

  @Test
  void workbookIsNotCompressedTwice() {
    Service.Reply reply = service.get(GROWTH + "&format=xlsx", "accept-encoding", "gzip");
    assertThat(reply.header("content-encoding")).isEmpty();
    assertThat(reply.text()).startsWith("PK");
  }

  @Test
  void headHasTheLengthOfTheFile() {
    Service.Reply whole = service.get(GROWTH + "&format=xlsx");
    Service.Reply head = service.send("HEAD", GROWTH + "&format=xlsx").expectStatus(200);
    assertThat(head.header("etag")).isEqualTo(whole.header("etag"));
    assertThat(head.header("content-length"))
        .isEqualTo(Integer.toString(whole.response().body().length));
  }
}
