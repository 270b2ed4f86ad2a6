package io.regionalmetrics.local;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request.
 *
 * @param path percent-decoded, as API Gateway matches it with routes and passes it to functions
 * @param query as sent; empty if there is none
 * @param headers all values by name, in lower case
 * @param sourceIp the client's address
 */
record Request(
    String method,
    String path,
    String query,
    String protocol,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {

  /** The request of an exchange whose body has been read. */
  static Request of(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new Request(
        exchange.getRequestMethod(),
        decoded(exchange.getRequestURI().getRawPath()),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        exchange.getProtocol(),
        headers,
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private static String decoded(String path) {
    // In a path, unlike in a form, + means a plus.
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The values of a header, joined by commas; empty if the header is missing. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }
}
