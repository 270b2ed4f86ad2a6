package io.regionalmetrics.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import java.io.IOException;
import java.util.List;

/** Responses to requests that are refused or fail: problem details (RFC 9457). */
public final class Problem {
  private Problem() {}

  /**
   * A problem, with a link to its type for clients that look only at headers (RFC 6903).
   *
   * @param detail what went wrong, in a sentence for the reader
   * @param invalid each wrong parameter; empty if no parameter is wrong
   */
  public static HttpResponse of(ProblemType type, String detail, List<Invalid> invalid) {
    String body = Json.object(json -> write(json, type, detail, invalid));
    return HttpResponse.of(type.status(), "application/problem+json", body)
        .with("cache-control", "no-store")
        .linked(type.uri(), "type");
  }

  /** The problem for a refusal. */
  static HttpResponse of(Refusal refusal) {
    return of(ProblemType.of(refusal.reason()), refusal.message(), refusal.invalid());
  }

  private static void write(
      JsonGenerator json, ProblemType type, String detail, List<Invalid> invalid)
      throws IOException {
    json.writeStringField("type", type.uri());
    json.writeStringField("title", type.title());
    json.writeNumberField("status", type.status());
    json.writeStringField("detail", detail);
    if (!invalid.isEmpty()) {
      write(json, invalid);
    }
  }

  private static void write(JsonGenerator json, List<Invalid> invalid) throws IOException {
    json.writeArrayFieldStart("invalid_params");
    for (Invalid one : invalid) {
      json.writeStartObject();
      json.writeStringField("name", one.name());
      json.writeStringField("reason", one.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
