package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as CSV: the same figures, one on each line. */
class CsvAnswersTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticleAndRates();
    Service.Reply reply =
        service.post(
            DocumentBuilder.press("-cmd", "2018-03-02")
                .observation(
                    """
                    {"company": "twitter", "metric": "users", "region": "US", "period": "2017-Q4", "value": 68000000, "decimals": -6,
                     "note": "=HYPERLINK(\\"https://example.org\\",\\"more\\")"}\
                    """)
                .observation(
                    """
                    {"company": "twitter", "metric": "users", "region": "DE", "period": "2017-Q4", "value": 0, "decimals": 0,
                     "status": "E", "note": "one, \\"quoted\\""}\
                    """)
                .growth("users", "DE", "2017-Q4", "yoy", "-12")
                .json());
    reply.expectStatus(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Service.Reply csv(String question) {
    return service.get("/v1/comparisons/" + question, "accept", "text/csv").expectStatus(200);
  }

  private static List<Map<String, String>> lines(String csv) throws IOException {
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv)) {
      return lines.readAll();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "growth|growth?company=twitter&metric=revenue&region=JP,US&period=2017-Q4&asOf=2018-03-01",
        "regions|regions?company=twitter&metric=revenue-per-user&region=JP,US,WORLD-US&period=2017-Q4&against=WORLD-US&asOf=2018-03-01",
        "check|check?company=twitter&region=JP,US&asOf=2018-03-01",
        "drivers|drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4&asOf=2018-03-01",
        "contribution|contribution?company=twitter&metric=users&region=JP&whole=JP&period=2017-Q4&asOf=2018-03-01",
      })
  void csvOfTheArticleEqualsTheKeptFile(String name, String question) throws IOException {
    Path file = Path.of("src/test/resources/csv", name + ".csv");
    Service.Reply reply = csv(question);
    if (KeptAnswers.areKeptAnew()) {
      Files.writeString(file, reply.text());
    }
    assertEqualLineByLine(reply, file);
  }

  /** A failure shows the request, the file, and the first line that differs. */
  private static void assertEqualLineByLine(Service.Reply reply, Path file) {
    List<String> expected = linesWithTheirEnds(Service.file(file.toString()));
    List<String> actual = linesWithTheirEnds(reply.text());
    for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
      assertThat(actual.get(i))
          .as("%s%nline %s, compared with %s", reply.request(), i + 1, file)
          .isEqualTo(expected.get(i));
    }
    assertThat(actual)
        .as("%s%nnumber of lines, compared with %s", reply.request(), file)
        .hasSameSizeAs(expected);
  }

  private static List<String> linesWithTheirEnds(String csv) {
    return List.of(csv.split("(?<=\n)", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "growth?company=twitter&metric=users&region=*&period=2017-Q4",
        "regions?company=twitter&metric=users&region=US,JP,DE,FR&period=2017-Q4",
        "check?company=twitter",
      })
  void everyFieldOfTheJsonHasALine(String question) throws IOException {
    JsonNode json = service.get("/v1/comparisons/" + question).json();
    Service.Reply reply = csv(question);
    List<String> lines = new ArrayList<>();
    for (Map<String, String> line : lines(reply.text())) {
      lines.add(
          List.of("region", "period", "field", "value", "low", "high", "unit", "origin", "status")
              .stream()
              .map(line::get)
              .toList()
              .toString());
    }
    assertThat(lines).as(reply::request).isNotEmpty().containsExactlyElementsOf(fields(json));
  }

  private static List<String> fields(JsonNode answer) {
    List<String> fields = new ArrayList<>();
    for (JsonNode row : answer.get("rows")) {
      for (Iterator<Map.Entry<String, JsonNode>> all = row.fields(); all.hasNext(); ) {
        Map.Entry<String, JsonNode> field = all.next();
        if (!List.of("company", "metric", "region", "period").contains(field.getKey())) {
          JsonNode figure = field.getValue();
          fields.add(
              List.of(
                      row.get("region").asText(),
                      row.get("period").asText(),
                      field.getKey(),
                      value(figure),
                      plain(figure.path("low")),
                      plain(figure.path("high")),
                      figure.path("unit").asText(),
                      figure.path("origin").asText(),
                      figure.path("status").asText())
                  .toString());
        }
      }
    }
    return fields;
  }

  private static String value(JsonNode figure) {
    if (figure.isArray()) {
      return figure.valueStream().map(JsonNode::asText).collect(Collectors.joining("; "));
    }
    return plain(figure.isValueNode() ? figure : figure.path("value"));
  }

  private static String plain(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  @Test
  void textThatASpreadsheetWouldRunAsAFormulaIsEscaped() throws IOException {
    List<Map<String, String>> lines =
        lines(csv("regions?company=twitter&metric=users&region=US&period=2017-Q4").text());
    assertThat(lines.getFirst().get("note"))
        .isEqualTo("'=HYPERLINK(\"https://example.org\",\"more\")");
    assertThat(lines.getFirst().get("sources")).isEqualTo("'-cmd");
  }

  @Test
  void numberBelowZeroStaysANumber() {
    assertThat(csv("growth?company=twitter&metric=users&region=DE&period=2017-Q4").text())
        .contains(",growth,-12,-12.5,-11.5,%,");
  }

  @Test
  void quotesAreDoubled() throws IOException {
    String csv = csv("regions?company=twitter&metric=users&region=DE&period=2017-Q4").text();
    assertThat(csv).contains("\"one, \"\"quoted\"\"\"\r\n");
    assertThat(lines(csv).getFirst().get("note")).isEqualTo("one, \"quoted\"");
  }

  @Test
  void noteOfAMissingFigureGivesTheReason() throws IOException {
    Map<String, String> line =
        lines(csv("growth?company=twitter&metric=revenue&region=US&period=2017-Q4").text())
            .getFirst();
    assertThat(line.get("missing")).isEqualTo("no-observation");
    assertThat(line.get("note")).startsWith("revenue of twitter, US, 2017-Q4: not published");
    assertThat(line.get("value")).isEmpty();
  }

  @Test
  void contentTypeNamesTheEncodingAndTheHeaderRowAndALinkLeadsToTheSources() {
    Service.Reply reply = csv("growth?company=twitter&metric=revenue&region=JP&period=2017-Q4");
    assertThat(reply.header("content-type")).isEqualTo("text/csv; charset=utf-8; header=present");
    assertThat(reply.header("link")).contains("</v1/sources?company=twitter>; rel=\"describedby\"");
    assertThat(service.get("/v1/sources?company=twitter").text()).contains("reuters-2018-03-01");
  }

  @Test
  void parameterFormatOverridesTheAcceptHeader() {
    String question = "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&format=csv";
    assertThat(
            service
                .get("/v1/comparisons/" + question, "accept", "application/json")
                .header("content-type"))
        .startsWith("text/csv");
  }
}
