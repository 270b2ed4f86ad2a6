package io.regionalmetrics.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of request: the template routes it to a function, and the function answers it.
 *
 * @param template a path with variable parts in braces: {@code /v1/companies/{company}}
 */
public record Route(String method, String template) {
  /** The variable parts of a path of this route; empty if it doesn't match. */
  public Optional<Map<String, String>> match(String path) {
    String[] asked = path.split("/", -1);
    String[] parts = template.split("/", -1);
    if (asked.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        variables.put(parts[i].substring(1, parts[i].length() - 1), asked[i]);
      } else if (!parts[i].equals(asked[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
