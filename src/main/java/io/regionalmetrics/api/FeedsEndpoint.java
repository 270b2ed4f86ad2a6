package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET /v1/feeds}: lists the feeds with their last run, what it stored, and how long ago they
 * last succeeded.
 */
public final class FeedsEndpoint {
  private final Store store;
  private final InstantSource clock;

  /**
   * Lists the feeds of a store.
   *
   * @param clock tells how long ago a feed last succeeded
   */
  public FeedsEndpoint(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.FEEDS, this::list);
  }

  private HttpResponse list(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query = QueryParameters.of(request.query(), Set.of("next", "format"), Set.of());
    Page<FeedState> page =
        store.feeds().page(ListResponse.after(query), ListResponse.PAGE_SIZE, deadline);
    Instant now = clock.instant();
    return ListResponse.json(request, query, json -> write(json, page, now));
  }

  private static void write(JsonGenerator json, Page<FeedState> page, Instant now)
      throws IOException {
    Json.objects(json, "feeds", page.items(), state -> FeedStateJson.write(json, state, now));
    ListResponse.next(json, page.next());
  }
}
