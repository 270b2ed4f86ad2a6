package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
  private static Response read(String answer) throws IOException {
    return Response.read(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void headersAreInLowerCase() throws IOException {
    assertThat(read("{\"statusCode\":200,\"headers\":{\"ETag\":\"x\"}}").headers())
        .containsEntry("etag", "x");
  }

  @Test
  void bodyInBase64IsDecoded() throws IOException {
    Response response = read("{\"statusCode\":200,\"body\":\"YT0x\",\"isBase64Encoded\":true}");
    assertThat(response.text()).isEqualTo("a=1");
  }

  @Test
  void bodyMayBeMissing() throws IOException {
    assertThat(read("{\"statusCode\":304}").body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"body\":\"x\"}",
        "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}"
      })
  void anythingElseIsRefused(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
  }
}
