package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.model.Refusal;
import io.regionalmetrics.model.Refusal.Invalid;
import java.util.List;
import java.util.Map;

/** What isn't answered, as a problem document (RFC 9457). */
final class Problem {
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(503, "Service Unavailable"));

  private Problem() {}

  /** The problem of a status, in words. */
  static HttpResponse of(int status, String detail, List<Invalid> invalid) {
    String body =
        Json.object(json -> {
          json.writeStringField("type", "about:blank");
          json.writeStringField("title", TITLES.getOrDefault(status, "Problem"));
          json.writeNumberField("status", status);
          json.writeStringField("detail", detail);
          if (!invalid.isEmpty()) {
            json.writeArrayFieldStart("invalid_params");
            for (Invalid one : invalid) {
              write(json, one);
            }
            json.writeEndArray();
          }
        });
    return new HttpResponse(status, Map.of("content-type", "application/problem+json"), body)
        .with("cache-control", "no-store");
  }

  private static void write(JsonGenerator json, Invalid invalid) throws java.io.IOException {
    json.writeStartObject();
    json.writeStringField("name", invalid.name());
    json.writeStringField("reason", invalid.reason());
    json.writeEndObject();
  }

  /** The problem that a refusal is. */
  static HttpResponse of(Refusal refusal) {
    int status =
        switch (refusal.reason()) {
          case MALFORMED -> 400;
          case UNKNOWN -> 404;
          case CONTRADICTION -> 409;
          case TOO_LARGE -> 413;
          case UNSUPPORTED -> 415;
          case SENSELESS -> 422;
        };
    return of(status, refusal.message(), refusal.invalid());
  }
}
