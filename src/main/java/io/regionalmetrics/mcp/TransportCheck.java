package io.regionalmetrics.mcp;

import io.regionalmetrics.http.HeaderElement;
import io.regionalmetrics.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what HTTP says about a message before the message is read, as the specification's
 * transport Streamable HTTP asks.
 */
final class TransportCheck {
  /** A question has at most 8,000 characters; clients add what they are able to do. */
  static final int MOST_BYTES = 128 * 1_024;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String JSON = "application/json";

  private TransportCheck() {}

  /**
   * Checks a request.
   *
   * @throws RpcError if a page of another origin sent it (403), if it is too large (413), if it
   *     isn't JSON (415), or if the client accepts no JSON (406)
   */
  static void check(HttpRequest request) {
    requireOrigin(request);
    requireSize(request);
    requireJson(request);
    requireAccepted(request);
  }

  /**
   * A browser says which page sends a request. Pages on this machine may, and pages of this service
   * itself. A name that somebody let lead to this machine (DNS rebinding) is neither: its page has
   * no certificate for this service, so that its origin is not https.
   */
  private static void requireOrigin(HttpRequest request) {
    Optional<String> origin = request.header("origin");
    if (origin.isPresent() && !isAllowed(origin.get(), request.header("host").orElse(""))) {
      throw RpcError.withStatus(
          403,
          RpcError.INVALID_REQUEST,
          "pages of the origin '%s' may not send messages; they may ask by GET, as /openapi.json says"
              .formatted(origin.get()));
    }
  }

  private static boolean isAllowed(String origin, String host) {
    try {
      URI page = new URI(origin.toLowerCase(Locale.ROOT));
      return page.getHost() != null
          && (LOOPBACK.contains(page.getHost())
              || ("https".equals(page.getScheme())
                  && host.equalsIgnoreCase(page.getRawAuthority())));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void requireSize(HttpRequest request) {
    int size = request.body().remaining();
    if (size > MOST_BYTES) {
      throw RpcError.withStatus(
          413,
          RpcError.INVALID_REQUEST,
          "the message has %s bytes; send at most %s".formatted(size, MOST_BYTES));
    }
  }

  private static void requireJson(HttpRequest request) {
    String type = request.header("content-type").orElse("");
    List<HeaderElement> types = HeaderElement.list(type);
    boolean isJson =
        types.size() == 1
            && types.getFirst().name().equals(JSON)
            && types.getFirst().parameters().getOrDefault("charset", "utf-8").equals("utf-8");
    if (!isJson) {
      throw RpcError.withStatus(
          415,
          RpcError.INVALID_REQUEST,
          "the content-type '%s' is not supported; send application/json, in UTF-8"
              .formatted(type));
    }
  }

  private static void requireAccepted(HttpRequest request) {
    Optional<String> accept = request.header("accept").filter(header -> !header.isBlank());
    if (accept.isPresent()
        && HeaderElement.list(accept.get()).stream().noneMatch(TransportCheck::isJson)) {
      throw RpcError.withStatus(
          406,
          RpcError.INVALID_REQUEST,
          "answers are application/json, which '%s' doesn't accept; accept application/json, text/event-stream"
              .formatted(accept.get()));
    }
  }

  private static boolean isJson(HeaderElement range) {
    return range.weight() > 0 && Set.of(JSON, "application/*", "*/*").contains(range.name());
  }
}
