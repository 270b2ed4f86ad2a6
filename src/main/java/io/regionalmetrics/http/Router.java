package io.regionalmetrics.http;

import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.store.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the endpoint of a request.
 *
 * @param endpoints the routes that this function answers
 * @param routes all routes of the API; a function also answers requests for which API Gateway has
 *     no route, and then says what there is
 */
record Router(Map<Route, Endpoint> endpoints, List<Route> routes) {
  /** Copies the collections. */
  Router {
    endpoints = Map.copyOf(endpoints);
    routes = List.copyOf(routes);
  }

  /** Answers a request; HEAD is answered like GET. */
  HttpResponse answer(HttpRequest request, Deadline deadline) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    for (Map.Entry<Route, Endpoint> entry : endpoints.entrySet()) {
      Optional<Map<String, String>> path = entry.getKey().match(request.path());
      if (path.isPresent() && entry.getKey().method().equals(method)) {
        return entry.getValue().answer(request, path.get(), deadline);
      }
    }
    return unrouted(request);
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
        404,
        "There is nothing at this path. There is: "
            + routes.stream().map(Route::template).collect(Collectors.joining(", ")),
        List.of(new Invalid("path", "not a path of this API")));
  }

  private static HttpResponse methodNotAllowed(String method, String allowed) {
    return Problem.of(
            405,
            "This path takes %s.".formatted(allowed),
            List.of(new Invalid("method", "'%s' is not one of %s".formatted(method, allowed))))
        .with("allow", allowed);
  }

  /** The methods that a path takes; empty if there is nothing at it. */
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
