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
 * What goes back over the wire.
 *
 * @param headers by their names in lower case
 */
record Response(int status, Map<String, String> headers, byte[] body) {
  private static final JsonFactory JSON = new JsonFactory();

  /** An answer of API Gateway's own. */
  static Response message(int status, String message) {
    return new Response(
        status,
        Map.of("content-type", "application/json"),
        "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
  }

  /** An answer without a body. */
  static Response empty(int status, Map<String, String> headers) {
    return new Response(status, headers, new byte[0]);
  }

  /**
   * What a function answered, in payload format 2.0.
   *
   * @throws IOException where it is no JSON object with a {@code statusCode}
   */
  static Response read(byte[] answer) throws IOException {
    try (JsonParser parser = JSON.createParser(answer)) {
      return new Reading().read(parser);
    } catch (IllegalArgumentException e) {
      throw new IOException("the body isn't base64, as the answer says it is", e);
    }
  }

  /** Whether this is a success. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** This with more headers in the place of others: those whose names begin with a prefix. */
  Response with(String replaced, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.keySet().removeIf(name -> name.startsWith(replaced));
    all.putAll(more);
    return new Response(status, all, body);
  }

  /** The body as text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static final class Reading {
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
        throw new IOException("an answer needs a statusCode");
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
