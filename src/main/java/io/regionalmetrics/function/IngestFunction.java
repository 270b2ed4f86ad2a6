package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.http.HttpFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Ingests documents: {@code POST /v1/observations}. */
public final class IngestFunction implements RequestStreamHandler {
  private final HttpFunction http;

  /** Called by Lambda: configured by environment variables. */
  public IngestFunction() {
    this(Wiring.of(System.getenv()));
  }

  /** Uses the parts of a wiring. */
  public IngestFunction(Wiring wiring) {
    Priming.observations(wiring);
    http = wiring.observations();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    http.serve(event, response, context);
  }
}
