package io.regionalmetrics.api;

import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.store.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code GET /openapi.json}: the contract, as it is written in {@code openapi.json} beside this
 * class. It is given as JSON whatever is accepted: tools ask for it by several types.
 */
public final class ContractEndpoint {
  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.CONTRACT, ContractEndpoint::get);
  }

  private static HttpResponse get(
      HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters.of(request.query(), Set.of(), Set.of());
    return HttpResponse.json(200, Written.TEXT).with("cache-control", "public, max-age=60");
  }

  /** Read when it is first asked for: no other question waits for it. */
  private static final class Written {
    static final String TEXT = read();

    private static String read() {
      try (InputStream file =
          Objects.requireNonNull(
              ContractEndpoint.class.getResourceAsStream("openapi.json"),
              "openapi.json is missing")) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
