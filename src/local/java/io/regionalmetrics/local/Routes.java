package io.regionalmetrics.local;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request as an HTTP API of API Gateway does. */
final class Routes {
  private final List<Template.Route> routes;

  /**
   * A route, and what stands in its path's variable parts.
   *
   * @param variables by their names
   */
  record Match(Template.Route route, Map<String, String> variables) {}

  Routes(List<Template.Route> routes) {
    this.routes = routes;
  }

  /**
   * The route of a method and a path: one whose path is exactly this before one with variable
   * parts, and {@code $default} where there is neither. Nothing where there is no {@code $default}.
   */
  Optional<Match> find(String method, String path) {
    return routes.stream()
        .flatMap(route -> match(route, method + " " + path).stream())
        .min(
            Comparator.comparing(
                    (Match match) -> match.route().key().equals(Template.Route.DEFAULT))
                .thenComparingInt(match -> match.variables().size()));
  }

  private static Optional<Match> match(Template.Route route, String asked) {
    return route.key().equals(Template.Route.DEFAULT)
        ? Optional.of(new Match(route, Map.of()))
        : variables(route.key(), asked).map(variables -> new Match(route, variables));
  }

  private static Optional<Map<String, String>> variables(String key, String asked) {
    String[] parts = key.split("/", -1);
    String[] askedParts = asked.split("/", -1);
    Map<String, String> variables = new LinkedHashMap<>();
    boolean matches = parts.length == askedParts.length;
    for (int i = 0; matches && i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        variables.put(parts[i].substring(1, parts[i].length() - 1), askedParts[i]);
        matches = !askedParts[i].isEmpty();
      } else {
        matches = parts[i].equals(askedParts[i]);
      }
    }
    return matches ? Optional.of(variables) : Optional.empty();
  }
}
