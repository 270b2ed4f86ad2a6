package io.regionalmetrics.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages of other origins may do, as API Gateway tells browsers.
 *
 * @param origins that may read; {@code *} is any
 * @param methods that they may use
 * @param headers that they may send
 * @param exposed the response's headers that they may read
 * @param kept how long a browser may remember this
 */
public record Cors(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    Duration kept) {

  /** Headers of the answer to a preflight request, which asks what is allowed. */
  public Map<String, String> preflight(String origin) {
    Map<String, String> answer = new LinkedHashMap<>();
    allowed(origin)
        .ifPresent(allowed -> {
          answer.put("access-control-allow-origin", allowed);
          answer.put("access-control-allow-methods", String.join(",", methods));
          answer.put("access-control-allow-headers", String.join(",", headers));
          answer.put("access-control-max-age", Long.toString(kept.toSeconds()));
        });
    return answer;
  }

  /** Headers of any other answer to a page of an origin. */
  public Map<String, String> headers(String origin) {
    Map<String, String> answer = new LinkedHashMap<>();
    allowed(origin)
        .ifPresent(allowed -> {
          answer.put("access-control-allow-origin", allowed);
          answer.put("access-control-expose-headers", String.join(",", exposed));
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
