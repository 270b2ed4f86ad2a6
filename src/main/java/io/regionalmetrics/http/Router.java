package io.regionalmetrics.http;

import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.store.Deadline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the endpoint for a request. Also answers requests without a route, which API Gateway sends
 * to one of the functions ({@code $default}).
 *
 * @param endpoints the endpoint of each route that this function answers
 * @param routes all routes of the API
 */
record Router(Map<Route, Endpoint> endpoints, List<Route> routes) {
  /** Copies the collections. */
  Router {
    endpoints = Map.copyOf(endpoints);
    routes = List.copyOf(routes);
  }

  /**
   * Answers a request; HEAD is answered like GET. Of several routes that match, the longest is
   * meant.
   *
   * @throws io.regionalmetrics.refusal.Refusal if the endpoint refuses the request
   * @throws io.regionalmetrics.store.Unavailable if the table can't be reached in time
   */
  HttpResponse answer(HttpRequest request, Deadline deadline) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return endpoints.keySet().stream()
        .filter(route -> route.method().equals(method))
        .filter(route -> route.match(request.path()).isPresent())
        .max(Comparator.comparingInt(route -> route.template().length()))
        .map(route -> answer(route, request, deadline))
        .orElseGet(() -> unrouted(request));
  }

  private HttpResponse answer(Route route, HttpRequest request, Deadline deadline) {
    Map<String, String> path = route.match(request.path()).orElseThrow();
    return Objects.requireNonNull(endpoints.get(route)).answer(request, path, deadline);
  }

  private HttpResponse unrouted(HttpRequest request) {
    List<String> methods = methods(request.path());
    if (methods.isEmpty()) {
      return notFound();
    }
    String allowed = String.join(", ", methods);
    return request.method().equals("OPTIONS")
        ? HttpResponse.empty(204, Map.of("allow", allowed))
        : methodNotAllowed(request.method(), allowed);
  }

  private HttpResponse notFound() {
    return Problem.of(
        ProblemType.UNKNOWN,
        "There is nothing at this path. The paths of this API are "
            + routes.stream().map(Route::template).collect(Collectors.joining(", ")),
        List.of(new Invalid("path", "not a path of this API")));
  }

  private static HttpResponse methodNotAllowed(String method, String allowed) {
    return Problem.of(
            ProblemType.METHOD_NOT_ALLOWED,
            "This path allows %s.".formatted(allowed),
            List.of(new Invalid("method", "'%s' is not one of %s".formatted(method, allowed))))
        .with("allow", allowed);
  }

  /** The methods that a path allows; empty if there is nothing at the path. */
  private List<String> methods(String path) {
    List<String> methods =
        routes.stream()
            .filter(route -> route.match(path).isPresent())
            .map(Route::method)
            .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
            .distinct()
            .toList();
    return methods.isEmpty()
        ? methods
        : Stream.concat(methods.stream(), Stream.of("OPTIONS")).toList();
  }
}
