package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events that API Gateway would refuse or never send, but that a direct invocation can: each is
 * answered, and none changes anything.
 */
class StrangeEventsTest {
  private static final String GROWTH = "company=twitter&metric=revenue&region=JP&period=2017-Q4";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);

  private JsonNode ask(String function, byte[] event) throws IOException {
    byte[] answer = new Functions(Template.read(Template.FILE), wiring).invoke(function, event);
    return Service.json(new String(answer, StandardCharsets.UTF_8));
  }

  private JsonNode ask(String function, JsonNode event) throws IOException {
    return ask(function, event.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode event(String name) {
    return (ObjectNode) Service.json(Service.file("events/" + name + ".json"));
  }

  private static String problem(JsonNode answer, int status) {
    assertThat(answer.get("statusCode").intValue()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.at("/headers/content-type").textValue())
        .isEqualTo("application/problem+json");
    String body = answer.get("body").textValue();
    assertThat(body).doesNotContain("Exception").doesNotContain("jackson").hasSizeLessThan(4_000);
    return body;
  }

  static Stream<byte[]> noEvents() {
    Stream<String> texts =
        Stream.of(
            "",
            "null",
            "[]",
            "17",
            "\"GET /\"",
            "{}",
            "{",
            "{\"version\":\"2.0\"}",
            "{\"version\":\"2.0\",\"requestContext\":{\"http\":{}}}",
            "{\"version\":\"2.0\",\"requestContext\":[{\"http\":{\"method\":\"GET\"}}]}",
            "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\"x\"}]}",
            "[".repeat(100_000),
            "GET /v1/companies HTTP/1.1");
    Stream<byte[]> bytes =
        Stream.of(
            new byte[] {0, 0, 0, '{'},
            new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 1, 2, 3, 4},
            new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xf5, (byte) 0x80, '"', '}'});
    return Stream.concat(texts.map(text -> text.getBytes(StandardCharsets.UTF_8)), bytes);
  }

  @ParameterizedTest
  @MethodSource("noEvents")
  void inputThatIsNotAnEventIsReported(byte[] event) throws IOException {
    for (String function : List.of("CompareFunction", "CatalogFunction", "IngestFunction")) {
      assertThat(problem(ask(function, event), 400))
          .contains("not an API Gateway HTTP API event in payload format 2.0");
    }
  }

  @Test
  void eventOfPayloadFormatOneIsRefused() throws IOException {
    String event =
        """
        {"version": "1.0", "resource": "/v1/companies", "path": "/v1/companies", "httpMethod": "GET",
         "headers": {}, "queryStringParameters": null, "requestContext": {"httpMethod": "GET"},
         "body": null, "isBase64Encoded": false}
        """;
    assertThat(problem(ask("CatalogFunction", event.getBytes(StandardCharsets.UTF_8)), 400))
        .contains("payload format 2.0");
  }

  @Test
  void bodyOfSixMegabytesIsTooLarge() throws IOException {
    ObjectNode event = event("ingest-article");
    event.put("body", "[" + " ".repeat(6 * 1024 * 1024) + "]");
    assertThat(problem(ask("IngestFunction", event), 413))
        .contains("exceed the limit of 2000000 for one document");
    byte[] body = new byte[4_700_000];
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    assertThat(problem(ask("IngestFunction", event), 413))
        .contains("exceed the limit of 2000000 for one document");
  }

  @Test
  void invalidBase64BodyIsRefused() throws IOException {
    ObjectNode event = event("ingest-article").put("body", "{%}").put("isBase64Encoded", true);
    assertThat(problem(ask("IngestFunction", event), 400)).contains("not base64");
  }

  @Test
  void bodyOfBrokenUtf8IsRefused() throws IOException {
    byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, '"', '}'};
    ObjectNode event = event("ingest-article");
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    assertThat(problem(ask("IngestFunction", event), 400)).contains("UTF-8");
  }

  @Test
  void queryOfTenThousandParametersIsTooLong() throws IOException {
    String query =
        IntStream.range(0, 10_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    JsonNode event = event("compare-growth").put("rawQueryString", query);
    assertThat(problem(ask("CompareFunction", event), 400)).contains("longer than 8000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%f", "%ff", "%c3%28"})
  void queryOfBrokenUtf8IsRefused(String value) throws IOException {
    JsonNode event =
        event("compare-growth").put("rawQueryString", GROWTH.replace("JP", "JP" + value));
    assertThat(problem(ask("CompareFunction", event), 400)).contains("region");
  }

  @Test
  void pathOfEightKilobytesIsNotFound() throws IOException {
    ObjectNode event = event("compare-growth");
    event.put("rawPath", "/v1/comparisons/" + "a".repeat(8 * 1024));
    assertThat(problem(ask("CompareFunction", event), 404)).contains("a…").contains("growth");
    event.put("rawQueryString", "");
    event.put("rawPath", "/v1/companies/" + "a".repeat(8 * 1024));
    assertThat(problem(ask("CatalogFunction", event), 404)).contains("a…'");
    event.put("rawPath", "/" + "a/".repeat(4 * 1024));
    assertThat(problem(ask("CatalogFunction", event), 404)).contains("/v1/companies");
  }

  @Test
  void thousandsOfHeadersAreIgnored() throws IOException {
    ObjectNode event = event("catalog-companies");
    ObjectNode headers = event.putObject("headers");
    for (int i = 0; i < 10_000; i++) {
      headers.put("x-" + i, "y".repeat(100));
    }
    assertThat(ask("CatalogFunction", event).get("statusCode").intValue()).isEqualTo(200);
  }

  @Test
  void functionThatReceivesAnothersRequestRefusesIt() throws IOException {
    assertThat(ask("IngestFunction", event("compare-growth")).get("statusCode").intValue())
        .isEqualTo(405);
  }
}
