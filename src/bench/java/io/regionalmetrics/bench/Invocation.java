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

/** One invocation of a function, as Lambda would make it. */
final class Invocation {
  private static final Template.Function FUNCTION =
      new Template.Function(
          "Benchmark", "benchmark", Duration.ofSeconds(10), 1024, "java25", List.of());

  private Invocation() {}

  /** Asks a function; gives its response whatever that says. */
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
   * Asks a function once, so that nobody measures a refusal.
   *
   * @throws IllegalStateException where the answer isn't one, or where a figure is missing from it
   */
  static void check(RequestStreamHandler function, Question question) {
    String response = new String(of(function, question), StandardCharsets.UTF_8);
    if (!response.contains("\"statusCode\":200") || response.contains("missing")) {
      throw new IllegalStateException("not the answer that is to be measured: " + response);
    }
  }
}
