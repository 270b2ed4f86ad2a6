package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Responses to messages, as JSON-RPC 2.0 over HTTP. */
final class RpcResponse {
  private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private RpcResponse() {}

  /** The response to a notification: nothing. */
  static HttpResponse accepted() {
    return new HttpResponse(202, Map.of("cache-control", "no-store"), "", false);
  }

  /**
   * A result.
   *
   * @param id the id of the request, as JSON
   * @param members the members of the result
   */
  static HttpResponse result(String id, Revision revision, Json.Members members) {
    return response(
        200,
        Optional.of(id),
        json -> {
          json.writeObjectFieldStart("result");
          members.write(json);
          if (revision.isStateless()) {
            json.writeStringField("resultType", "complete");
            json.writeObjectFieldStart("_meta");
            json.writeObjectFieldStart(SERVER_INFO);
            server(json);
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndObject();
        });
  }

  /** Writes what identifies this server. */
  static void server(JsonGenerator json) throws IOException {
    json.writeStringField("name", "regional-metrics");
    json.writeStringField("title", "Regional Metrics");
    json.writeStringField("version", "1.0");
  }

  /**
   * An error.
   *
   * @param id the id of the request, as JSON; empty if it couldn't be read
   */
  static HttpResponse error(Optional<String> id, RpcError error, Revision revision) {
    return response(
        error.status(revision),
        id,
        json -> {
          json.writeObjectFieldStart("error");
          json.writeNumberField("code", error.number());
          json.writeStringField("message", error.message());
          data(error, json);
          json.writeEndObject();
        });
  }

  private static void data(RpcError error, JsonGenerator json) throws IOException {
    if (error.data().isPresent()) {
      json.writeObjectFieldStart("data");
      error.data().get().write(json);
      json.writeEndObject();
    }
  }

  private static HttpResponse response(int status, Optional<String> id, Json.Members members) {
    String body =
        Json.object(json -> {
          json.writeStringField("jsonrpc", "2.0");
          if (id.isPresent()) {
            json.writeFieldName("id");
            json.writeRawValue(id.get());
          }
          members.write(json);
        });
    return HttpResponse.json(status, body).with("cache-control", "no-store");
  }
}
