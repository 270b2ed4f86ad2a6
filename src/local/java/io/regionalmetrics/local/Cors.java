package io.regionalmetrics.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What browsers allow pages of other origins to do with the API (CORS).
 *
 * @param origins the origins allowed; {@code *} means any
 * @param methods the methods allowed
 * @param headers the request headers allowed
 * @param exposedHeaders the response headers that pages may read
 * @param maxAge how long a browser may cache this
 */
public record Cors(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposedHeaders,
    Duration maxAge) {

  /** The headers of the response to a preflight request from an origin. */
  public Map<String, String> preflight(String origin) {
    Map<String, String> answer = new LinkedHashMap<>();
    allowed(origin)
        .ifPresent(allowed -> {
          answer.put("access-control-allow-origin", allowed);
          answer.put("access-control-allow-methods", String.join(",", methods));
          answer.put("access-control-allow-headers", String.join(",", headers));
          answer.put("access-control-max-age", Long.toString(maxAge.toSeconds()));
        });
    return answer;
  }

  /** The headers of any other response to a page of an origin. */
  public Map<String, String> headers(String origin) {
    Map<String, String> answer = new LinkedHashMap<>();
    allowed(origin)
        .ifPresent(allowed -> {
          answer.put("access-control-allow-origin", allowed);
          answer.put("access-control-expose-headers", String.join(",", exposedHeaders));
        });
    return answer;
  }

  private Optional<String> allowed(String origin) {
    if (origins.contains("*")) {
      return Optional.of("*");
    }
    return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
  }
}
