package io.regionalmetrics.local;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route for a request as an HTTP API of API Gateway does. */
final class Routes {
  private final List<Template.Route> routes;

  /**
   * The route for a request.
   *
   * @param variables the values of the path's variables, by name
   */
  record Match(Template.Route route, Map<String, String> variables) {}

  Routes(List<Template.Route> routes) {
    this.routes = routes;
  }

  /**
   * The route for a method and a path. A route with exactly this path comes before routes with
   * variables; {@code $default} comes last. A last part such as {@code {query+}} stands for one or
   * more parts of the path.
   *
   * @return empty if nothing matches and the template has no {@code $default} route
   */
  Optional<Match> find(String method, String path) {
    return routes.stream()
        .flatMap(route -> match(route, method + " " + path).stream())
        .min(
            Comparator.comparing(
                    (Match match) -> match.route().key().equals(Template.Route.DEFAULT))
                .thenComparingInt(match -> match.variables().size()));
  }

  private static Optional<Match> match(Template.Route route, String request) {
    return route.key().equals(Template.Route.DEFAULT)
        ? Optional.of(new Match(route, Map.of()))
        : variables(route.key(), request).map(variables -> new Match(route, variables));
  }

  private static Optional<Map<String, String>> variables(String key, String request) {
    String[] parts = key.split("/", -1);
    String[] requestParts = request.split("/", key.endsWith("+}") ? parts.length : -1);
    Map<String, String> variables = new LinkedHashMap<>();
    boolean matches = parts.length == requestParts.length;
    for (int i = 0; matches && i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        variables.put(parts[i].replaceAll("[{}+]", ""), requestParts[i]);
        matches = !requestParts[i].isEmpty();
      } else {
        matches = parts[i].equals(requestParts[i]);
      }
    }
    return matches ? Optional.of(variables) : Optional.empty();
  }
}
