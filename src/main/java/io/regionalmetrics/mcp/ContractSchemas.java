package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.json.JsonInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The schemas of the contract, each with all that it refers to in one document, as a tool has to
 * give it. Descriptions and examples are left out: every assistant gets the list of tools, and they
 * would triple it. The contract, which is one of the documents here, has them.
 */
final class ContractSchemas {
  private static final String IN_CONTRACT = "#/components/schemas/";
  private static final String IN_BUNDLE = "#/$defs/";
  private static final Pattern REFERENCE = Pattern.compile("\"#/\\$defs/(\\w+)\"");
  private static final Set<String> LEFT_OUT =
      Set.of("description", "example", "examples", "x-example", "title");

  private final Map<String, String> schemas = new LinkedHashMap<>();

  /** Reads the schemas of a contract. */
  ContractSchemas(String contract) {
    byte[] bytes = contract.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = JsonInput.ofPlatform(new ByteArrayInputStream(bytes))) {
      parser.nextToken();
      within(parser, "components", components -> within(components, "schemas", this::readAll));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Part {
    void read(JsonParser parser) throws IOException;
  }

  private static void within(JsonParser parser, String member, Part part) throws IOException {
    JsonInput.members(
        parser,
        (name, value) -> {
          if (name.equals(member)) {
            part.read(value);
          } else {
            value.skipChildren();
          }
        });
  }

  private void readAll(JsonParser parser) throws IOException {
    JsonInput.members(parser, (name, value) -> schemas.put(name, copy(value)));
  }

  private static String copy(JsonParser schema) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.generator(text)) {
      copy(schema, json, false);
    }
    return text.toString();
  }

  /**
   * Copies a value.
   *
   * @param isNaming whether the members of the value are named by the API, not by JSON Schema
   */
  private static void copy(JsonParser value, JsonGenerator json, boolean isNaming)
      throws IOException {
    switch (value.currentToken()) {
      case START_OBJECT -> {
        json.writeStartObject();
        JsonInput.members(value, (name, member) -> member(name, member, json, isNaming));
        json.writeEndObject();
      }
      case START_ARRAY -> {
        json.writeStartArray();
        JsonInput.elements(value, element -> copy(element, json, false));
        json.writeEndArray();
      }
      case VALUE_STRING -> json.writeString(value.getText().replace(IN_CONTRACT, IN_BUNDLE));
      default -> json.copyCurrentEvent(value);
    }
  }

  private static void member(String name, JsonParser value, JsonGenerator json, boolean isNaming)
      throws IOException {
    if (!isNaming && LEFT_OUT.contains(name)) {
      value.skipChildren();
      return;
    }
    json.writeFieldName(name);
    boolean namesNext = value.currentToken() == JsonToken.START_OBJECT && name.equals("properties");
    copy(value, json, namesNext && !isNaming);
  }

  /**
   * A schema with all that it refers to under {@code $defs}.
   *
   * @param name its name in the contract
   */
  String bundle(String name) {
    String root = schema(name);
    String definitions =
        referred(root).stream()
            .map(other -> "\"%s\":%s".formatted(other, schema(other)))
            .collect(Collectors.joining(",", "\"$defs\":{", "}"));
    return root.substring(0, root.length() - 1) + "," + definitions + "}";
  }

  private String schema(String name) {
    return Objects.requireNonNull(schemas.get(name), () -> "the contract has no schema " + name);
  }

  /** The names of the schemas to which a schema refers, directly or through others. */
  private Set<String> referred(String root) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(references(root));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (all.add(name)) {
        open.addAll(references(schema(name)));
      }
    }
    return all;
  }

  private static Set<String> references(String schema) {
    return REFERENCE
        .matcher(schema)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
