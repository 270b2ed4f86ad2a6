package io.regionalmetrics.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What isn't answered, as a problem document (RFC 9457). */
public final class Problem {
  /** Where the contract describes what is answered under a name. */
  private static final String CONTRACT = "/openapi.json#/components/responses/";

  private static final Map<Integer, Type> TYPES =
      Map.ofEntries(
          Map.entry(400, new Type("Malformed", "Bad Request")),
          Map.entry(404, new Type("Unknown", "Not Found")),
          Map.entry(405, new Type("MethodNotAllowed", "Method Not Allowed")),
          Map.entry(406, new Type("NotAcceptable", "Not Acceptable")),
          Map.entry(409, new Type("Contradiction", "Conflict")),
          Map.entry(413, new Type("TooLarge", "Content Too Large")),
          Map.entry(415, new Type("Unsupported", "Unsupported Media Type")),
          Map.entry(422, new Type("Senseless", "Unprocessable Content")),
          Map.entry(500, new Type("Fault", "Internal Server Error")),
          Map.entry(503, new Type("Unavailable", "Service Unavailable")));

  /**
   * What kind of problem it is.
   *
   * @param name in the contract
   * @param title in the words of RFC 9110
   */
  private record Type(String name, String title) {
    String uri() {
      return CONTRACT + name;
    }
  }

  private Problem() {}

  /**
   * The problem of a status, in words, with a link to its type (RFC 6903) for those who look at no
   * more than headers.
   */
  public static HttpResponse of(int status, String detail, List<Invalid> invalid) {
    Type type = Objects.requireNonNull(TYPES.get(status), "a status without a type");
    String body =
        Json.object(json -> {
          json.writeStringField("type", type.uri());
          json.writeStringField("title", type.title());
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
    return HttpResponse.of(status, "application/problem+json", body)
        .with("cache-control", "no-store")
        .linked(type.uri(), "type");
  }

  private static void write(JsonGenerator json, Invalid invalid) throws java.io.IOException {
    json.writeStartObject();
    json.writeStringField("name", invalid.name());
    json.writeStringField("reason", invalid.reason());
    json.writeEndObject();
  }

  /** The problem that a refusal is. */
  public static HttpResponse of(Refusal refusal) {
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
