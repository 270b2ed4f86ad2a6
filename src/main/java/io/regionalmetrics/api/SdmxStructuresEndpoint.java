package io.regionalmetrics.api;

import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.sdmx.Structures;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.util.Map;

/**
 * {@code GET /sdmx/3.0/...}: serves structures and schemas to SDMX tools, and tells them what else
 * of SDMX-REST isn't offered.
 */
public final class SdmxStructuresEndpoint {
  private final Store store;
  private final InstantSource clock;

  /**
   * Serves the structures of a store.
   *
   * @param clock tells today's date in UTC
   */
  public SdmxStructuresEndpoint(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(
        ApiRoutes.SDMX_STRUCTURES, this::structure,
        ApiRoutes.SDMX_SCHEMA, this::schema,
        ApiRoutes.SDMX_OTHERS, this::other);
  }

  private HttpResponse structure(HttpRequest request, Map<String, String> path, Deadline deadline) {
    return structures().answer(request, query(path), deadline);
  }

  private HttpResponse schema(HttpRequest request, Map<String, String> path, Deadline deadline) {
    return structures().schema(request, query(path), deadline);
  }

  private HttpResponse other(HttpRequest request, Map<String, String> path, Deadline deadline) {
    return structures().other(request, query(path), deadline);
  }

  private Structures structures() {
    return new Structures(store, clock);
  }

  private static String query(Map<String, String> path) {
    return path.getOrDefault("query", "");
  }
}
