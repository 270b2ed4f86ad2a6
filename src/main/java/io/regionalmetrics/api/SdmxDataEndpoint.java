package io.regionalmetrics.api;

import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.sdmx.SdmxData;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.util.Map;

/** {@code GET /sdmx/3.0/data/...}: serves published figures to SDMX tools. */
public final class SdmxDataEndpoint {
  private final Store store;
  private final InstantSource clock;

  /**
   * Serves the figures of a store.
   *
   * @param clock tells today's date in UTC
   */
  public SdmxDataEndpoint(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The endpoint of the route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.SDMX_DATA, this::data);
  }

  private HttpResponse data(HttpRequest request, Map<String, String> path, Deadline deadline) {
    return new SdmxData(store, clock).answer(request, path.getOrDefault("query", ""), deadline);
  }
}
