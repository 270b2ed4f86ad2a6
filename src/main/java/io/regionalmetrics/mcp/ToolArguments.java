package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The arguments of a tool, as a query string. Models write one thing in several ways, so a list may
 * also be a text with commas, a number a text, and what is null or empty counts as left out.
 */
final class ToolArguments {
  private final StringBuilder query = new StringBuilder();
  private String misfit = "";

  /** Reads the value that the parser is at. */
  void read(String name, JsonParser value) throws IOException {
    StringBuilder texts = new StringBuilder();
    if (value.currentToken() == JsonToken.START_ARRAY) {
      while (value.nextToken() != JsonToken.END_ARRAY) {
        add(name, value, texts);
      }
    } else {
      add(name, value, texts);
    }
    if (!texts.isEmpty()) {
      query.append('&').append(encoded(name)).append('=').append(encoded(texts.toString()));
    }
  }

  /** Adds a text, a number, true or false. */
  private void add(String name, JsonParser value, StringBuilder texts) throws IOException {
    boolean isNull = value.currentToken() == JsonToken.VALUE_NULL;
    String text = value.currentToken().isStructStart() || isNull ? "" : value.getText().strip();
    if (value.currentToken().isStructStart() || !isWhole(text)) {
      value.skipChildren();
      misfit = name;
    } else if (!text.isEmpty()) {
      texts.append(texts.isEmpty() ? "" : ",").append(text);
    }
  }

  /** Whether a text has no half of a surrogate pair, so that UTF-8 can encode it. */
  static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * The arguments, percent-encoded.
   *
   * @throws Refusal if one is neither a text, a number, true or false, nor a list of these
   */
  String query() {
    if (!misfit.isEmpty()) {
      throw Refusal.of(
          Reason.MALFORMED, misfit, "neither a text nor a list of texts; give one of these");
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
