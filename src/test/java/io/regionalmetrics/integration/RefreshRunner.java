package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Invokes the refresh function with an event, as Lambda does. */
public final class RefreshRunner {
  private RefreshRunner() {}

  /**
   * Refreshes the feed named in an event.
   *
   * @return the function's response: the state of the feed
   * @throws RuntimeException if the function throws it
   */
  public static JsonNode run(Wiring wiring, String event) {
    try {
      byte[] answer =
          new Functions(Template.read(Template.FILE), wiring)
              .invoke("RefreshFunction", event.getBytes(StandardCharsets.UTF_8));
      return Service.json(new String(answer, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state of the first feed, as the API gives it. */
  static JsonNode state(Wiring wiring) {
    try (Service service = new Service(wiring)) {
      return service.get("/v1/feeds").at("/feeds/0");
    }
  }
}
