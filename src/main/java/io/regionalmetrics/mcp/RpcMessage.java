package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.json.JsonInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC message from a client: a request, or a notification, which has no id. A fault is kept
 * until the whole message is read, because the answer repeats the id, which may come last.
 */
final class RpcMessage {
  private static final String PREFIX = "io.modelcontextprotocol/";

  private String id = "";
  private String method = "";
  private ToolArguments arguments = new ToolArguments();
  private final Map<String, String> texts = new HashMap<>();
  private boolean hasCapabilities;
  private boolean isVersion2;
  private boolean isResponse;
  private @Nullable RpcError fault;

  private RpcMessage() {}

  /**
   * Reads a message.
   *
   * @throws RpcError if it isn't a JSON object
   */
  static RpcMessage read(byte[] body) {
    RpcMessage message = new RpcMessage();
    try (JsonParser parser = JsonInput.ofMessage(body)) {
      message.readAll(parser);
    } catch (StreamConstraintsException e) {
      throw RpcError.of(
          RpcError.PARSE_ERROR, "the body is nested too deeply or has too long a name or number");
    } catch (JsonProcessingException e) {
      throw RpcError.of(RpcError.PARSE_ERROR, "the body is not JSON, from " + place(e));
    } catch (IOException e) {
      throw RpcError.of(RpcError.PARSE_ERROR, "the body is not UTF-8");
    }
    return message;
  }

  private static String place(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return place == null
        ? "its end"
        : "line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private void readAll(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw RpcError.of(
          first == null ? RpcError.PARSE_ERROR : RpcError.INVALID_REQUEST,
          first == JsonToken.START_ARRAY
              ? "the body is a list of messages; send each message in a request of its own"
              : "the body is not a JSON-RPC message, which is a JSON object");
    }
    JsonInput.members(parser, this::member);
    if (parser.nextToken() != null) {
      throw RpcError.of(
          RpcError.PARSE_ERROR, "something follows the message; send one JSON object");
    }
  }

  private void member(String name, JsonParser value) throws IOException {
    switch (name) {
      case "jsonrpc" -> isVersion2 = text(name, value).equals("2.0");
      case "id" -> id(value);
      case "method" -> method = text(name, value);
      case "params" -> object(name, value, this::parameter);
      default -> {
        isResponse |= name.equals("result") || name.equals("error");
        value.skipChildren();
      }
    }
  }

  private void id(JsonParser value) throws IOException {
    if (value.currentToken() == JsonToken.VALUE_STRING) {
      id = Json.text(text("id", value));
    } else if (value.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      id = value.getText();
    } else {
      value.skipChildren();
      fault(RpcError.INVALID_REQUEST, "id must be a text or an integer, such as 1");
    }
  }

  private void parameter(String name, JsonParser value) throws IOException {
    boolean isNull = value.currentToken() == JsonToken.VALUE_NULL;
    switch (isNull ? "" : name) {
      case "name", "uri", "cursor", "protocolVersion" ->
          texts.put(name, text("params." + name, value));
      case "arguments" -> object("params.arguments", value, arguments::read);
      case "_meta" -> object("params._meta", value, this::meta);
      default -> value.skipChildren();
    }
  }

  private void meta(String name, JsonParser value) throws IOException {
    if (name.equals(PREFIX + "protocolVersion")) {
      texts.put("_meta", text("params._meta." + name, value));
    } else {
      hasCapabilities |=
          name.equals(PREFIX + "clientCapabilities")
              && value.currentToken() == JsonToken.START_OBJECT;
      value.skipChildren();
    }
  }

  private void object(String name, JsonParser value, JsonInput.Member member) throws IOException {
    if (value.currentToken() == JsonToken.START_OBJECT) {
      JsonInput.members(value, member);
    } else {
      value.skipChildren();
      fault(RpcError.INVALID_PARAMS, name + " must be an object");
    }
  }

  /** The text of a member; empty, with a fault kept, if it isn't a text. */
  private String text(String name, JsonParser value) throws IOException {
    int code = name.startsWith("params.") ? RpcError.INVALID_PARAMS : RpcError.INVALID_REQUEST;
    if (value.currentToken() != JsonToken.VALUE_STRING) {
      value.skipChildren();
      fault(code, name + " must be a text");
      return "";
    }
    if (!ToolArguments.isWhole(value.getText())) {
      fault(code, name + " has half of a surrogate pair; send whole characters");
      return "";
    }
    return value.getText();
  }

  /** Keeps the first fault. */
  private void fault(int code, String message) {
    if (fault == null) {
      fault = RpcError.of(code, message);
    }
  }

  /**
   * Checks that it is a message of JSON-RPC.
   *
   * @throws RpcError if it is not; the first fault
   */
  void requireValid() {
    if (isResponse) {
      fault(RpcError.INVALID_REQUEST, "the message is a response; nothing was requested of you");
    } else if (!isVersion2) {
      fault(RpcError.INVALID_REQUEST, "jsonrpc must be \"2.0\"");
    } else if (method.isEmpty()) {
      fault(RpcError.INVALID_REQUEST, "method is missing; for example tools/list");
    }
    if (fault != null) {
      throw fault;
    }
  }

  /** The id as JSON, to be sent back as it is; empty in a notification. */
  String id() {
    return id;
  }

  /** The method's name. */
  String method() {
    return method;
  }

  /** The arguments of a tool. */
  ToolArguments arguments() {
    return arguments;
  }

  /** A parameter that is a text; empty if it isn't given. */
  String text(String parameter) {
    return texts.getOrDefault(parameter, "");
  }

  /** Whether a parameter is given as a text. */
  boolean has(String parameter) {
    return texts.containsKey(parameter);
  }

  /**
   * A parameter that must be given.
   *
   * @throws RpcError if it isn't
   */
  String required(String parameter) {
    if (!has(parameter)) {
      throw RpcError.of(
          RpcError.INVALID_PARAMS,
          "params." + parameter + " is missing; " + method + " needs it, as a text");
    }
    return text(parameter);
  }

  /** The revision that the message says to speak; empty if it doesn't say so. */
  String revision() {
    return text("_meta");
  }

  /** Whether the message says what the client is able to do. */
  boolean hasCapabilities() {
    return hasCapabilities;
  }
}
