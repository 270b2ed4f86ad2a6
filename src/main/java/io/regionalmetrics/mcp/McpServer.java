package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.ProtocolFault;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Unavailable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
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
      return answer(request, RpcMessage.read(request.bytes()), deadline);
    } catch (RpcError error) {
      return RpcResponse.error("", error, Revision.NEWEST);
    }
  }

  private HttpResponse answer(HttpRequest request, RpcMessage message, Deadline deadline) {
    try {
      message.requireValid();
      Revision revision = RevisionCheck.of(request, message);
      return message.id().isEmpty()
          ? notified(message)
          : answer(request, message, revision, deadline);
    } catch (RpcError error) {
      return RpcResponse.error(message.id(), error, Revision.NEWEST);
    }
  }

  private static HttpResponse notified(RpcMessage message) {
    if (!message.method().startsWith("notifications/")) {
      throw RpcError.of(
          RpcError.INVALID_REQUEST, "id is missing; " + message.method() + " needs one");
    }
    return RpcResponse.accepted();
  }

  private HttpResponse answer(
      HttpRequest request, RpcMessage message, Revision revision, Deadline deadline) {
    String id = message.id();
    try {
      return RpcResponse.result(id, revision, result(request, message, revision, deadline));
    } catch (RpcError error) {
      return RpcResponse.error(id, error, revision);
    } catch (Unavailable e) {
      throw fault(
          e,
          id,
          503,
          "The figures can't be reached right now; nothing is lost. Try again in a few seconds.");
    } catch (RuntimeException e) {
      throw fault(e, id, 500, "The message is valid, but the service failed.");
    }
  }

  private static ProtocolFault fault(RuntimeException e, String id, int status, String message) {
    RpcError error = RpcError.withStatus(status, RpcError.INTERNAL_ERROR, message);
    HttpResponse response = RpcResponse.error(id, error, Revision.NEWEST);
    return new ProtocolFault(e, status == 503 ? response.with("retry-after", "5") : response);
  }

  private Json.Members result(
      HttpRequest request, RpcMessage message, Revision revision, Deadline deadline) {
    return switch (message.method()) {
      case "tools/call" ->
          tools.call(message.required("name"), message.arguments(), address(request), deadline)
              ::write;
      case "tools/list", "resources/list", "resources/templates/list" -> listed(message, revision);
      case "resources/read" -> kept(revision, Documents.read(message.required("uri")));
      case "server/discover" -> discovered(message, revision);
      case "initialize" -> initialized(message, revision);
      case "ping" -> require(!revision.isStateless(), message, json -> {});
      default -> throw unknown(message);
    };
  }

  /** The address of this service, as the client knows it; empty if its host isn't a name. */
  private static String address(HttpRequest request) {
    String scheme = request.header("x-forwarded-proto").orElse("https");
    String host = request.header("host").orElse("");
    return HOST.matcher(host).matches() && scheme.matches("https?") ? scheme + "://" + host : "";
  }

  /** A list, which is never longer than a page. */
  private static Json.Members listed(RpcMessage message, Revision revision) {
    if (message.has("cursor")) {
      throw RpcError.of(
          RpcError.INVALID_PARAMS,
          "params.cursor '%s' is not known; all is on the first page, so leave it out"
              .formatted(message.text("cursor")));
    }
    return switch (message.method()) {
      case "tools/list" -> kept(revision, McpServer::tools);
      case "resources/list" -> kept(revision, Documents::list);
      default -> kept(revision, json -> Json.texts(json, "resourceTemplates", List.of()));
    };
  }

  private static void tools(JsonGenerator json) throws IOException {
    json.writeFieldName("tools");
    json.writeRawValue(Documents.text("tools.json"));
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

  private static Json.Members discovered(RpcMessage message, Revision revision) {
    Json.Members members =
        json -> {
          Json.texts(json, "supportedVersions", Revision.SPOKEN);
          describe(json);
        };
    return require(revision.isStateless(), message, kept(revision, members));
  }

  private static Json.Members initialized(RpcMessage message, Revision revision) {
    return require(
        !revision.isStateless(),
        message,
        json -> {
          json.writeStringField(
              "protocolVersion", Revision.negotiated(message.required("protocolVersion")).code());
          describe(json);
          RpcResponse.server(json, "serverInfo");
        });
  }

  private static void describe(JsonGenerator json) throws IOException {
    json.writeFieldName("capabilities");
    json.writeRawValue("{\"tools\":{},\"resources\":{}}");
    json.writeStringField("instructions", Documents.text("instructions.txt").strip());
  }

  /** The members of a result, if the revision has the method. */
  private static Json.Members require(boolean has, RpcMessage message, Json.Members members) {
    if (!has) {
      throw unknown(message);
    }
    return members;
  }

  private static RpcError unknown(RpcMessage message) {
    return RpcError.withStatus(
        404,
        RpcError.METHOD_NOT_FOUND,
        "there is no method '%s'; the methods are tools/list, tools/call, resources/list, resources/templates/list, resources/read, and server/discover since 2026-07-28, before that initialize and ping"
            .formatted(message.method()));
  }
}
