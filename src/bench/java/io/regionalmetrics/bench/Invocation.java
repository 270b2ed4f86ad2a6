package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.local.LocalContext;
import io.regionalmetrics.local.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Invokes functions as Lambda does. */
final class Invocation {
  private static final Template.Function FUNCTION =
      new Template.Function(
          "Benchmark", "benchmark", Duration.ofSeconds(10), 1024, "java25", List.of());

  private Invocation() {}

  /** Sends a question to a function; returns the response, whatever its status. */
  static byte[] of(RequestStreamHandler function, Question question) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      function.handleRequest(question.event(), response, new LocalContext(FUNCTION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.toByteArray();
  }

  /**
   * Sends a question to a function once, so that no benchmark measures a refusal.
   *
   * @throws IllegalStateException if the status isn't 200 or a figure is missing
   */
  static void check(RequestStreamHandler function, Question question) {
    String response = new String(of(function, question), StandardCharsets.UTF_8);
    if (!response.contains("\"statusCode\":200") || response.contains("missing")) {
      throw new IllegalStateException("not an answer to measure: " + response);
    }
  }
}
