package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.model.FeedState.Result;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Writes feed states as JSON. */
public final class FeedStateJson {
  private FeedStateJson() {}

  /**
   * A feed's state as a JSON object.
   *
   * @param now the time at which the age of the last success is told
   */
  public static String object(FeedState state, Instant now) {
    return Json.object(json -> write(json, state, now));
  }

  /** Writes the members of a feed's state into the current object. */
  static void write(JsonGenerator json, FeedState state, Instant now) throws IOException {
    json.writeStringField("id", state.id());
    json.writeStringField("feed", state.kind());
    json.writeStringField("of", state.of());
    json.writeStringField("lastTry", toSecond(state.lastTry()));
    if (state.lastSuccess().isPresent()) {
      lastSuccess(json, state.lastSuccess().get(), now);
    }
    if (state.lastResult().isPresent()) {
      lastResult(json, state.lastResult().get());
    }
    Json.textIfPresent(json, "lastError", state.lastError());
  }

  private static void lastSuccess(JsonGenerator json, Instant success, Instant now)
      throws IOException {
    json.writeStringField("lastSuccess", toSecond(success));
    Duration age = Duration.between(success, now).truncatedTo(ChronoUnit.SECONDS);
    json.writeStringField("stale", age.toString());
  }

  private static String toSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void lastResult(JsonGenerator json, Result result) throws IOException {
    json.writeObjectFieldStart("lastResult");
    json.writeNumberField("requests", result.requests());
    json.writeNumberField("observations", result.observations());
    json.writeNumberField("added", result.added());
    json.writeNumberField("revised", result.revised());
    json.writeNumberField("unchanged", result.unchanged());
    Json.objects(json, "leftOut", result.leftOut().entrySet(), counted -> leftOut(json, counted));
    Json.texts(json, "notes", result.notes());
    json.writeNumberField("remaining", result.remaining());
    json.writeEndObject();
  }

  private static void leftOut(JsonGenerator json, Map.Entry<String, Integer> counted)
      throws IOException {
    json.writeStringField("why", counted.getKey());
    json.writeNumberField("count", counted.getValue());
  }
}
