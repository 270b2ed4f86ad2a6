package io.regionalmetrics.http;

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
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;

/** API Gateway's events of payload format 2.0, and the answers to them. */
final class ProxyEvent {
  private static final JsonFactory JSON = new JsonFactory();

  private @Nullable String version;
  private @Nullable String method;
  private String path = "";
  private String query = "";
  private String body = "";
  private boolean base64;
  private final Map<String, String> headers = new HashMap<>();

  private ProxyEvent() {}

  /**
   * Reads an event.
   *
   * @throws Refusal where it is none of payload format 2.0
   */
  static HttpRequest read(InputStream event) throws IOException {
    ProxyEvent read = new ProxyEvent();
    try (JsonParser parser = JSON.createParser(event)) {
      parser.nextToken();
      members(parser, name -> read.event(parser, name));
    } catch (JsonProcessingException | CharConversionException e) {
      throw refusal();
    }
    return read.request();
  }

  private static Refusal refusal() {
    return Refusal.of(
        Reason.MALFORMED, "event", "not an event of an HTTP API in payload format 2.0");
  }

  private HttpRequest request() {
    if (method == null || !"2.0".equals(version)) {
      throw refusal();
    }
    return new HttpRequest(
        method, path, query, headers, ByteBuffer.wrap(bytes()).asReadOnlyBuffer());
  }

  private byte[] bytes() {
    try {
      return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(Reason.MALFORMED, "body", "not base64, as the event says it is");
    }
  }

  private interface Member {
    void read(String name) throws IOException;
  }

  /**
   * Reads the members of the object that the parser has come to; passes over anything that is no
   * object.
   */
  private static void members(JsonParser parser, Member member) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      member.read(name);
    }
  }

  private void event(JsonParser parser, String name) throws IOException {
    switch (name) {
      case "version" -> version = parser.getValueAsString();
      case "rawPath" -> path = text(parser);
      case "rawQueryString" -> query = text(parser);
      case "body" -> body = text(parser);
      case "isBase64Encoded" -> base64 = parser.getValueAsBoolean();
      case "headers" ->
          members(parser, header -> headers.put(header.toLowerCase(Locale.ROOT), text(parser)));
      case "requestContext" -> members(parser, member -> context(parser, member));
      default -> parser.skipChildren();
    }
  }

  private void context(JsonParser parser, String name) throws IOException {
    if (name.equals("http")) {
      members(parser, member -> method(parser, member));
    } else {
      parser.skipChildren();
    }
  }

  private void method(JsonParser parser, String name) throws IOException {
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

  /** Writes an answer as API Gateway takes it. */
  static void write(HttpResponse response, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
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
