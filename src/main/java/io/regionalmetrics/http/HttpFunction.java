package io.regionalmetrics.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every function does with an event: finds who answers, turns what goes wrong into a problem,
 * and writes the answer.
 */
public final class HttpFunction {
  private final Map<Route, Endpoint> endpoints;
  private final InstantSource clock;

  /** A function that answers some routes; of any other it says that there is none. */
  public HttpFunction(Map<Route, Endpoint> endpoints, InstantSource clock) {
    this.endpoints = Map.copyOf(endpoints);
    this.clock = clock;
  }

  /** Answers one event. */
  public void serve(InputStream event, OutputStream response, Context context) throws IOException {
    ProxyEvent.write(answer(event, context), response);
  }

  private HttpResponse answer(InputStream event, Context context) throws IOException {
    try {
      HttpRequest request = ProxyEvent.read(event);
      Deadline deadline = Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), clock);
      return Delivery.of(request, answer(request, deadline, context));
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    }
  }

  private HttpResponse answer(HttpRequest request, Deadline deadline, Context context) {
    try {
      return routed(request, deadline);
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    } catch (Unavailable e) {
      Log.fault(context, LogLevel.WARN, clock.instant(), e);
      return Problem.of(
              503,
              "The figures can't be reached just now; nothing is lost. Ask again in a few seconds.",
              List.of())
          .with("retry-after", "5");
    } catch (RuntimeException e) {
      Log.fault(context, LogLevel.ERROR, clock.instant(), e);
      return Problem.of(
          500,
          "Something is wrong here, not with the request. It is logged under %s."
              .formatted(context.getAwsRequestId()),
          List.of());
    }
  }

  private HttpResponse routed(HttpRequest request, Deadline deadline) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    for (Map.Entry<Route, Endpoint> entry : endpoints.entrySet()) {
      Optional<Map<String, String>> path = entry.getKey().match(request.path());
      if (path.isPresent() && entry.getKey().method().equals(method)) {
        return entry.getValue().answer(request, path.get(), deadline);
      }
    }
    return unrouted(request);
  }

  /**
   * What API Gateway has no route for: a path that isn't there, a method that a path doesn't take,
   * or the question which it takes.
   */
  private static HttpResponse unrouted(HttpRequest request) {
    List<String> allowed = allowed(request.path());
    if (allowed.isEmpty()) {
      return Problem.of(
          404,
          "There is nothing at this path. There is: "
              + Route.ALL.stream().map(Route::template).collect(Collectors.joining(", ")),
          List.of(new Invalid("path", "not one of this API")));
    }
    if (request.method().equals("OPTIONS")) {
      return HttpResponse.empty(204, Map.of("allow", String.join(", ", allowed)));
    }
    return Problem.of(
            405,
            "This path takes %s.".formatted(String.join(", ", allowed)),
            List.of(new Invalid("method", request.method() + " is not taken")))
        .with("allow", String.join(", ", allowed));
  }

  /** The methods that a path takes; empty where there is nothing at it. */
  private static List<String> allowed(String path) {
    List<String> methods =
        Route.ALL.stream()
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
