package io.regionalmetrics.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as API Gateway passes it on.
 *
 * @param method the method in capitals, such as {@code GET}
 * @param path the path, percent-decoded by API Gateway
 * @param query the query without the question mark, still percent-encoded; empty if there is none
 * @param headers the headers by their names in lower case; repeated ones are joined by commas
 * @param body the body's bytes, decoded from base64; empty if there is none
 */
public record HttpRequest(
    String method, String path, String query, Map<String, String> headers, ByteBuffer body) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

  /**
   * The value of a header, if the request has it.
   *
   * @param name the header's name in lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The scheme and the host that the client used, such as {@code https://example.org}; empty if the
   * request doesn't name a host.
   */
  public Optional<String> origin() {
    String scheme = header("x-forwarded-proto").filter("http"::equals).orElse("https");
    return header("host")
        .filter(host -> HOST.matcher(host).matches())
        .map(host -> scheme + "://" + host);
  }

  /** A copy of the body's bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }
}
