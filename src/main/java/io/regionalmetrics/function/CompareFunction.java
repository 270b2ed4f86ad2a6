package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.http.HttpFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers comparison questions: {@code GET /v1/comparisons/...} and {@code GET /v1/series}. */
public final class CompareFunction implements RequestStreamHandler {
  private final HttpFunction http;

  /** Called by Lambda: configured by environment variables. */
  public CompareFunction() {
    this(Wiring.of(System.getenv()));
  }

  /** Uses the parts of a wiring. */
  public CompareFunction(Wiring wiring) {
    Priming.comparisons(wiring);
    http = wiring.comparisons();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    http.serve(event, response, context);
  }
}
