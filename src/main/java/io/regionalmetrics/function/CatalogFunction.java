package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.http.HttpFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Says what can be asked, and answers whatever has no route of its own. */
public final class CatalogFunction implements RequestStreamHandler {
  private final HttpFunction http;

  /** As Lambda makes it, from its environment. */
  public CatalogFunction() {
    this(Wiring.of(System.getenv()));
  }

  /** From parts that are there. */
  public CatalogFunction(Wiring wiring) {
    http = wiring.catalog();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    http.serve(event, response, context);
  }
}
