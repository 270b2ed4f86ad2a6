package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.json.JsonInput;
import io.regionalmetrics.mcp.RpcError.Code;
import io.regionalmetrics.mcp.RpcMessage.Meta;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON-RPC message. A fault is kept until the whole message is read, because the answer
 * repeats the id, which may come last.
 */
final class RpcMessageReader {
  private static final String PREFIX = "io.modelcontextprotocol/";

  private boolean isVersion2;
  private boolean isResponse;
  private @Nullable String id;
  private @Nullable String method;
  private final Map<String, String> texts = new HashMap<>();
  private ToolArguments arguments = ToolArguments.NONE;
  private @Nullable String revision;
  private boolean hasCapabilities;
  private @Nullable RpcError fault;

  /**
   * A message that was read, with or without a fault.
   *
   * @param id the id, if it could be read
   */
  record Read(Optional<String> id, Optional<RpcMessage> message, Optional<RpcError> fault) {}

  private RpcMessageReader() {}

  /**
   * Reads a message.
   *
   * @throws RpcError if it isn't a JSON object
   */
  static Read read(byte[] body) {
    RpcMessageReader reader = new RpcMessageReader();
    try (JsonParser parser = JsonInput.ofMessage(body)) {
      reader.readAll(parser);
    } catch (StreamConstraintsException e) {
      throw RpcError.of(
          Code.PARSE_ERROR, "the body is nested too deeply or has too long a name or number");
    } catch (JsonProcessingException e) {
      throw RpcError.of(Code.PARSE_ERROR, "the body is not JSON, from " + place(e.getLocation()));
    } catch (CharConversionException e) {
      throw RpcError.of(Code.PARSE_ERROR, "the body is not UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.result();
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "its end"
        : "line %s, column %s".formatted(location.getLineNr(), location.getColumnNr());
  }

  private void readAll(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw RpcError.of(
          first == null ? Code.PARSE_ERROR : Code.INVALID_REQUEST,
          first == JsonToken.START_ARRAY
              ? "the body is a list of messages; send each message in a request of its own"
              : "the body is not a JSON-RPC message, which is a JSON object");
    }
    JsonInput.members(parser, this::member);
    if (parser.nextToken() != null) {
      throw RpcError.of(Code.PARSE_ERROR, "something follows the message; send one JSON object");
    }
  }

  private void member(String name, JsonParser value) throws IOException {
    switch (name) {
      case "jsonrpc" -> isVersion2 = "2.0".equals(text(name, value));
      case "id" -> id(value);
      case "method" -> method = text(name, value);
      case "params" -> object(name, value, this::parameter);
      case "result", "error" -> {
        isResponse = true;
        value.skipChildren();
      }
      default -> value.skipChildren();
    }
  }

  private void id(JsonParser value) throws IOException {
    switch (value.currentToken()) {
      case VALUE_STRING -> {
        String text = text("id", value);
        id = text == null ? null : Json.text(text);
      }
      case VALUE_NUMBER_INT -> id = value.getText();
      default -> {
        value.skipChildren();
        invalid("id must be a text or an integer, such as 1");
      }
    }
  }

  private void parameter(String name, JsonParser value) throws IOException {
    switch (name) {
      case "name", "uri", "cursor", "protocolVersion" -> textIfAny(name, value);
      case "arguments" -> arguments(value);
      case "_meta" -> object("params._meta", value, this::meta);
      default -> value.skipChildren();
    }
  }

  private void arguments(JsonParser value) throws IOException {
    if (value.currentToken() == JsonToken.START_OBJECT) {
      arguments = ToolArguments.read(value);
      arguments.values().values().forEach(text -> requireWhole("params.arguments", text));
    } else if (value.currentToken() != JsonToken.VALUE_NULL) {
      value.skipChildren();
      fault(
          Code.INVALID_PARAMS, "params.arguments must be an object, such as {\"text\": \"Japan\"}");
    }
  }

  private void meta(String name, JsonParser value) throws IOException {
    if (name.equals(PREFIX + "protocolVersion")) {
      revision = text("params._meta." + name, value);
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
      fault(Code.INVALID_PARAMS, name + " must be an object");
    }
  }

  private void textIfAny(String name, JsonParser value) throws IOException {
    if (value.currentToken() != JsonToken.VALUE_NULL) {
      String text = text("params." + name, value);
      if (text != null) {
        texts.put(name, text);
      }
    }
  }

  /** The text of a member; null, with a fault kept, if it isn't a text. */
  private @Nullable String text(String name, JsonParser value) throws IOException {
    if (value.currentToken() != JsonToken.VALUE_STRING) {
      value.skipChildren();
      fault(
          name.startsWith("params.") ? Code.INVALID_PARAMS : Code.INVALID_REQUEST,
          name + " must be a text");
      return null;
    }
    return requireWhole(name, value.getText());
  }

  /** A text that can be written as UTF-8; null, with a fault kept, for any other. */
  private @Nullable String requireWhole(String name, String text) {
    if (text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      return text;
    }
    fault(Code.INVALID_REQUEST, name + " has half of a surrogate pair; send whole characters");
    return null;
  }

  private void invalid(String message) {
    fault(Code.INVALID_REQUEST, message);
  }

  /** Keeps the first fault. */
  private void fault(Code code, String message) {
    if (fault == null) {
      fault = RpcError.of(code, message);
    }
  }

  private Read result() {
    if (isResponse) {
      invalid("the message is a response; nothing was requested of the client");
    } else if (!isVersion2) {
      invalid("jsonrpc must be \"2.0\"");
    }
    if (method == null) {
      invalid("method is missing; for example tools/list");
    }
    Optional<String> read = Optional.ofNullable(id);
    return fault == null && method != null
        ? new Read(read, Optional.of(message(method)), Optional.empty())
        : new Read(read, Optional.empty(), Optional.ofNullable(fault));
  }

  private RpcMessage message(String name) {
    Meta meta = new Meta(Optional.ofNullable(revision), hasCapabilities);
    return new RpcMessage(Optional.ofNullable(id), name, texts, arguments, meta);
  }
}
