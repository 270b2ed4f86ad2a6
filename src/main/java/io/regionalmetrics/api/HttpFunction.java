package io.regionalmetrics.api;

import com.amazonaws.services.lambda.runtime.Context;
import io.regionalmetrics.model.Refusal;
import io.regionalmetrics.model.Refusal.Invalid;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
      boolean head = request.method().equals("HEAD");
      HttpResponse response =
          answer(
              request,
              head ? "GET" : request.method(),
              Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), clock),
              context);
      return head ? response.withoutBody() : response;
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    }
  }

  private HttpResponse answer(
      HttpRequest request, String method, Deadline deadline, Context context) {
    try {
      return conditional(request, routed(request, method, deadline));
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    } catch (Unavailable e) {
      log(context, "WARN", e);
      return Problem.of(
              503,
              "The figures can't be reached just now; nothing is lost. Ask again in a few seconds.",
              List.of())
          .with("retry-after", "5");
    } catch (RuntimeException e) {
      log(context, "ERROR", e);
      return Problem.of(
          500,
          "Something is wrong here, not with the request. It is logged under %s."
              .formatted(context.getAwsRequestId()),
          List.of());
    }
  }

  private HttpResponse routed(HttpRequest request, String method, Deadline deadline) {
    for (Map.Entry<Route, Endpoint> entry : endpoints.entrySet()) {
      Optional<Map<String, String>> path = entry.getKey().match(request.path());
      if (path.isPresent() && entry.getKey().method().equals(method)) {
        return entry.getValue().answer(request, path.get(), deadline);
      }
    }
    return unrouted(request);
  }

  /**
   * What API Gateway has no route for: a path that isn't there, or a method that a path doesn't
   * take.
   */
  private static HttpResponse unrouted(HttpRequest request) {
    List<String> allowed =
        Route.ALL.stream()
            .filter(route -> route.match(request.path()).isPresent())
            .map(Route::method)
            .flatMap(method ->
                method.equals("GET") ? List.of("GET", "HEAD").stream() : List.of(method).stream())
            .toList();
    if (allowed.isEmpty()) {
      return Problem.of(
          404,
          "There is nothing at this path. There is: "
              + Route.ALL.stream().map(Route::template).collect(Collectors.joining(", ")),
          List.of(new Invalid("path", "not one of this API")));
    }
    return Problem.of(
            405,
            "This path takes %s.".formatted(String.join(" and ", allowed)),
            List.of(new Invalid("method", request.method() + " is not taken")))
        .with("allow", String.join(", ", allowed));
  }

  /**
   * Names the answer by its content, so that who has it already isn't sent it again (RFC 9110,
   * section 13).
   */
  private static HttpResponse conditional(HttpRequest request, HttpResponse response) {
    if (response.status() != 200 || request.method().equals("POST")) {
      return response;
    }
    String etag = etag(response.body());
    HttpResponse named = response.with("etag", etag).with("vary", "accept");
    String asked = request.header("if-none-match").orElse("");
    boolean same = asked.equals("*") || asked.contains(etag);
    return same ? new HttpResponse(304, withoutType(named.headers()), "") : named;
  }

  private static Map<String, String> withoutType(Map<String, String> headers) {
    Map<String, String> some = new java.util.LinkedHashMap<>(headers);
    some.remove("content-type");
    return some;
  }

  private static String etag(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22)
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void log(Context context, String level, Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    context
        .getLogger()
        .log(
            Json.object(json -> {
              json.writeStringField("level", level);
              json.writeStringField("requestId", context.getAwsRequestId());
              json.writeStringField("message", String.valueOf(e.getMessage()));
              json.writeStringField("trace", trace.toString());
            }));
  }
}
