package io.regionalmetrics.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies with gzip, which API Gateway's HTTP APIs don't do themselves. */
final class Gzip {
  /**
   * Bodies up to this size fit into one packet, so compression would not make them arrive sooner.
   */
  private static final int MOST_UNCOMPRESSED = 1_024;

  private Gzip() {}

  /**
   * Whether to compress a body (RFC 9110, section 12.5.3): if the client prefers gzip to the
   * uncompressed body or weights them the same, and the body is worth it; or if the client refuses
   * the uncompressed body.
   *
   * @param acceptEncoding the header Accept-Encoding
   * @param bytes the size of the uncompressed body
   */
  static boolean suits(Optional<String> acceptEncoding, int bytes) {
    if (acceptEncoding.isEmpty()) {
      return false;
    }
    List<HeaderElement> codings = HeaderElement.list(acceptEncoding.get());
    int gzip = weight(codings, "gzip", "x-gzip", "*").orElse(0);
    Optional<Integer> identity = weight(codings, "identity");
    boolean refusesIdentity = identity.or(() -> weight(codings, "*")).orElse(1) == 0;
    if (refusesIdentity) {
      return gzip > 0;
    }
    return bytes > MOST_UNCOMPRESSED && gzip > 0 && gzip >= identity.orElse(0);
  }

  /** The weight of the first of these names that is listed. */
  private static Optional<Integer> weight(List<HeaderElement> codings, String... names) {
    return Stream.of(names)
        .flatMap(name -> codings.stream().filter(coding -> coding.name().equals(name)))
        .findFirst()
        .map(HeaderElement::weight);
  }

  /** Compresses bytes. */
  static byte[] of(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
