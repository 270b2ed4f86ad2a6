package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.answer.ConclusionCode;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.api.ApiRoutes;
import io.regionalmetrics.integration.OpenApi.Operation;
import io.regionalmetrics.local.Template;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.refusal.Refusal;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract describes everything that the code does, and nothing else. */
class ContractTest {
  private static final OpenApi CONTRACT = OpenApi.read();
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void contractIsServedUnchanged() {
    Service.Reply reply = service.get("/openapi.json");
    assertThat(reply.text()).isEqualTo(Service.file(OpenApi.FILE.toString()));
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=60");
  }

  @Test
  void contractInTheClientsCacheIsNotSentAgain() {
    String etag = service.get("/openapi.json").header("etag");
    service.get("/openapi.json", "if-none-match", etag).expectStatus(304);
  }

  @Test
  void contractTakesNoParameters() {
    service.get("/openapi.json?format=yaml").expectStatus(400);
  }

  @Test
  void everyOperationHasOneRouteInTheTemplateAndEveryRouteAnOperation() throws IOException {
    List<String> routes =
        Template.read(Template.FILE).routes().stream()
            .map(Template.Route::key)
            .filter(key -> !key.equals(Template.Route.DEFAULT))
            .filter(key -> !key.startsWith("HEAD "))
            .filter(key ->
                ApiRoutes.PAGES.stream().noneMatch(page -> key.endsWith(" " + page.template())))
            .toList();
    assertMeet(routes);
  }

  @Test
  void everyOperationHasOneRouteInTheCodeAndEveryRouteAnOperation() {
    assertMeet(
        ApiRoutes.ALL.stream()
            .filter(route -> !ApiRoutes.PAGES.contains(route))
            .map(route -> route.method() + " " + route.template())
            .toList());
  }

  private static void assertMeet(List<String> routes) {
    assertThat(CONTRACT.operations())
        .allSatisfy(operation ->
            assertThat(routes)
                .as(operation.key())
                .filteredOn(route -> isOf(operation, route))
                .hasSize(1));
    assertThat(routes)
        .allSatisfy(route ->
            assertThat(CONTRACT.operations())
                .as(route)
                .anyMatch(operation -> isOf(operation, route)));
  }

  private static boolean isOf(Operation operation, String route) {
    return operation
        .key()
        .matches(
            route
                .replace(".", "\\.")
                .replaceAll("\\{[^/]+\\+}", ".+")
                .replaceAll("\\{[^/]+}", "[^/]+"));
  }

  @Test
  void contractListsTheComparisonsOfTheCode() {
    String prefix = "/v1/comparisons/";
    assertThat(QuestionKind.comparisons())
        .containsExactlyInAnyOrderElementsOf(
            CONTRACT.operations().stream()
                .map(Operation::path)
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .collect(Collectors.toSet()));
  }

  static Stream<Operation> gets() {
    return CONTRACT.operations().stream().filter(operation -> operation.method().equals("GET"));
  }

  @ParameterizedTest
  @MethodSource("gets")
  void everyDeclaredParameterIsAccepted(Operation operation) {
    String path = path(operation);
    for (JsonNode parameter : CONTRACT.parameters(operation, "query").values()) {
      String name = parameter.get("name").textValue();
      JsonNode example = parameter.get("example");
      String value = example.isArray() ? example.get(0).asText() : example.asText();
      Service.Reply reply = service.get(path + "?" + name + "=" + value);
      assertThat(reply.text()).as(name).doesNotContain("not a parameter of this request");
    }
  }

  @ParameterizedTest
  @MethodSource("gets")
  void requestWithoutARequiredParameterIsRefused(Operation operation) {
    Map<String, JsonNode> parameters = CONTRACT.parameters(operation, "query");
    String path = path(operation);
    for (String left : parameters.keySet()) {
      String query =
          parameters.values().stream()
              .filter(parameter -> parameter.get("required").booleanValue())
              .filter(parameter -> !parameter.get("name").textValue().equals(left))
              .map(ContractTest::given)
              .collect(Collectors.joining("&", "?", ""));
      boolean required = parameters.get(left).get("required").booleanValue();
      service.get(path + query).expectStatus(required ? 400 : 200);
    }
  }

  /** A path of an operation, with the examples of its variables. */
  private static String path(Operation operation) {
    String path = operation.path();
    for (Map.Entry<String, JsonNode> variable : CONTRACT.parameters(operation, "path").entrySet()) {
      path =
          path.replace(
              "{" + variable.getKey() + "}", variable.getValue().get("example").textValue());
    }
    return path;
  }

  private static String given(JsonNode parameter) {
    JsonNode example = parameter.get("example");
    return parameter.get("name").textValue()
        + "="
        + (example.isArray() ? example.get(0).asText() : example.asText());
  }

  @ParameterizedTest
  @MethodSource("gets")
  void headIsAnsweredLikeGetWithoutABody(Operation get) {
    String question = path(get) + required(get);
    Service.Reply answer = service.get(question).expectStatus(200);
    Service.Reply head = service.send("HEAD", question).expectStatus(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("content-type")).isEqualTo(answer.header("content-type"));
    assertThat(head.header("link")).isEqualTo(answer.header("link"));
    assertThat(head.header("etag")).isEqualTo(answer.header("etag"));
  }

  private static String required(Operation operation) {
    return CONTRACT.parameters(operation, "query").values().stream()
        .filter(parameter -> parameter.get("required").booleanValue())
        .map(ContractTest::given)
        .collect(Collectors.joining("&", "?", ""));
  }

  /** Code generators make a method of every operation. */
  @Test
  void contractHasNoOperationForHead() {
    assertThat(CONTRACT.operations()).extracting(Operation::method).containsOnly("GET", "POST");
    assertThat(CONTRACT.document().at("/info/description").textValue()).contains("HEAD");
  }

  @Test
  void contractListsTheCodesOfTheCode() {
    assertWords("Origin", Origin.values(), Origin::code);
    assertWords("Status", Status.values(), Status::code);
    assertWords("SourceKind", SourceKind.values(), SourceKind::code);
    assertWords("FindingCode", FindingCode.values(), FindingCode::code);
    assertWords("MissingCode", MissingReason.values(), MissingReason::code);
    assertWords("ConclusionCode", ConclusionCode.values(), ConclusionCode::code);
    assertWords("Relation", Relation.values(), Relation::code);
    assertWords("Verdict", Verdict.values(), Verdict::code);
    assertWords("MetricKind", MetricKind.values(), MetricKind::code);
    assertWords("Dimension", Dimension.values(), Dimension::code);
  }

  private static <T> void assertWords(String schema, T[] values, Function<T, String> code) {
    assertThat(CONTRACT.words(schema)).containsExactlyInAnyOrderElementsOf(of(values, code));
  }

  private static <T> List<String> of(T[] values, Function<T, String> code) {
    return Stream.of(values).map(code).toList();
  }

  @Test
  void everyReasonToRefuseIsDescribed() {
    assertThat(problems()).containsAll(of(Refusal.Reason.values(), ContractTest::name));
    assertThat(problems())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    of(Refusal.Reason.values(), ContractTest::name).stream(),
                    Stream.of("MethodNotAllowed", "NotAcceptable", "Fault", "Unavailable"))
                .toList());
  }

  private static Collection<String> problems() {
    return CONTRACT.components("responses").entrySet().stream()
        .filter(response -> response.getValue().path("content").has("application/problem+json"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The name of a reason in the contract: TooLarge for TOO_LARGE. */
  private static String name(Refusal.Reason reason) {
    return Stream.of(reason.name().split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  @Test
  void everyCodeIsDescribed() {
    CONTRACT
        .components("schemas")
        .forEach((name, schema) -> {
          if (schema.has("enum") && schema.get("description").textValue().contains("|---|---|")) {
            assertThat(CONTRACT.words(name))
                .as(name)
                .allMatch(
                    word -> schema.get("description").textValue().contains("| `" + word + "` |"));
          }
        });
  }

  @Test
  void everyOperationAndParameterIsDescribed() {
    assertThat(CONTRACT.operations())
        .allSatisfy(
            operation -> assertThat(operation.node().get("summary").textValue()).isNotBlank());
    assertThat(CONTRACT.operations())
        .extracting(operation -> operation.node().get("operationId").textValue())
        .doesNotHaveDuplicates();
    assertThat(CONTRACT.components("parameters").values())
        .allSatisfy(parameter -> {
          assertThat(parameter.get("description").textValue()).isNotBlank();
          assertThat(parameter.has("example")).as(parameter.toString()).isTrue();
        });
  }
}
