package io.regionalmetrics.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path template. The SAM template routes such requests to a function, where the
 * {@link Router} finds their endpoint by the same route.
 *
 * @param method the method in capitals, such as {@code GET}
 * @param template a path with variable parts in braces, such as {@code /v1/companies/{company}}; a
 *     last part such as {@code {query+}} stands for one or more parts
 */
public record Route(String method, String template) {
  /**
   * Matches a path with the template, segment by segment.
   *
   * @return the values of the variable parts by name; empty if the path doesn't match
   */
  public Optional<Map<String, String>> match(String path) {
    String[] parts = template.split("/", -1);
    String[] segments = path.split("/", template.endsWith("+}") ? parts.length : -1);
    if (segments.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        variables.put(parts[i].replaceAll("[{}+]", ""), segments[i]);
      } else if (!parts[i].equals(segments[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
