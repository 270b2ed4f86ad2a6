package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.json.Json;
import java.io.IOException;
import java.util.Map;

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
        id,
        json -> {
          json.writeObjectFieldStart("result");
          members.write(json);
          if (revision.isStateless()) {
            json.writeStringField("resultType", "complete");
            json.writeObjectFieldStart("_meta");
            server(json, SERVER_INFO);
            json.writeEndObject();
          }
          json.writeEndObject();
        });
  }

  /** Writes what identifies this server, as a member. */
  static void server(JsonGenerator json, String member) throws IOException {
    json.writeObjectFieldStart(member);
    json.writeStringField("name", "regional-metrics");
    json.writeStringField("title", "Regional Metrics");
    json.writeStringField("version", "1.0");
    json.writeEndObject();
  }

  /**
   * An error.
   *
   * @param id the id of the request, as JSON; empty if it couldn't be read
   */
  static HttpResponse error(String id, RpcError error, Revision revision) {
    return response(
        error.status(revision),
        id,
        json -> {
          json.writeObjectFieldStart("error");
          json.writeNumberField("code", error.code());
          json.writeStringField("message", error.message());
          raw(json, "data", error.data());
          json.writeEndObject();
        });
  }

  private static void raw(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeFieldName(name);
      json.writeRawValue(value);
    }
  }

  private static HttpResponse response(int status, String id, Json.Members members) {
    String body =
        Json.object(json -> {
          json.writeStringField("jsonrpc", "2.0");
          raw(json, "id", id);
          members.write(json);
        });
    return HttpResponse.json(status, body).with("cache-control", "no-store");
  }
}
