package io.regionalmetrics.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Responses to requests that are refused or fail: problem details (RFC 9457). */
public final class Problem {
  /** Where the contract describes the problem responses, by name. */
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
   * A type of problem.
   *
   * @param name its name in the contract
   * @param title the reason phrase of its status in RFC 9110
   */
  private record Type(String name, String title) {
    String uri() {
      return CONTRACT + name;
    }
  }

  private Problem() {}

  /**
   * A problem, with a link to its type for clients that look only at headers (RFC 6903).
   *
   * @param status one of the statuses that the contract describes, from 400
   * @param detail what went wrong, for the reader
   * @param invalid each wrong parameter; empty if the problem lies elsewhere
   * @throws NullPointerException if the contract has no problem with this status
   */
  public static HttpResponse of(int status, String detail, List<Invalid> invalid) {
    Type type =
        Objects.requireNonNull(TYPES.get(status), "the contract has no problem with this status");
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

  private static void write(JsonGenerator json, Invalid invalid) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", invalid.name());
    json.writeStringField("reason", invalid.reason());
    json.writeEndObject();
  }

  /** The problem for a refusal, with the status that its reason calls for. */
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
