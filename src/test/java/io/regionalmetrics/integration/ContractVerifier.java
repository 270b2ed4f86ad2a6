package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.regionalmetrics.api.ApiRoutes;
import io.regionalmetrics.integration.OpenApi.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Checks a request and its response against the OpenAPI contract. The contract must declare the
 * response's path, status, headers, content type and body; and if the request succeeded, it must
 * declare the request's parameters and body as well.
 */
final class ContractVerifier {
  private static final OpenApi CONTRACT = OpenApi.read();
  private static final String NAME = "urn:contract";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemas(Map.of(NAME, CONTRACT.document().toString()))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();
  private static final String PROBLEMS = "/openapi.json";
  private static final Pattern SDMX =
      Pattern.compile("/sdmx/3\\.0/(structure|schema|data)/(.*?)/?");

  private final HttpRequest request;
  private final byte[] sent;
  private final HttpResponse<byte[]> answer;
  private final List<String> violations = new ArrayList<>();

  private ContractVerifier(HttpRequest request, byte[] sent, HttpResponse<byte[]> answer) {
    this.request = request;
    this.sent = sent;
    this.answer = answer;
  }

  /**
   * Checks a request and its response.
   *
   * @param sent the request's body; empty if it has none
   * @throws AssertionError shows the request and every violation of the contract
   */
  static void verify(HttpRequest request, byte[] sent, HttpResponse<byte[]> answer) {
    ContractVerifier verifier = new ContractVerifier(request, sent, answer);
    verifier.verify();
    if (!verifier.violations.isEmpty()) {
      throw new AssertionError(
          "%s %s was answered with %d, which violates the contract:%n%s%n%s"
              .formatted(
                  request.method(),
                  request.uri(),
                  answer.statusCode(),
                  String.join(System.lineSeparator(), verifier.violations),
                  verifier.body()));
    }
  }

  /** The violations of a schema of the contract by some JSON; empty if it is valid. */
  static List<String> violations(String schema, String json) {
    return COMPILED
        .computeIfAbsent(schema, at -> SCHEMAS.getSchema(SchemaLocation.of(NAME + at)))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private void verify() {
    if (request.headers().firstValue("access-control-request-method").isPresent()) {
      return; // API Gateway answers preflight requests itself.
    }
    if (isPage() && answer.statusCode() < 400) {
      return; // The contract doesn't describe the pages for people.
    }
    Optional<Operation> operation = CONTRACT.find(describedMethod(), describedPath());
    if (operation.isEmpty()) {
      unrouted();
      return;
    }
    String status = String.valueOf(answer.statusCode());
    JsonNode declared = operation.get().node().get("responses").path(status);
    if (declared.isMissingNode()) {
      violations.add("the status %s is not declared".formatted(status));
      return;
    }
    answered(declared);
    if (answer.statusCode() < 400) {
      asked(operation.get());
    }
  }

  /** The method whose operation describes the request: GET for HEAD, which has none of its own. */
  private String describedMethod() {
    return request.method().equals("HEAD") ? "GET" : request.method();
  }

  /**
   * The path as the contract describes it: with the parts that SDMX-REST lets clients leave out at
   * its end, and without a slash there.
   */
  private String describedPath() {
    String path = request.uri().getPath();
    Matcher sdmx = SDMX.matcher(path);
    if (!sdmx.matches()) {
      return path;
    }
    boolean isData = sdmx.group(1).equals("data");
    List<String> parts = new ArrayList<>(List.of(sdmx.group(2).split("/", isData ? 5 : 0)));
    while (parts.size() < (isData ? 5 : 4)) {
      parts.add("*");
    }
    return "/sdmx/3.0/" + sdmx.group(1) + "/" + String.join("/", parts).replace("//", "/*/");
  }

  private boolean isPage() {
    return ApiRoutes.PAGES.stream()
        .anyMatch(page -> page.match(request.uri().getPath()).isPresent());
  }

  /** Checks the response to a path or method that the contract doesn't list. */
  private void unrouted() {
    if (request.uri().getPath().startsWith("/sdmx/3.0/") && answer.statusCode() != 405) {
      answered(JsonNodeFactory.instance.objectNode().put("$ref", response("SdmxError")));
      return;
    }
    if (answer.statusCode() == 404 || !(isPage() || CONTRACT.hasPath(request.uri().getPath()))) {
      answered(404, "Unknown");
    } else if (request.method().equals("OPTIONS")) {
      answered(204, "Options");
    } else {
      answered(405, "MethodNotAllowed");
    }
  }

  private void answered(int status, String response) {
    expect(status, answer.statusCode(), "the status");
    answered(JsonNodeFactory.instance.objectNode().put("$ref", response(response)));
  }

  private static String response(String name) {
    return "#/components/responses/" + name;
  }

  private void expect(Object expected, Object actual, String what) {
    if (!expected.equals(actual)) {
      violations.add("%s is %s instead of %s".formatted(what, actual, expected));
    }
  }

  /** Checks the response against its declaration. */
  private void answered(JsonNode declared) {
    JsonNode response = CONTRACT.resolved(declared);
    response
        .path("headers")
        .properties()
        .forEach(header -> header(header.getKey(), CONTRACT.resolved(header.getValue())));
    JsonNode content = response.path("content");
    if (request.method().equals("HEAD") || content.isMissingNode()) {
      expect(0, answer.body().length, "the body's length");
      return;
    }
    String type = answer.headers().firstValue("content-type").orElse("");
    Optional<Map.Entry<String, JsonNode>> media =
        content.properties().stream().filter(one -> isOf(type, one.getKey())).findFirst();
    if (media.isEmpty()) {
      violations.add("the content type '%s' is not declared".formatted(type));
      return;
    }
    body(media.get().getValue().get("schema"), type, body());
    if (isOf(type, "application/problem+json")) {
      problem(declared.path("$ref").asText());
    }
  }

  private void header(String name, JsonNode header) {
    Optional<String> value = answer.headers().firstValue(name);
    if (value.isEmpty() && header.path("required").asBoolean()) {
      violations.add("the header %s is missing".formatted(name));
    }
    value.ifPresent(text -> validate("header " + name, header.get("schema"), text(text)));
  }

  /** Checks that a problem's type points to its description in the contract. */
  private void problem(String declared) {
    JsonNode problem = Service.json(body());
    expect(answer.statusCode(), problem.path("status").intValue(), "the problem's status");
    String type = problem.path("type").asText();
    expect(PROBLEMS + declared, type, "the problem's type");
  }

  /** Checks the request against the declaration of its operation. */
  private void asked(Operation operation) {
    Map<String, JsonNode> known = CONTRACT.parameters(operation, "query");
    Map<String, List<String>> given = given();
    given.forEach((name, values) -> {
      if (known.containsKey(name)) {
        parameter(name, known.get(name), values);
      } else {
        violations.add("the parameter %s is not declared".formatted(name));
      }
    });
    known.forEach((name, parameter) -> {
      if (parameter.path("required").asBoolean() && !given.containsKey(name)) {
        violations.add("the parameter %s is required and not given".formatted(name));
      }
    });
    JsonNode content = operation.node().path("requestBody").path("content");
    if (!content.isMissingNode()) {
      String type = request.headers().firstValue("content-type").orElse("");
      content.properties().stream()
          .filter(one -> isOf(type, one.getKey()))
          .findFirst()
          .ifPresentOrElse(
              one ->
                  body(
                      one.getValue().get("schema"), type, new String(sent, StandardCharsets.UTF_8)),
              () -> violations.add("the body's type '%s' is not declared".formatted(type)));
    }
  }

  private Map<String, List<String>> given() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    Stream.of(Optional.ofNullable(request.uri().getRawQuery()).orElse("").split("&"))
        .filter(pair -> !pair.isEmpty())
        .forEach(pair -> {
          String[] parts = pair.split("=", 2);
          given
              .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
              .add(parts.length == 2 ? decoded(parts[1]) : "");
        });
    return given;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void parameter(String name, JsonNode parameter, List<String> values) {
    JsonNode schema = parameter.get("schema");
    if (parameter.path("style").asText().equals("form")) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      values.stream().flatMap(value -> Stream.of(value.split(",", -1))).forEach(list::add);
      validate("parameter " + name, schema, list.toString());
    } else {
      expect(1, values.size(), "how often the parameter %s is given".formatted(name));
      validate("parameter " + name, schema, json(schema, values.getFirst()));
    }
  }

  /** A parameter's text as JSON of its schema's type: a number or boolean as such, if it is one. */
  private static String json(JsonNode schema, String value) {
    return switch (schema.path("type").asText()) {
      case "integer" -> value.matches("[0-9]+") ? value : text(value);
      case "boolean" -> value.matches("true|false") ? value : text(value);
      default -> text(value);
    };
  }

  private void body(JsonNode schema, String type, String body) {
    boolean json = type.replaceFirst(";.*", "").endsWith("json");
    validate("body", schema, json ? body : text(body));
  }

  private void validate(String what, JsonNode schema, String json) {
    violations(place(schema), json).stream()
        .map(violation -> what + ": " + violation)
        .forEach(violations::add);
  }

  private static String text(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /** The place of a schema in the contract: the key under which it is compiled once. */
  private static String place(JsonNode schema) {
    return schema.has("$ref") && schema.size() == 1
        ? schema.get("$ref").textValue()
        : PLACES.computeIfAbsent(schema, ContractVerifier::search);
  }

  private static final Map<JsonNode, String> PLACES = new ConcurrentHashMap<>();

  private static String search(JsonNode schema) {
    return search(CONTRACT.document(), schema, "#")
        .orElseThrow(() -> new AssertionError("not a schema of the contract: " + schema));
  }

  private static Optional<String> search(JsonNode node, JsonNode schema, String at) {
    if (node == schema) {
      return Optional.of(at);
    }
    return node.properties().stream()
        .flatMap(member ->
            search(
                member.getValue(),
                schema,
                at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"))
                .stream())
        .findFirst();
  }

  /** Whether a content type matches a declared one; it may have additional parameters. */
  private static boolean isOf(String type, String declared) {
    return parts(type).containsAll(parts(declared));
  }

  private static Set<String> parts(String type) {
    return Set.of(type.toLowerCase(Locale.ROOT).replace(" ", "").split(";"));
  }

  private String body() {
    boolean packed = answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
    if (!packed || answer.body().length == 0) {
      return new String(answer.body(), StandardCharsets.UTF_8);
    }
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
