package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A client of the Model Context Protocol: what tests send to {@code POST /mcp}.
 *
 * @param service the service to ask
 * @param revision the revision of the protocol that it speaks
 */
record Assistant(Service service, String revision) {
  static final String NEWEST = "2026-07-28";
  static final String EARLIER = "2025-11-25";

  private static final String PREFIX = "io.modelcontextprotocol/";

  /** Calls a tool. Arguments are written with single quotes: {@code {'text': 'Japan'}}. */
  Service.Reply call(String tool, String arguments) {
    ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", tool);
    params.set("arguments", json(arguments));
    return request("tools/call", params, "mcp-name", tool);
  }

  /** The result of a tool. */
  JsonNode result(String tool, String arguments) {
    Service.Reply reply = call(tool, arguments).expectStatus(200);
    JsonNode result = reply.at("/result");
    if (result.isMissingNode()) {
      throw new AssertionError(reply.toString());
    }
    return result;
  }

  /** Reads a resource. */
  Service.Reply read(String params) {
    ObjectNode address = (ObjectNode) json(params);
    return request("resources/read", address, "mcp-name", address.get("uri").textValue());
  }

  /** Sends a request. */
  Service.Reply request(String method, String params) {
    return request(method, (ObjectNode) json(params));
  }

  private Service.Reply request(String method, ObjectNode params, String... more) {
    if (revision.equals(NEWEST)) {
      params.set("_meta", meta());
    }
    ObjectNode message =
        JsonNodeFactory.instance
            .objectNode()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", method);
    message.set("params", params);
    List<String> headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("mcp-method", method));
    return send(message.toString(), headers.toArray(String[]::new));
  }

  private ObjectNode meta() {
    ObjectNode meta =
        JsonNodeFactory.instance.objectNode().put(PREFIX + "protocolVersion", revision);
    meta.putObject(PREFIX + "clientCapabilities");
    return meta;
  }

  /** Sends a body as it is, with the usual headers and some more. */
  Service.Reply send(String body, String... more) {
    Map<String, String> headers = new TreeMap<>(usualHeaders());
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    return service.postTo(
        "/mcp",
        body.getBytes(StandardCharsets.UTF_8),
        headers.entrySet().stream()
            .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
            .toArray(String[]::new));
  }

  private Map<String, String> usualHeaders() {
    return Map.of(
        "content-type", "application/json",
        "accept", "application/json, text/event-stream",
        "mcp-protocol-version", revision);
  }

  /** JSON that is written with single quotes. */
  static JsonNode json(String text) {
    return Service.json(text.replace('\'', '"'));
  }
}
