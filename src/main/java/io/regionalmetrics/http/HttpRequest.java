package io.regionalmetrics.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * A request as API Gateway hands it over.
 *
 * @param path percent-decoded, as API Gateway does
 * @param query still percent-encoded, without the question mark
 * @param headers by their names in lower case
 */
public record HttpRequest(
    String method, String path, String query, Map<String, String> headers, ByteBuffer body) {

  /** A header's value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body's bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }
}
