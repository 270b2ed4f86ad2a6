package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The contract, and its parts. */
final class OpenApi {
  /** The contract's path in the project's folder. */
  static final Path FILE = Path.of("src/main/resources/io/regionalmetrics/api/openapi.json");

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode document;
  private final List<Operation> operations;

  /**
   * A method of a path.
   *
   * @param method in upper case
   * @param path with its variables in braces
   */
  record Operation(String method, String path, JsonNode item, JsonNode node) {
    /** The key of its route: {@code GET /v1/companies/{company}}. */
    String key() {
      return method + " " + path;
    }

    private boolean isAt(String asked) {
      return asked.matches(pattern());
    }

    /** A regular expression for its paths. */
    String pattern() {
      return path.replace(".", "\\.").replaceAll("\\{[^/]+}", "[^/]+");
    }
  }

  private OpenApi(JsonNode document) {
    this.document = document;
    this.operations = operations(document);
  }

  /** Reads the contract. */
  static OpenApi read() {
    return of(Service.json(Service.file(FILE.toString())));
  }

  static OpenApi of(JsonNode document) {
    return new OpenApi(document);
  }

  private static List<Operation> operations(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member ->
                    operations.add(
                        new Operation(
                            member.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            path.getValue(),
                            member.getValue()))));
    return List.copyOf(operations);
  }

  JsonNode document() {
    return document;
  }

  /** All operations, in the order of the contract. */
  List<Operation> operations() {
    return operations;
  }

  /** The operation for a request. Paths without variables come before those with variables. */
  Optional<Operation> find(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.isAt(path))
        .min(Comparator.comparing(operation -> operation.path().contains("{")));
  }

  /** Whether the contract has a path, with any method. */
  boolean hasPath(String path) {
    return operations.stream().anyMatch(operation -> operation.isAt(path));
  }

  /** The components of a kind, by name: {@code schemas}. */
  Map<String, JsonNode> components(String kind) {
    Map<String, JsonNode> components = new LinkedHashMap<>();
    document
        .at("/components/" + kind)
        .properties()
        .forEach(component -> components.put(component.getKey(), component.getValue()));
    return components;
  }

  /** The parameters of an operation that are in the query, the path or a header, by name. */
  Map<String, JsonNode> parameters(Operation operation, String in) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    Stream.of(operation.item(), operation.node())
        .flatMap(node -> node.path("parameters").valueStream())
        .map(this::resolved)
        .filter(parameter -> parameter.get("in").textValue().equals(in))
        .forEach(parameter -> parameters.put(parameter.get("name").textValue(), parameter));
    return parameters;
  }

  /** The target of a reference; any other node unchanged. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? at(node.get("$ref").textValue()) : node;
  }

  /** The node at a place, such as {@code #/components/schemas/Figure}. */
  JsonNode at(String reference) {
    JsonNode there = document.at(reference.substring(1));
    if (there.isMissingNode()) {
      throw new AssertionError("the contract has nothing at " + reference);
    }
    return there;
  }

  /** The values that a schema allows. */
  List<String> words(String schema) {
    return at("#/components/schemas/" + schema)
        .get("enum")
        .valueStream()
        .map(JsonNode::textValue)
        .toList();
  }
}
