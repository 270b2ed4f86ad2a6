package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.DynamoDbLocal;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The contract's examples equal the service's answers. Each of {@code components/examples} with an
 * {@code x-request} is requested, in order; the examples of schemas are parts of them, at the place
 * in {@code x-example}. To rewrite the file from real answers: {@code mvn test -Dtest=ExamplesTest
 * -Dcontract.examples=write}.
 */
class ExamplesTest {
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Map<String, JsonNode> ANSWERED = new LinkedHashMap<>();
  private static JsonNode written;

  @BeforeAll
  static void ask() throws IOException {
    written = OpenApi.read().document();
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    refresh(wiring);
    ArticleRates.put(wiring);
    try (Service service = new Service(wiring);
        Service away = new Service(away());
        Service wrong = new Service(wrong())) {
      Map<String, Service> tables = Map.of("", service, "away", away, "wrong", wrong);
      requests()
          .forEach(example -> {
            JsonNode request = example.getValue().get("x-request");
            Service.Reply reply = answer(tables.get(request.path("table").asText()), request);
            ANSWERED.put(example.getKey(), body(reply));
          });
    }
    if (System.getProperty("contract.examples", "").equals("write")) {
      written = rewritten();
      Files.writeString(OpenApi.FILE, JsonLayout.of(written));
    }
  }

  /** Runs a feed with the rates of three days, one of them unreadable. */
  private static void refresh(Wiring wiring) throws IOException {
    try (FileServer server = new FileServer()) {
      server.with(
          "/stats/eurofxref/eurofxref-hist.zip",
          FileServer.zip(
              "eurofxref-hist.csv",
              """
              Date,USD,JPY,
              2026-11-20,1.1684,186.75,
              2026-11-19,1.1711,186.43,
              2026-11-18,?,185.7,
              """
                  .getBytes(StandardCharsets.UTF_8)));
      String event =
          "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"baseUrl\": \"%s\"}"
              .formatted(server.address());
      new Functions(Template.read(Template.FILE), wiring)
          .invoke("RefreshFunction", event.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A table that can't be reached: nothing listens on port 1. */
  private static Wiring away() {
    return new Wiring(
        DynamoDbLocal.client(URI.create("http://127.0.0.1:1")), "away", Service.TODAY);
  }

  /** A table with an invalid item for the company. */
  private static Wiring wrong() {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    wiring
        .client()
        .putItem(put ->
            put.tableName(wiring.table())
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("company#twitter"),
                        "sk", AttributeValue.fromS("definition"))));
    return wiring;
  }

  private static Stream<Map.Entry<String, JsonNode>> requests() {
    return OpenApi.of(written).components("examples").entrySet().stream()
        .filter(example -> example.getValue().has("x-request"));
  }

  private static Service.Reply answer(Service service, JsonNode request) {
    if (request.has("post")) {
      return service.postTo(
          request.get("post").textValue(),
          sent(request),
          "content-type",
          request.get("type").textValue());
    }
    if (request.has("delete")) {
      return service.send("DELETE", request.get("delete").textValue());
    }
    String target = request.get("get").textValue();
    return request.has("accept")
        ? service.get(target, "accept", request.get("accept").textValue())
        : service.get(target);
  }

  /** The document to send: an example by its name, or a literal document. */
  private static byte[] sent(JsonNode request) {
    if (request.has("bytes")) {
      return " ".repeat(request.get("bytes").intValue()).getBytes(StandardCharsets.UTF_8);
    }
    JsonNode body = request.get("body");
    JsonNode named =
        ANSWERED.getOrDefault(
            body.asText(), written.at("/components/examples").path(body.asText()).path("value"));
    JsonNode sent = named.isMissingNode() ? body : named;
    return (sent.isTextual() ? sent.textValue() : sent.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode body(Service.Reply reply) {
    if (reply.header("content-disposition").contains(".xlsx")) {
      return JsonNodeFactory.instance.textNode(reply.text().substring(0, "PK".length()));
    }
    String text =
        reply
            .text()
            .replaceAll(ID, "00000000-0000-0000-0000-000000000000")
            .replaceAll("http://127.0.0.1:[0-9]{2,}", "https://www.ecb.europa.eu");
    return reply.header("content-type").contains("json")
        ? Service.json(text)
        : JsonNodeFactory.instance.textNode(text);
  }

  /** The contract with the real answers as examples. */
  private static JsonNode rewritten() {
    ObjectNode document = written.deepCopy();
    ANSWERED.forEach((name, value) ->
        ((ObjectNode) document.at("/components/examples/" + name)).set("value", value));
    document
        .at("/components/schemas")
        .forEach(schema -> {
          if (schema.has("x-example")) {
            JsonNode part = part(document, schema.get("x-example").textValue());
            ((ObjectNode) schema)
                .set("examples", JsonNodeFactory.instance.arrayNode().add(part.deepCopy()));
          }
        });
    return document;
  }

  /** The part of an example at a place, such as {@code growth/rows/0}. */
  private static JsonNode part(JsonNode document, String place) {
    String name = place.replaceFirst("/.*", "");
    JsonNode part =
        document.at(
            "/components/examples/%s/value%s".formatted(name, place.substring(name.length())));
    assertThat(part.isMissingNode()).as("no example at " + place).isFalse();
    return part;
  }

  static Stream<String> answered() {
    return OpenApi.read().components("examples").entrySet().stream()
        .filter(example -> example.getValue().has("x-request"))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("answered")
  void exampleEqualsTheAnswerOfTheService(String name) {
    JsonNode example = written.at("/components/examples/" + name);
    assertThat(JsonDifference.between(example.path("value"), ANSWERED.get(name)))
        .as("answer to %s", example.get("x-request"))
        .isEmpty();
  }

  /** Code generators read no other document than the contract. */
  @Test
  void everyExampleIsPartOfTheContract() {
    assertThat(written.at("/components/examples"))
        .allSatisfy(example -> {
          assertThat(example.has("value")).as(example.toString()).isTrue();
          assertThat(example.has("externalValue")).as(example.toString()).isFalse();
        });
  }

  static List<String> schemas() {
    return List.copyOf(OpenApi.read().components("schemas").keySet());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void exampleOfASchemaIsAPartOfAnAnswerAndOfThatSchema(String name) {
    JsonNode schema = written.at("/components/schemas/" + name);
    assertThat(schema.get("examples")).hasSize(1);
    JsonNode example = schema.get("examples").get(0);
    assertThat(ContractVerifier.violations("#/components/schemas/" + name, example.toString()))
        .isEmpty();
    if (name.equals("Next")) {
      assertTakenAsNext(example.textValue());
    } else if (schema.has("x-example")) {
      assertThat(example).isEqualTo(part(written, schema.get("x-example").textValue()));
    }
  }

  /** The examples are too few for a second page. */
  private static void assertTakenAsNext(String next) {
    try (Service service = Service.fresh()) {
      service.get("/v1/companies?next=" + next).expectStatus(200);
    }
  }

  static Stream<OpenApi.Operation> operations() {
    return OpenApi.read().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyBodyOfAnOperationHasAnExampleOfItsSchema(OpenApi.Operation operation) {
    OpenApi contract = OpenApi.of(written);
    Stream.concat(
            operation.node().get("responses").valueStream().map(contract::resolved),
            Stream.of(operation.node().path("requestBody")))
        .flatMap(part -> part.path("content").valueStream())
        .forEach(media -> {
          assertThat(media.path("examples").isEmpty()).as(media.toString()).isFalse();
          media
              .get("examples")
              .forEach(example -> {
                JsonNode value = contract.resolved(example).path("value");
                if (!value.isMissingNode()) {
                  assertThat(
                          ContractVerifier.violations(
                              media.at("/schema/$ref").textValue(), value.toString()))
                      .isEmpty();
                }
              });
        });
  }

  @Test
  void contractFileHasTheFormatInWhichThisTestWritesIt() {
    assertThat(Service.file(OpenApi.FILE.toString())).isEqualTo(JsonLayout.of(written));
  }
}
