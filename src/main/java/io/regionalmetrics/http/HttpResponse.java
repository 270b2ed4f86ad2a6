package io.regionalmetrics.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response.
 *
 * @param status the status code, such as 200
 * @param headers the headers by their names in lower case, in the order in which they are sent
 * @param body the body; empty if there is none
 * @param base64 whether the body is base64 of the bytes to send, instead of text
 */
public record HttpResponse(int status, Map<String, String> headers, String body, boolean base64) {
  /** Copies the headers and keeps their order. */
  public HttpResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /**
   * A response with a text.
   *
   * @param type the media type, for the header Content-Type
   */
  public static HttpResponse of(int status, String type, String body) {
    return new HttpResponse(status, Map.of("content-type", type), body, false);
  }

  /**
   * A response with bytes that are no text.
   *
   * @param type the media type, for the header Content-Type
   */
  public static HttpResponse of(int status, String type, byte[] bytes) {
    String body = Base64.getEncoder().encodeToString(bytes);
    return new HttpResponse(status, Map.of("content-type", type), body, true);
  }

  /** A response with JSON. */
  public static HttpResponse json(int status, String body) {
    return of(status, "application/json", body);
  }

  /** A response without a body. */
  static HttpResponse empty(int status, Map<String, String> headers) {
    return new HttpResponse(status, headers, "", false);
  }

  /**
   * A copy with a header added, or replaced if it is there already.
   *
   * @param name the header's name in lower case
   */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body, base64);
  }

  /**
   * A copy with a link added to the header Link (RFC 8288).
   *
   * @param target the address that the link leads to
   * @param relation how the target relates to this response, such as {@code next}
   */
  public HttpResponse linked(String target, String relation) {
    String link = "<" + target + ">; rel=\"" + relation + "\"";
    String before = headers.get("link");
    return with("link", before == null ? link : before + ", " + link);
  }

  /** The bytes of the body as they are sent. */
  byte[] bytes() {
    return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  /** A copy with another body. */
  HttpResponse withBody(String other, boolean otherBase64) {
    return new HttpResponse(status, headers, other, otherBase64);
  }
}
