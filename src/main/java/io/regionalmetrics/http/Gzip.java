package io.regionalmetrics.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The content coding gzip. API Gateway's HTTP APIs have none of their own. */
final class Gzip {
  /** Below this it saves nothing: a packet is a packet. */
  private static final int WORTH_IT = 1_024;

  private Gzip() {}

  /**
   * Whether a body is to be sent in this coding (RFC 9110, section 12.5.3): where that is wanted at
   * least as much as the body as it is.
   *
   * @param accepted the header Accept-Encoding
   */
  static boolean suits(Optional<String> accepted, int bytes) {
    if (accepted.isEmpty()) {
      return false;
    }
    List<HeaderElement> codings = HeaderElement.list(accepted.get());
    int gzip = weight(codings, "gzip", "x-gzip", "*").orElse(0);
    Optional<Integer> identity = weight(codings, "identity");
    if (identity.or(() -> weight(codings, "*")).orElse(1) == 0) {
      return gzip > 0;
    }
    return bytes > WORTH_IT && gzip > 0 && gzip >= identity.orElse(0);
  }

  /** The weight of the first of some names that is listed. */
  private static Optional<Integer> weight(List<HeaderElement> codings, String... names) {
    return Stream.of(names)
        .flatMap(name -> codings.stream().filter(coding -> coding.name().equals(name)))
        .findFirst()
        .map(HeaderElement::weight);
  }

  /** Bytes in this coding. */
  static byte[] of(byte[] bytes) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }
}
