package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.ProtocolFault;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.mcp.RpcError.Code;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Unavailable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code POST /mcp}: answers one message of an assistant's client by the Model Context Protocol,
 * revision 2026-07-28, and earlier ones that begin with {@code initialize}. Nothing is remembered
 * between messages, and nothing is written.
 */
public final class McpServer {
  /** What clients may keep changes only when another version is deployed. */
  private static final int KEPT_MILLIS = 3_600_000;

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

  private final Tools tools;

  /**
   * Answers from a store.
   *
   * @param clock tells today's date in UTC: by default, questions are answered as of today
   */
  public McpServer(Store store, InstantSource clock) {
    this.tools = new Tools(store, clock);
  }

  /**
   * Answers a message.
   *
   * @throws ProtocolFault if the service fails; its response is a JSON-RPC error
   */
  public HttpResponse answer(HttpRequest request, Deadline deadline) {
    try {
      TransportCheck.check(request);
      return answer(request, RpcMessageReader.read(request.bytes()), deadline);
    } catch (RpcError error) {
      return RpcResponse.error(Optional.empty(), error, Revision.V2026_07_28);
    }
  }

  private HttpResponse answer(HttpRequest request, RpcMessageReader.Read read, Deadline deadline) {
    try {
      RpcMessage message = read.message().orElseThrow(() -> read.fault().orElseThrow());
      Revision revision = RevisionCheck.of(request, message);
      return read.id().isEmpty()
          ? notified(message)
          : answer(read.id().get(), request, message, revision, deadline);
    } catch (RpcError error) {
      return RpcResponse.error(read.id(), error, Revision.V2026_07_28);
    }
  }

  private static HttpResponse notified(RpcMessage message) {
    if (!message.method().startsWith("notifications/")) {
      throw RpcError.of(
          Code.INVALID_REQUEST, "id is missing; %s needs one".formatted(message.method()));
    }
    return RpcResponse.accepted();
  }

  private HttpResponse answer(
      String id, HttpRequest request, RpcMessage message, Revision revision, Deadline deadline) {
    try {
      Json.Members result = result(request, message, revision, deadline);
      return RpcResponse.result(id, revision, result);
    } catch (RpcError error) {
      return RpcResponse.error(Optional.of(id), error, revision);
    } catch (Unavailable e) {
      throw new ProtocolFault(e, unavailable(id, revision));
    } catch (RuntimeException e) {
      throw new ProtocolFault(e, failed(id, revision));
    }
  }

  private static HttpResponse unavailable(String id, Revision revision) {
    RpcError error =
        RpcError.of(
            Code.INTERNAL_ERROR,
            503,
            "The figures can't be reached right now; nothing is lost. Try again in a few seconds.");
    return RpcResponse.error(Optional.of(id), error, revision).with("retry-after", "5");
  }

  private static HttpResponse failed(String id, Revision revision) {
    return RpcResponse.error(
        Optional.of(id),
        RpcError.of(Code.INTERNAL_ERROR, "The message is valid, but the service failed."),
        revision);
  }

  private Json.Members result(
      HttpRequest request, RpcMessage message, Revision revision, Deadline deadline) {
    return switch (message.method()) {
      case "tools/call" -> called(request, message, deadline);
      case "tools/list" -> listed(message, revision, McpServer::tools);
      case "resources/list" -> listed(message, revision, Documents::list);
      case "resources/templates/list" ->
          listed(message, revision, json -> Json.texts(json, "resourceTemplates", List.of()));
      case "resources/read" -> kept(revision, document(message.required("uri")));
      default -> revision.isStateless() ? discovered(message) : initialized(message);
    };
  }

  private Json.Members called(HttpRequest request, RpcMessage message, Deadline deadline) {
    ToolResult result =
        tools.call(message.required("name"), message.arguments(), address(request), deadline);
    return result::write;
  }

  /** The address of this service, as the client knows it; empty if its host isn't a name. */
  private static String address(HttpRequest request) {
    String scheme = request.header("x-forwarded-proto").orElse("https");
    return request
        .header("host")
        .filter(host -> HOST.matcher(host).matches() && scheme.matches("https?"))
        .map(host -> scheme + "://" + host)
        .orElse("");
  }

  private static Json.Members document(String uri) {
    Documents.Document document = Documents.find(uri);
    return document::write;
  }

  /** A list, which is never longer than a page. */
  private static Json.Members listed(RpcMessage message, Revision revision, Json.Members list) {
    if (message.text("cursor").isPresent()) {
      throw RpcError.of(
          Code.INVALID_PARAMS,
          "params.cursor '%s' is not known; all is on the first page, so leave it out"
              .formatted(message.text("cursor").get()));
    }
    return kept(revision, list);
  }

  private static void tools(JsonGenerator json) throws IOException {
    json.writeFieldName("tools");
    json.writeRawValue(ToolList.tools());
  }

  /** Members with how long clients may keep them, where the revision has that. */
  private static Json.Members kept(Revision revision, Json.Members members) {
    return json -> {
      members.write(json);
      if (revision.isStateless()) {
        json.writeNumberField("ttlMs", KEPT_MILLIS);
        json.writeStringField("cacheScope", "public");
      }
    };
  }

  private static Json.Members discovered(RpcMessage message) {
    if (!message.method().equals("server/discover")) {
      throw unknown(message.method(), "server/discover");
    }
    return kept(
        Revision.V2026_07_28,
        json -> {
          Json.texts(json, "supportedVersions", Revision.codes());
          describe(json);
        });
  }

  private static Json.Members initialized(RpcMessage message) {
    if (message.method().equals("ping")) {
      return json -> {};
    }
    if (!message.method().equals("initialize")) {
      throw unknown(message.method(), "initialize, ping");
    }
    Revision revision = Revision.negotiated(message.required("protocolVersion"));
    return json -> {
      json.writeStringField("protocolVersion", revision.code());
      describe(json);
      json.writeObjectFieldStart("serverInfo");
      RpcResponse.server(json);
      json.writeEndObject();
    };
  }

  private static void describe(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("capabilities");
    for (String capability : List.of("tools", "resources")) {
      json.writeObjectFieldStart(capability);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeStringField("instructions", ToolList.instructions());
  }

  private static RpcError unknown(String method, String others) {
    return RpcError.of(
        Code.METHOD_NOT_FOUND,
        "there is no method '%s'; the methods are tools/list, tools/call, resources/list, resources/templates/list, resources/read, %s"
            .formatted(method, others));
  }
}
