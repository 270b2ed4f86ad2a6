package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a tool gives to the model.
 *
 * @param text Markdown
 * @param structured the same for programs, as JSON; empty if the tool refused
 */
record ToolResult(String text, Optional<String> structured) {

  /** The result of a tool that did its work. */
  static ToolResult of(String text, String structured) {
    return new ToolResult(text, Optional.of(structured));
  }

  /** The result of a tool that refused: what is wrong, and what would be right. */
  static ToolResult refused(Refusal refusal) {
    String all =
        refusal.invalid().size() < 2
            ? ""
            : refusal.invalid().stream().map(ToolResult::line).collect(Collectors.joining());
    String hint =
        refusal.reason() == Reason.UNKNOWN
            ? "\nThe tool find turns names into codes, for example {\"text\": \"Twitter in Japan\"}."
            : "";
    return new ToolResult(refusal.message() + all + hint, Optional.empty());
  }

  private static String line(Invalid one) {
    return "\n- %s: %s".formatted(one.name(), one.reason());
  }

  /** Writes the members of the result. The structured content keeps its bytes. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("content");
    json.writeStartObject();
    json.writeStringField("type", "text");
    json.writeStringField("text", text);
    json.writeEndObject();
    json.writeEndArray();
    if (structured.isPresent()) {
      json.writeFieldName("structuredContent");
      json.writeRawValue(structured.get());
    } else {
      json.writeBooleanField("isError", true);
    }
  }
}
