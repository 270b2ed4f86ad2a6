package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The tools as assistants get them, from the resource {@code tools.json}. Where that names a schema
 * of the contract, the schema itself is put.
 */
final class ToolList {
  private static final String REFERENCE = "#/components/schemas/";

  private String instructions = "";
  private String tools = "";

  private ToolList() {}

  /** Loaded on first use, because it reads the whole contract. */
  private static final class Loaded {
    static final ToolList LIST = load();

    private static ToolList load() {
      ToolList list = new ToolList();
      try (InputStream file =
              Objects.requireNonNull(ToolList.class.getResourceAsStream("tools.json"));
          JsonParser parser = JsonInput.ofPlatform(file)) {
        parser.nextToken();
        JsonInput.members(parser, list::member);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return list;
    }
  }

  /** What a model should know about all tools together. */
  static String instructions() {
    return Loaded.LIST.instructions;
  }

  /** The tools as a JSON list. */
  static String tools() {
    return Loaded.LIST.tools;
  }

  private void member(String name, JsonParser value) throws IOException {
    if (name.equals("instructions")) {
      instructions = value.getText();
    } else {
      tools = tools(value, new ContractSchemas(Documents.contract()));
    }
  }

  private static String tools(JsonParser list, ContractSchemas schemas) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartArray();
      JsonInput.elements(
          list,
          tool -> {
            json.writeStartObject();
            JsonInput.members(tool, (name, value) -> write(name, value, schemas, json));
            json.writeEndObject();
          });
      json.writeEndArray();
    }
    return text.toString();
  }

  private static void write(
      String name, JsonParser value, ContractSchemas schemas, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (!name.equals("outputSchema")) {
      json.copyCurrentStructure(value);
      return;
    }
    Map<String, String> references = new LinkedHashMap<>();
    JsonInput.members(value, (key, one) -> references.put(key, one.getText()));
    json.writeRawValue(schemas.bundle(references.getOrDefault("$ref", "").replace(REFERENCE, "")));
  }
}
