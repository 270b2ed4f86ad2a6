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
 * {@code GET /openapi.json}: the contract (OpenAPI), from the resource {@code openapi.json} of this
 * package. It ignores the header Accept, since tools request the contract by several media types.
 */
public final class ContractEndpoint {
  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.CONTRACT, ContractEndpoint::get);
  }

  private static HttpResponse get(
      HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters.of(request.query(), Set.of(), Set.of());
    return HttpResponse.json(200, Contract.TEXT).with("cache-control", "public, max-age=60");
  }

  /** Loaded on first use, so that no other request waits for it. */
  private static final class Contract {
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
