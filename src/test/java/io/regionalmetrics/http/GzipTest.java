package io.regionalmetrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When bodies are compressed. */
class GzipTest {
  private static final int LARGE = 1_025;
  private static final int SMALL = 1_024;

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "x-gzip", "*", "gzip;q=0.1", "gzip;q=0.5, identity;q=0.5", "br, gzip"})
  void largeBodyIsCompressedUnlessTheClientPrefersItUncompressed(String acceptEncoding) {
    assertThat(Gzip.suits(Optional.of(acceptEncoding), LARGE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "gzip;q=0, *", "gzip;q=0.4, identity;q=0.5"})
  void largeBodyIsNotCompressedIfTheClientPrefersItUncompressed(String acceptEncoding) {
    assertThat(Gzip.suits(Optional.of(acceptEncoding), LARGE)).isFalse();
  }

  @Test
  void bodyIsNotCompressedWithoutAcceptEncoding() {
    assertThat(Gzip.suits(Optional.empty(), LARGE)).isFalse();
  }

  @Test
  void smallBodyIsNotCompressed() {
    assertThat(Gzip.suits(Optional.of("gzip"), SMALL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, identity;q=0", "gzip;q=0.1, *;q=0"})
  void smallBodyIsCompressedIfTheClientRefusesItUncompressed(String acceptEncoding) {
    assertThat(Gzip.suits(Optional.of(acceptEncoding), SMALL)).isTrue();
  }

  @Test
  void compressedBodyDecompressesToTheSameBytes() throws IOException {
    byte[] body = "Japan sales jumped 34%".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] compressed = Gzip.of(body);
    try (InputStream decompressed = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      assertThat(decompressed.readAllBytes()).isEqualTo(body);
    }
    assertThat(compressed).hasSizeLessThan(body.length);
  }
}
