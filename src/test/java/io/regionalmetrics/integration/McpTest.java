package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.regionalmetrics.answer.QuestionKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Assistants ask by the Model Context Protocol and get the answers of the GETs. */
class McpTest {
  private static final String GROWTH =
      "{'company': ['twitter'], 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4'}";

  /** Each tool with arguments, and the path that asks the same. */
  private static final Map<String, Map.Entry<String, String>> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "growth", Map.entry(GROWTH, comparison("growth", "revenue", "JP", "")),
              "regions",
                  Map.entry(
                      "{'company': ['twitter'], 'metric': 'revenue-per-user', 'region': ['JP', 'WORLD-US'], 'period': '2017-Q4', 'against': 'WORLD-US'}",
                      comparison(
                          "regions", "revenue-per-user", "JP,WORLD-US", "&against=WORLD-US")),
              "share",
                  Map.entry(
                      "{'company': 'twitter', 'metric': 'users', 'region': '*', 'period': '2017-Q4'}",
                      comparison("share", "users", "*", "")),
              "contribution", Map.entry(GROWTH, comparison("contribution", "revenue", "JP", "")),
              "drivers",
                  Map.entry(
                      GROWTH.replace("'revenue'", "'revenue-per-user'"),
                      comparison("drivers", "revenue-per-user", "JP", "")),
              "revisions", Map.entry(GROWTH, comparison("revisions", "revenue", "JP", "")),
              "check",
                  Map.entry(
                      "{'company': ['twitter'], 'region': ['JP']}",
                      "/v1/comparisons/check?company=twitter&region=JP"),
              "series",
                  Map.entry(
                      "{'company': ['twitter'], 'metric': 'users', 'region': ['JP'], 'transform': ['level', 'yoy'], 'lastNObservations': 2, 'includeHistory': true}",
                      "/v1/series?company=twitter&metric=users&region=JP&transform=level,yoy&lastNObservations=2&includeHistory=true")));

  @SuppressWarnings("unused")
  private static final List<String> TOOLS = List.copyOf(QUESTIONS.keySet());

  @SuppressWarnings("unused")
  private static final List<String> REVISIONS = List.of(Assistant.NEWEST, Assistant.EARLIER);

  private static Service service;

  private static String comparison(String kind, String metric, String region, String more) {
    return "/v1/comparisons/%s?company=twitter&metric=%s&region=%s&period=2017-Q4%s"
        .formatted(kind, metric, region, more);
  }

  @BeforeAll
  static void start() {
    service = Service.withArticleAndRates();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Assistant newest() {
    return new Assistant(service, Assistant.NEWEST);
  }

  private static Assistant earlier() {
    return new Assistant(service, Assistant.EARLIER);
  }

  @Test
  void everyKindOfQuestionHasATool() {
    assertThat(TOOLS)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(QuestionKind.values()).map(QuestionKind::code).toList());
  }

  @ParameterizedTest
  @FieldSource("TOOLS")
  void structuredContentHasTheBytesOfTheGet(String tool) {
    Map.Entry<String, String> question = QUESTIONS.get(tool);
    String got = service.get(question.getValue()).expectStatus(200).text();
    Service.Reply reply = newest().call(tool, question.getKey()).expectStatus(200);
    assertThat(reply.text()).contains("\"structuredContent\":" + got);
    assertThat(reply.json().at("/result").has("isError")).isFalse();
    assertThat(earlier().call(tool, question.getKey()).text())
        .contains("\"structuredContent\":" + got);
  }

  @ParameterizedTest
  @FieldSource("TOOLS")
  void textHasTheSentenceTheFiguresAndTheSources(String tool) {
    JsonNode result = newest().result(tool, QUESTIONS.get(tool).getKey());
    String text = result.at("/content/0/text").textValue();
    assertThat(text)
        .startsWith(result.at("/structuredContent/sentence").textValue())
        .contains("| field | value |")
        .contains("Sources:\n- Article of 1 March 2018 on Twitter's sales in Japan, Reuters")
        .contains(
            "Cite as: " + service.address() + result.at("/structuredContent/citation").textValue());
    for (JsonNode finding : result.at("/structuredContent/findings")) {
      assertThat(text).contains("`" + finding.get("code").textValue() + "`: ");
    }
  }

  @Test
  void tableHasBoundsAndUnits() {
    String text = newest().result("growth", GROWTH).at("/content/0/text").textValue();
    assertThat(text)
        .contains("company: twitter, metric: revenue, region: JP, period: 2017-Q4")
        .contains(
            """
            | field | value | low | high | unit | origin |
            |---|---|---|---|---|---|
            | value | 106000000 | 105500000 | 106500000 | USD | reported |
            | base | 79104477.6119 | 78438661.71 | 79775280.8989 | USD | implied |
            """);
  }

  @Test
  void sourcesAreLinksAndTheirTextIsNoMarkup() {
    String document =
        """
        {"source": {"id": "letter", "title": "A [letter](x) | with `code` and <b>lines</b>", "publisher": "*Twitter*",
                    "url": "https://example.org/letter", "published": "2018-02-08", "kind": "company"},
         "companies": [{"id": "twitter", "name": "Twitter"}],
         "metrics": [{"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"}],
         "observations": [{"company": "twitter", "metric": "users", "region": "US", "period": "2017-Q4",
                           "value": 68000000, "decimals": -6, "note": "a | b"}]}
        """;
    try (Service linked = Service.fresh().withDocument(document)) {
      String text =
          new Assistant(linked, Assistant.NEWEST)
              .result("series", "{'company': ['twitter'], 'metric': 'users', 'region': ['US']}")
              .at("/content/0/text")
              .textValue();
      assertThat(text)
          .contains(
              "- [A \\[letter\\](x) \\| with \\`code\\` and \\<b\\>lines\\</b\\>](https://example.org/letter), \\*Twitter\\*, published 2018-02-08 (company)")
          .contains("| reported | a \\| b |");
    }
  }

  @ParameterizedTest
  @FieldSource("REVISIONS")
  void toolsOnlyReadAndDescribeWhatTheyTake(String revision) {
    JsonNode tools =
        new Assistant(service, revision).request("tools/list", "{}").at("/result/tools");
    assertThat(tools.valueStream().map(tool -> tool.get("name").textValue()))
        .containsExactly(
            "find",
            "growth",
            "regions",
            "share",
            "contribution",
            "drivers",
            "revisions",
            "check",
            "series");
    for (JsonNode tool : tools) {
      assertThat(tool.at("/annotations/readOnlyHint").booleanValue()).isTrue();
      assertThat(tool.at("/description").textValue()).isNotBlank();
      assertThat(tool.at("/outputSchema/type").textValue()).isEqualTo("object");
      assertThat(tool.at("/inputSchema/additionalProperties").booleanValue()).isFalse();
      for (JsonNode argument : tool.at("/inputSchema/properties")) {
        assertThat(argument.path("description").asText()).as(tool.toString()).isNotBlank();
      }
    }
  }

  /** The tools take the parameters of the contract, except those of other formats. */
  @ParameterizedTest
  @FieldSource("TOOLS")
  void toolTakesTheParametersOfItsGet(String tool) {
    OpenApi contract = OpenApi.read();
    String path = tool.equals("series") ? "/v1/series" : "/v1/comparisons/" + tool;
    Map<String, JsonNode> parameters =
        contract.parameters(contract.find("GET", path).orElseThrow(), "query");
    Set<String> expected = new TreeSet<>(parameters.keySet());
    expected.removeAll(Set.of("format", "layout", "width", "title", "highlight"));
    JsonNode schema = inputSchema(tool);
    assertThat(schema.get("properties").properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(schema.get("required").valueStream().map(JsonNode::textValue))
        .containsExactlyInAnyOrderElementsOf(
            parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().path("required").asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
  }

  private static JsonNode inputSchema(String tool) {
    return newest()
        .request("tools/list", "{}")
        .at("/result/tools")
        .valueStream()
        .filter(one -> one.get("name").textValue().equals(tool))
        .findFirst()
        .orElseThrow()
        .get("inputSchema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'company': 'twitter', 'metric': 'revenue', 'region': 'JP', 'period': '2017-Q4'}",
        "{'company': ['twitter'], 'metric': ['revenue'], 'region': ['JP'], 'period': ['2017-Q4'], 'base': null, 'asOf': '', 'currency': []}",
        "{'company': [' twitter '], 'metric': 'revenue ', 'region': ['JP'], 'period': '2017-Q4'}"
      })
  void argumentsMayBeWrittenAsModelsWriteThem(String arguments) {
    assertThat(newest().result("growth", arguments).at("/structuredContent"))
        .isEqualTo(newest().result("growth", GROWTH).at("/structuredContent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "growth | {'company': ['twiter'], 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4'} | did you mean 'twitter'?",
        "growth | {'company': ['twitter'], 'metric': 'revenue', 'region': ['JPN'], 'period': '2017-Q4'} | did you mean 'JP'?",
        "growth | {'company': ['twitter'], 'metric': 'revenue', 'region': ['JP']} | period: missing; for example period=2017-Q4",
        "growth | {} | missing",
        "growth | {'company': ['twitter'], 'metric': 'revenue', 'region': ['JP'], 'period': 'Q4 2017'} | 'Q4 2017'",
        "growth | {'company': {'id': 'twitter'}, 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4'} | company: neither a text nor a list",
        "growth | {'company': [['twitter']], 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4'} | company: neither a text nor a list",
        "growth | {'company': ['twitter'], 'metrics': 'revenue'} | did you mean 'metric'?",
        "growth | {'company': ['twitter'], 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4', 'format': 'csv'} | format: not an argument",
        "drivers | {'company': ['twitter'], 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4'} | ratio",
        "series | {'company': ['twitter'], 'metric': 'users', 'region': ['JP'], 'lastNObservations': 0} | '0' is not a number from 1 to 400",
        "find | {} | text: missing",
        "find | {'query': 'Twitter'} | not a parameter",
      })
  void whatIsWrongIsSaidToTheModel(String tool, String arguments, String message) {
    for (Assistant assistant : List.of(newest(), earlier())) {
      JsonNode result = assistant.result(tool, arguments);
      assertThat(result.at("/isError").booleanValue()).isTrue();
      assertThat(result.has("structuredContent")).isFalse();
      assertThat(result.at("/content/0/text").textValue()).contains(message);
    }
  }

  @Test
  void findTurnsNamesIntoCodes() {
    JsonNode found =
        newest().result("find", "{'text': 'Twitter in Japan'}").at("/structuredContent");
    assertThat(found.at("/companies/0/id").textValue()).isEqualTo("twitter");
    assertThat(found.at("/regions/0/id").textValue()).isEqualTo("JP");
    assertThat(found.at("/figures").valueStream().map(one -> one.get("metric").textValue()))
        .containsExactly("revenue", "revenue-per-user", "users");
    assertThat(ContractVerifier.violations("#/components/schemas/Found", found.toString()))
        .isEmpty();
  }

  static Stream<JsonNode> tools() {
    return newest().request("tools/list", "{}").at("/result/tools").valueStream();
  }

  /** A tool's schema says the same of an answer as the contract, and needs no other document. */
  @ParameterizedTest
  @MethodSource("tools")
  void outputSchemaIsThatOfTheContract(JsonNode tool) {
    String name = tool.get("name").textValue();
    String arguments =
        name.equals("find") ? "{'text': 'Twitter in Japan'}" : QUESTIONS.get(name).getKey();
    JsonNode answer = newest().result(name, arguments).get("structuredContent");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(tool.get("outputSchema").toString());
    assertThat(schema.validate(answer.toString(), InputFormat.JSON)).isEmpty();
    String other = answer.toString().replace("\"sentence\":", "\"words\":");
    assertThat(schema.validate(other, InputFormat.JSON)).isNotEmpty();
    assertThat(tool.get("outputSchema").toString()).doesNotContain("#/components/");
  }

  @ParameterizedTest
  @FieldSource("REVISIONS")
  void contractAndDocumentationCanBeRead(String revision) {
    Assistant assistant = new Assistant(service, revision);
    List<String> addresses =
        assistant
            .request("resources/list", "{}")
            .at("/result/resources")
            .valueStream()
            .map(one -> one.get("uri").textValue())
            .toList();
    assertThat(addresses)
        .containsExactly("regional-metrics:///openapi.json", "regional-metrics:///docs/api.md");
    assertThat(text(assistant, addresses.get(0))).isEqualTo(service.get("/openapi.json").text());
    assertThat(text(assistant, addresses.get(1))).isEqualTo(Service.file("docs/api.md"));
    assertThat(assistant.request("resources/templates/list", "{}").at("/result/resourceTemplates"))
        .isEmpty();
  }

  private static String text(Assistant assistant, String address) {
    String uri = "{'uri': '%s'}".formatted(address);
    return assistant.read(uri).expectStatus(200).at("/result/contents/0/text").textValue();
  }

  @Test
  void newestRevisionIsDiscoveredWithoutAHandshake() {
    JsonNode result = newest().request("server/discover", "{}").expectStatus(200).at("/result");
    assertThat(result.get("supportedVersions").valueStream().map(JsonNode::textValue))
        .containsExactly("2026-07-28", "2025-11-25", "2025-06-18");
    assertThat(result.get("capabilities"))
        .isEqualTo(Assistant.json("{'tools': {}, 'resources': {}}"));
    assertThat(result.get("instructions").textValue()).contains("find");
    assertThat(result.get("resultType").textValue()).isEqualTo("complete");
    assertThat(result.at("/_meta").has("io.modelcontextprotocol/serverInfo")).isTrue();
    assertThat(result.get("cacheScope").textValue()).isEqualTo("public");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2024-11-05, 2025-11-25",
    "2026-07-28, 2025-11-25",
    "1900-01-01, 2025-11-25"
  })
  void initializeIsAnsweredWithARevisionThatHasIt(String requested, String answered) {
    Service.Reply reply =
        earlier()
            .request(
                "initialize", "{'protocolVersion': '%s', 'capabilities': {}}".formatted(requested))
            .expectStatus(200);
    assertThat(reply.at("/result/protocolVersion").textValue()).isEqualTo(answered);
    assertThat(reply.at("/result/serverInfo/name").textValue()).isEqualTo("regional-metrics");
    assertThat(reply.header("mcp-session-id")).isEmpty();
  }

  @Test
  void pingIsAnsweredInEarlierRevisionsOnly() {
    assertThat(earlier().request("ping", "{}").expectStatus(200).at("/result").isEmpty()).isTrue();
    newest().request("ping", "{}").expectStatus(404);
  }

  @Test
  void nothingIsRememberedOrStreamed() {
    for (String method : List.of("GET", "DELETE", "PUT")) {
      Service.Reply reply = service.send(method, "/mcp").expectStatus(405);
      assertThat(reply.header("allow")).isEqualTo("POST, OPTIONS");
    }
    assertThat(newest().call("growth", GROWTH).header("cache-control")).isEqualTo("no-store");
  }
}
