package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.regionalmetrics.json.JsonInput;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The arguments of a tool, as texts. Models write one thing in several ways, so a list may also be
 * a text with commas, a number a text, and what is null or empty counts as left out.
 *
 * @param values the texts by name; those of a list are joined by commas
 * @param faults what is neither a text, a number, true or false, nor a list of these
 */
record ToolArguments(Map<String, String> values, List<Invalid> faults) {
  /** No arguments. */
  static final ToolArguments NONE = new ToolArguments(Map.of(), List.of());

  /** Copies both. */
  ToolArguments {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    faults = List.copyOf(faults);
  }

  /** Reads the object that the parser is at. */
  static ToolArguments read(JsonParser parser) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    List<Invalid> faults = new ArrayList<>();
    JsonInput.members(
        parser,
        (name, value) -> {
          List<String> texts = new ArrayList<>();
          if (!texts(value, texts)) {
            faults.add(
                new Invalid(name, "an object or a list of lists; give a text or a list of texts"));
          } else if (!texts.isEmpty()) {
            values.put(name, String.join(",", texts));
          }
        });
    return new ToolArguments(values, faults);
  }

  /** Adds the texts of a value or of each element of a list; false if it has other parts. */
  private static boolean texts(JsonParser value, List<String> texts) throws IOException {
    if (value.currentToken() != JsonToken.START_ARRAY) {
      return text(value, texts);
    }
    boolean[] fit = {true};
    JsonInput.elements(value, element -> fit[0] &= text(element, texts));
    return fit[0];
  }

  private static boolean text(JsonParser value, List<String> texts) throws IOException {
    if (value.currentToken().isStructStart()) {
      value.skipChildren();
      return false;
    }
    if (value.currentToken() != JsonToken.VALUE_NULL && !value.getText().isBlank()) {
      texts.add(value.getText().strip());
    }
    return true;
  }

  /**
   * The arguments as a query string, percent-encoded.
   *
   * @throws Refusal if one is not a text, or not among those that a tool has
   */
  String query() {
    if (!faults.isEmpty()) {
      throw new Refusal(
          Reason.MALFORMED,
          faults.stream()
              .map(fault -> fault.name() + ": " + fault.reason())
              .collect(Collectors.joining("; ")),
          faults);
    }
    return values.entrySet().stream()
        .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
