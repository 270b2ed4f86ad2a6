package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.model.FeedState.Result;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** {@code GET /v1/feeds}: how the feeds are doing. */
public final class FeedsEndpoint {
  private final Store store;
  private final InstantSource clock;

  /** The feeds of a store. */
  public FeedsEndpoint(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.FEEDS, this::feeds);
  }

  private HttpResponse feeds(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query = QueryParameters.of(request.query(), Set.of("next", "format"), Set.of());
    Page<FeedState> page =
        store.feeds().page(ListResponse.after(query), ListResponse.PAGE_SIZE, deadline);
    Instant now = clock.instant();
    return ListResponse.json(
        request,
        query,
        json -> {
          json.writeArrayFieldStart("feeds");
          for (FeedState state : page.items()) {
            json.writeStartObject();
            write(json, state, now);
            json.writeEndObject();
          }
          json.writeEndArray();
          ListResponse.next(json, page.next());
        });
  }

  /** How one feed is doing, as a JSON object. */
  public static String json(FeedState state, Instant now) {
    return Json.object(json -> write(json, state, now));
  }

  private static void write(JsonGenerator json, FeedState state, Instant now) throws IOException {
    json.writeStringField("id", state.id());
    json.writeStringField("feed", state.kind());
    json.writeStringField("of", state.of());
    json.writeStringField("lastTry", second(state.lastTry()));
    if (state.lastSuccess().isPresent()) {
      Instant success = state.lastSuccess().get();
      json.writeStringField("lastSuccess", second(success));
      json.writeStringField(
          "stale", Duration.between(success, now).truncatedTo(ChronoUnit.SECONDS).toString());
    }
    if (state.lastResult().isPresent()) {
      json.writeObjectFieldStart("lastResult");
      write(json, state.lastResult().get());
      json.writeEndObject();
    }
    if (state.lastError().isPresent()) {
      json.writeStringField("lastError", state.lastError().get());
    }
  }

  private static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void write(JsonGenerator json, Result result) throws IOException {
    json.writeNumberField("requests", result.requests());
    json.writeNumberField("observations", result.observations());
    json.writeNumberField("added", result.added());
    json.writeNumberField("revised", result.revised());
    json.writeNumberField("unchanged", result.unchanged());
    json.writeArrayFieldStart("leftOut");
    for (Map.Entry<String, Integer> one : result.leftOut().entrySet()) {
      json.writeStartObject();
      json.writeStringField("why", one.getKey());
      json.writeNumberField("count", one.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.texts(json, "notes", result.notes());
    json.writeNumberField("remaining", result.remaining());
  }
}
