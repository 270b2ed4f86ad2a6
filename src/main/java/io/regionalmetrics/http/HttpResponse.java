package io.regionalmetrics.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response.
 *
 * @param headers by their names in lower case
 * @param body of the type that the headers name; empty where there is none
 * @param base64 whether the body is bytes, in base64, and not text
 */
public record HttpResponse(int status, Map<String, String> headers, String body, boolean base64) {
  /** Keeps the order of the headers. */
  public HttpResponse {
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public static HttpResponse of(int status, String type, String body) {
    return new HttpResponse(status, Map.of("content-type", type), body, false);
  }

  public static HttpResponse json(int status, String body) {
    return of(status, "application/json", body);
  }

  /** A response that is no more than its headers. */
  static HttpResponse empty(int status, Map<String, String> headers) {
    return new HttpResponse(status, headers, "", false);
  }

  /** This with one header more. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body, base64);
  }

  /** This with one link more (RFC 8288). */
  public HttpResponse linked(String target, String relation) {
    String link = "<" + target + ">; rel=\"" + relation + "\"";
    String before = headers.get("link");
    return with("link", before == null ? link : before + ", " + link);
  }

  /** This with other content. */
  HttpResponse withBody(String other, boolean otherBase64) {
    return new HttpResponse(status, headers, other, otherBase64);
  }
}
