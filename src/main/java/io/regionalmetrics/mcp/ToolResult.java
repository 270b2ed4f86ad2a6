package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.IOException;

/** What a tool gives to the model. */
final class ToolResult {
  private final String text;
  private final String structured;

  /**
   * The result of a tool that did its work.
   *
   * @param text Markdown
   * @param structured the same for programs, as JSON
   */
  ToolResult(String text, String structured) {
    this.text = text;
    this.structured = structured;
  }

  /** The result of a tool that refused: what is wrong, and what would be right. */
  static ToolResult refused(Refusal refusal) {
    StringBuilder text = new StringBuilder(refusal.message());
    if (refusal.invalid().size() > 1) {
      for (Invalid one : refusal.invalid()) {
        text.append("\n- ").append(one.name()).append(": ").append(one.reason());
      }
    }
    if (refusal.reason() == Reason.UNKNOWN) {
      text.append("\nThe tool find turns names into codes: {\"text\": \"Twitter in Japan\"}.");
    }
    return new ToolResult(text.toString(), "");
  }

  /** Writes the members of the result. The structured content keeps its bytes. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("content");
    json.writeStartObject();
    json.writeStringField("type", "text");
    json.writeStringField("text", text);
    json.writeEndObject();
    json.writeEndArray();
    if (structured.isEmpty()) {
      json.writeBooleanField("isError", true);
    } else {
      json.writeFieldName("structuredContent");
      json.writeRawValue(structured);
    }
  }
}
