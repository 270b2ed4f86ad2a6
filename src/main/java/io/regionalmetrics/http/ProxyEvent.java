package io.regionalmetrics.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.json.JsonInput;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events of API Gateway's HTTP APIs in payload format 2.0, and writes the responses. */
final class ProxyEvent {
  private @Nullable String version;
  private @Nullable String method;
  private String path = "";
  private String query = "";
  private String body = "";
  private boolean base64;
  private final Map<String, String> headers = new HashMap<>();

  private ProxyEvent() {}

  /**
   * Reads a request from an event.
   *
   * @throws Refusal if it isn't an event in payload format 2.0, or if its body isn't base64
   *     although it says so
   */
  static HttpRequest read(InputStream event) throws IOException {
    ProxyEvent read = new ProxyEvent();
    try (JsonParser parser = JsonInput.ofPlatform(event)) {
      parser.nextToken();
      JsonInput.members(parser, read::event);
    } catch (JsonProcessingException | CharConversionException e) {
      throw notAnEvent();
    }
    return read.request();
  }

  private static Refusal notAnEvent() {
    return Refusal.of(
        Reason.MALFORMED, "event", "not an API Gateway HTTP API event in payload format 2.0");
  }

  private HttpRequest request() {
    if (method == null || !"2.0".equals(version)) {
      throw notAnEvent();
    }
    return new HttpRequest(
        method, path, query, headers, ByteBuffer.wrap(bytes()).asReadOnlyBuffer());
  }

  private byte[] bytes() {
    try {
      return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(
          Reason.MALFORMED, "body", "not base64, although the event sets isBase64Encoded");
    }
  }

  private void event(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "version" -> version = parser.getValueAsString();
      case "rawPath" -> path = text(parser);
      case "rawQueryString" -> query = text(parser);
      case "body" -> body = text(parser);
      case "isBase64Encoded" -> base64 = parser.getValueAsBoolean();
      case "headers" ->
          JsonInput.members(
              parser, (header, value) -> headers.put(header.toLowerCase(Locale.ROOT), text(value)));
      case "requestContext" -> JsonInput.members(parser, this::context);
      default -> parser.skipChildren();
    }
  }

  private void context(String name, JsonParser parser) throws IOException {
    if (name.equals("http")) {
      JsonInput.members(parser, this::method);
    } else {
      parser.skipChildren();
    }
  }

  private void method(String name, JsonParser parser) throws IOException {
    if (name.equals("method")) {
      method = parser.getValueAsString();
    } else {
      parser.skipChildren();
    }
  }

  private static String text(JsonParser parser) throws IOException {
    parser.skipChildren();
    return Optional.ofNullable(parser.getValueAsString()).orElse("");
  }

  /** Writes a response in the form that API Gateway expects, and closes {@code out}. */
  static void write(HttpResponse response, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", response.status());
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : response.headers().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeStringField("body", response.body());
      json.writeBooleanField("isBase64Encoded", response.base64());
      json.writeEndObject();
    }
  }
}
