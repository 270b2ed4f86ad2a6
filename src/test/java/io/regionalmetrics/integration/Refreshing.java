package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Calls the function that refreshes feeds, as Lambda does. */
final class Refreshing {
  private Refreshing() {}

  /**
   * Refreshes the feed of an event.
   *
   * @throws RuntimeException as the function does
   */
  static JsonNode run(Wiring wiring, String event) {
    try {
      byte[] answer =
          new Functions(Template.read(Template.FILE), wiring)
              .invoke("RefreshFunction", event.getBytes(StandardCharsets.UTF_8));
      return Service.json(new String(answer, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the first of the feeds is doing, by the API. */
  static JsonNode state(Wiring wiring) {
    try (Service service = new Service(wiring)) {
      return service.get("/v1/feeds").at("/feeds/0");
    }
  }
}
