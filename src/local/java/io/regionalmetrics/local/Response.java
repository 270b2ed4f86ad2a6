package io.regionalmetrics.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param headers by name, in lower case
 */
record Response(int status, Map<String, String> headers, byte[] body) {
  private static final JsonFactory JSON = new JsonFactory();

  /** A response of API Gateway itself, such as 404. */
  static Response message(int status, String message) {
    return new Response(
        status,
        Map.of("content-type", "application/json"),
        "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
  }

  /** A response without a body. */
  static Response empty(int status, Map<String, String> headers) {
    return new Response(status, headers, new byte[0]);
  }

  /**
   * Reads a function's response in payload format 2.0.
   *
   * @throws IOException if it isn't a JSON object with a {@code statusCode}
   */
  static Response read(byte[] answer) throws IOException {
    try (JsonParser parser = JSON.createParser(answer)) {
      return new Reader().read(parser);
    } catch (IllegalArgumentException e) {
      throw new IOException("the body isn't base64, although isBase64Encoded is true", e);
    }
  }

  /** Whether the status is 2xx. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** This response with other headers instead of those whose names start with a prefix. */
  Response with(String prefix, Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.keySet().removeIf(name -> name.startsWith(prefix));
    all.putAll(others);
    return new Response(status, all, body);
  }

  /** The body as text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static final class Reader {
    private int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "";
    private boolean base64;

    Response read(JsonParser parser) throws IOException {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          member(parser, parser.currentName());
        }
      }
      if (status == 0) {
        throw new IOException("the response has no statusCode");
      }
      return new Response(
          status,
          headers,
          base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
    }

    private void member(JsonParser parser, String name) throws IOException {
      parser.nextToken();
      switch (name) {
        case "statusCode" -> status = parser.getValueAsInt();
        case "headers" -> headers(parser);
        case "body" -> body = parser.getValueAsString("");
        case "isBase64Encoded" -> base64 = parser.getValueAsBoolean();
        default -> parser.skipChildren();
      }
    }

    private void headers(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName().toLowerCase(Locale.ROOT);
        parser.nextToken();
        headers.put(name, parser.getValueAsString(""));
      }
    }
  }
}
