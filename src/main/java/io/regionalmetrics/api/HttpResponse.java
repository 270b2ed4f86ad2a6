package io.regionalmetrics.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response.
 *
 * @param headers by their names in lower case
 * @param body of the type that the headers name; empty where there is none
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
  /** Keeps the order of the headers. */
  public HttpResponse {
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static HttpResponse json(int status, String body) {
    return new HttpResponse(status, Map.of("content-type", "application/json"), body);
  }

  /** This with one header more. */
  HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }

  /** This without its body, for HEAD. */
  HttpResponse withoutBody() {
    return new HttpResponse(status, headers, "");
  }
}
