package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.DynamoDbLocal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that can't be answered are refused in the words and codes of the protocol. */
class McpRefusalsTest {
  private static final String LIST =
      "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}";

  private static Service service;
  private static Assistant newest;
  private static Assistant earlier;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
    newest = new Assistant(service, Assistant.NEWEST);
    earlier = new Assistant(service, Assistant.EARLIER);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void assertError(Service.Reply reply, int status, int code, String message) {
    reply.expectStatus(status);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.at("/jsonrpc").textValue()).isEqualTo("2.0");
    assertThat(reply.at("/error/code").intValue()).as(reply.toString()).isEqualTo(code);
    assertThat(reply.at("/error/message").textValue()).contains(message);
    assertThat(reply.json().has("result")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | -32700 | not a JSON-RPC message",
        "{ | -32700 | not JSON, from line 1",
        "nonsense | -32700 | not JSON",
        "{'jsonrpc': '2.0', 'id': 1, 'method': 'ping'} {} | -32700 | something follows",
        "{'jsonrpc': '2.0', 'id': 1, 'id': 2, 'method': 'ping'} | -32700 | not JSON",
        "[{'jsonrpc': '2.0', 'id': 1, 'method': 'ping'}] | -32600 | a list of messages; send each",
        "[] | -32600 | a list of messages",
        "1 | -32600 | a JSON object",
        "null | -32600 | a JSON object",
        "{} | -32600 | jsonrpc must be",
        "{'jsonrpc': '1.0', 'id': 1, 'method': 'ping'} | -32600 | jsonrpc must be \"2.0\"",
        "{'jsonrpc': '2.0', 'id': 1} | -32600 | method is missing",
        "{'jsonrpc': '2.0', 'id': 1, 'method': 7} | -32600 | method must be a text",
        "{'jsonrpc': '2.0', 'id': null, 'method': 'ping'} | -32600 | id must be a text or an integer",
        "{'jsonrpc': '2.0', 'id': 1.5, 'method': 'ping'} | -32600 | id must be",
        "{'jsonrpc': '2.0', 'id': true, 'method': 'ping'} | -32600 | id must be",
        "{'jsonrpc': '2.0', 'id': [1], 'method': 'ping'} | -32600 | id must be",
        "{'jsonrpc': '2.0', 'id': {}, 'method': 'ping'} | -32600 | id must be",
        "{'jsonrpc': '2.0', 'method': 'tools/list'} | -32600 | id is missing; tools/list needs one",
        "{'jsonrpc': '2.0', 'id': 1, 'result': {}} | -32600 | the message is a response",
        "{'jsonrpc': '2.0', 'id': 1, 'error': {'code': 1, 'message': 'x'}} | -32600 | the message is a response",
        "{'jsonrpc': '2.0', 'id': '\\ud800', 'method': 'ping'} | -32600 | half of a surrogate pair",
      })
  void bodyThatIsNoMessageIsRefused(String body, int code, String message) {
    assertError(earlier.send(body.replace('\'', '"')), 400, code, message);
  }

  /** A revision with a handshake answers what is wrong with parameters with status 200. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'tools/list', 'params': {'cursor': 'x'} | -32602 | leave it out",
        "'tools/call', 'params': {} | -32602 | params.name is missing",
        "'tools/call' | -32602 | params.name is missing",
        "'tools/call', 'params': {'name': 'grwth'} | -32602 | the tools are find, growth",
        "'tools/call', 'params': {'name': 'observations'} | -32602 | there is no tool 'observations'",
        "'resources/read', 'params': {'uri': 'file:///etc/passwd'} | -32602 | there is no resource 'file:///etc/passwd'; the resources are",
        "'resources/read', 'params': {} | -32602 | params.uri is missing",
        "'initialize', 'params': {} | -32602 | params.protocolVersion is missing",
        "'tools/cal' | -32601 | there is no method 'tools/cal'; the methods are tools/list, tools/call",
        "'prompts/list' | -32601 | there is no method",
        "'server/discover' | -32601 | there is no method",
        "'logging/setLevel', 'params': {'level': 'info'} | -32601 | there is no method",
      })
  void methodOrParametersThatDoNotFitAreNamed(String rest, int code, String message) {
    String body = "{'jsonrpc': '2.0', 'id': 'a', 'method': " + rest + "}";
    Service.Reply reply = earlier.send(body.replace('\'', '"'));
    assertError(reply, 200, code, message);
    assertThat(reply.at("/id").textValue()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'tools/list', 'params': [] | params must be an object",
        "'tools/list', 'params': {'_meta': 1} | params._meta must be an object",
        "'tools/call', 'params': {'name': 7} | params.name must be a text",
        "'tools/call', 'params': {'name': 'growth', 'arguments': []} | params.arguments must be an object",
        "'tools/call', 'params': {'name': 'growth', 'arguments': 'x'} | params.arguments must be an object",
      })
  void parametersOfAnotherTypeAreRefused(String rest, String message) {
    String body = "{'jsonrpc': '2.0', 'id': 'a', 'method': " + rest + "}";
    assertError(earlier.send(body.replace('\'', '"')), 400, -32602, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "initialize",
        "ping",
        "logging/setLevel",
        "resources/subscribe",
        "subscriptions/listen",
        "tasks/list"
      })
  void methodsThatTheNewestRevisionHasNotAreNotFound(String method) {
    assertError(newest.request(method, "{}"), 404, -32601, "there is no method '" + method + "'");
  }

  @Test
  void unknownToolOrResourceIsABadRequestOfTheNewestRevision() {
    assertError(newest.call("grwth", "{}"), 400, -32602, "did you mean 'growth'?");
    Service.Reply reply = newest.read("{'uri': 'regional-metrics:///x'}");
    assertError(reply, 400, -32602, "there is no resource");
    assertThat(reply.at("/error/data/uri").textValue()).isEqualTo("regional-metrics:///x");
  }

  @ParameterizedTest
  @CsvSource({
    "1",
    "0",
    "-7",
    "12345678901234567890123456789",
    "\"a\"",
    "\"\"",
    "\"\\u00e9\\\"\\\\\""
  })
  void idIsSentBackAsItIs(String id) {
    Service.Reply reply =
        earlier.send("{\"id\": %s, \"method\": \"ping\", \"jsonrpc\": \"2.0\"}".formatted(id));
    assertThat(reply.expectStatus(200).json().get("id")).isEqualTo(Service.json(id));
  }

  @Test
  void idIsSentBackEvenIfItFollowsTheFault() {
    Service.Reply reply = earlier.send("{\"method\": 1, \"jsonrpc\": \"2.0\", \"id\": \"last\"}");
    assertError(reply, 400, -32600, "method must be a text");
    assertThat(reply.at("/id").textValue()).isEqualTo("last");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notifications/initialized", "notifications/cancelled", "notifications/x"})
  void notificationsAreAcceptedWithoutABody(String method) {
    for (Assistant assistant : List.of(newest, earlier)) {
      Service.Reply reply =
          assistant.send("{\"jsonrpc\": \"2.0\", \"method\": \"%s\"}".formatted(method));
      assertThat(reply.expectStatus(202).text()).isEmpty();
    }
  }

  @Test
  void bodyOfAMegabyteIsRefused() {
    String body = LIST.replace("}", ", \"x\": \"%s\"}".formatted("x".repeat(1_000_000)));
    assertError(earlier.send(body), 413, -32600, "send at most 131072");
    earlier
        .send(LIST.replace("}", ", \"x\": \"%s\"}".formatted("x".repeat(130_000))))
        .expectStatus(200);
  }

  @Test
  void deeplyNestedBodyIsRefused() {
    String deep = "[".repeat(60_000) + "]".repeat(60_000);
    assertError(
        earlier.send(LIST.replace("}", ", \"params\": {\"x\": %s}}".formatted(deep))),
        400,
        -32700,
        "nested too deeply");
  }

  @Test
  void bodyThatIsNotUtf8IsRefused() {
    Service.Reply reply =
        service.postTo(
            "/mcp",
            new byte[] {'{', '"', (byte) 0xff, '"', '}'},
            "content-type",
            "application/json");
    assertError(reply, 400, -32700, "not JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
        "application/json, text/plain"
      })
  void otherContentTypesAreRefused(String type) {
    assertError(earlier.send(LIST, "content-type", type), 415, -32600, "send application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "text/html", "application/json;q=0"})
  void clientThatAcceptsNoJsonIsRefused(String accept) {
    assertError(earlier.send(LIST, "accept", accept), 406, -32600, "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "text/event-stream, application/*;q=0.1"})
  void clientThatAcceptsJsonIsAnswered(String accept) {
    earlier.send(LIST, "accept", accept).expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://evil.example:3000",
        "null",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "file://",
        "a b",
        ""
      })
  void pagesOfOtherOriginsAreRefused(String origin) {
    assertError(earlier.send(LIST, "origin", origin), 403, -32600, "may not send messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:6274",
        "http://127.0.0.1",
        "https://LOCALHOST",
        "http://[::1]:80"
      })
  void pagesOfThisMachineAreAnswered(String origin) {
    earlier.send(LIST, "origin", origin).expectStatus(200);
  }

  @Test
  void browsersAreNotToldThatPagesMayPost() {
    Service.Reply reply =
        service.send(
            "OPTIONS",
            "/mcp",
            "origin",
            "https://evil.example",
            "access-control-request-method",
            "POST");
    assertThat(reply.header("access-control-allow-methods")).doesNotContain("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2099-01-01", "latest", ""})
  void unknownRevisionIsRefusedWithTheKnownOnes(String revision) {
    Service.Reply reply = new Assistant(service, revision).send(LIST);
    assertError(reply, 400, -32022, "use one of 2026-07-28, 2025-11-25, 2025-06-18");
    assertThat(reply.at("/error/data/requested").textValue()).isEqualTo(revision);
    assertThat(reply.at("/error/data/supported").size()).isEqualTo(3);
  }

  @Test
  void messageWithoutARevisionIsOfAnEarlierOne() {
    byte[] body = LIST.getBytes(StandardCharsets.UTF_8);
    Service.Reply reply = service.postTo("/mcp", body, "content-type", "application/json");
    assertThat(reply.expectStatus(200).at("/result").has("resultType")).isFalse();
  }

  private static final String NEW =
      """
      {"jsonrpc": "2.0", "id": 5, "method": "tools/call", "params": {"name": "find", "arguments": {"text": "Japan"},
       "_meta": {"io.modelcontextprotocol/protocolVersion": "%s", "io.modelcontextprotocol/clientCapabilities": {}}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "2026-07-28, 2026-07-28, tools/call, find, 200, 0",
    "2026-07-28, 2026-07-28, tools/call, =?base64?ZmluZA==?=, 200, 0",
    "2026-07-28, 2026-07-28, tools/call, ' find ', 200, 0",
    "2026-07-28, 2025-11-25, tools/call, find, 400, -32020",
    "2026-07-28, 2026-07-28, tools/list, find, 400, -32020",
    "2026-07-28, 2026-07-28, TOOLS/CALL, find, 400, -32020",
    "2026-07-28, 2026-07-28, '', find, 400, -32020",
    "2026-07-28, 2026-07-28, tools/call, growth, 400, -32020",
    "2026-07-28, 2026-07-28, tools/call, =?base64?!?=, 400, -32020",
    "2026-07-28, 2026-07-28, tools/call, '', 400, -32020",
    "2099-01-01, 2099-01-01, tools/call, find, 400, -32022",
    "2025-11-25, 2025-11-25, tools/call, find, 400, -32022",
  })
  void headersMustSayWhatTheBodySays(
      String inBody, String revision, String method, String name, int status, int code) {
    Service.Reply reply =
        newest.send(
            NEW.formatted(inBody),
            "mcp-protocol-version",
            revision,
            "mcp-method",
            method,
            "mcp-name",
            name);
    assertThat(reply.expectStatus(status).at("/error/code").intValue()).isEqualTo(code);
    assertThat(reply.at("/id").intValue()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'_meta': {}}",
        "{'_meta': {'io.modelcontextprotocol/protocolVersion': '2026-07-28'}}",
        "{'_meta': {'io.modelcontextprotocol/clientCapabilities': {}}}",
        "{'_meta': {'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': 1}}",
        "{'_meta': {'io.modelcontextprotocol/protocolVersion': 1, 'io.modelcontextprotocol/clientCapabilities': {}}}"
      })
  void newestRevisionMustDescribeItself(String params) {
    String body = LIST.replace("}", ", \"params\": " + params.replace('\'', '"') + "}");
    assertError(newest.send(body, "mcp-method", "tools/list"), 400, -32602, "params._meta");
  }

  @Test
  void failingTableIsAnErrorOfTheProtocol() {
    Wiring away =
        new Wiring(DynamoDbLocal.client(URI.create("http://127.0.0.1:1")), "away", Service.TODAY);
    try (Service failing = new Service(away)) {
      Assistant assistant = new Assistant(failing, Assistant.NEWEST);
      Service.Reply reply = assistant.call("find", "{'text': 'Japan'}");
      assertError(reply, 503, -32603, "Try again in a few seconds");
      assertThat(reply.header("retry-after")).isEqualTo("5");
      JsonNode tools = assistant.request("tools/list", "{}").expectStatus(200).at("/result/tools");
      assertThat(tools.size()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @CsvSource({"growth, company", "find, text"})
  void argumentOfManyCharactersIsRefusedByTheTool(String tool, String argument) {
    String arguments = "{'%s': '%s'}".formatted(argument, "x".repeat(9_000));
    JsonNode result = earlier.result(tool, arguments);
    assertThat(result.at("/isError").booleanValue()).isTrue();
    assertThat(result.at("/content/0/text").textValue()).contains("longer than");
  }
}
