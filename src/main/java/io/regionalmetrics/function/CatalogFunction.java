package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.http.HttpFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Serves the catalog, feeds, contract and pages, and every path without a route of its own. */
public final class CatalogFunction implements RequestStreamHandler {
  private final HttpFunction http;

  /** Called by Lambda: configured by environment variables. */
  public CatalogFunction() {
    this(Wiring.of(System.getenv()));
  }

  /** Uses the parts of a wiring. */
  public CatalogFunction(Wiring wiring) {
    Priming.catalog(wiring);
    http = wiring.catalog();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    http.serve(event, response, context);
  }
}
