package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.refresh.FeedEvents;
import io.regionalmetrics.refresh.Refresh;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Leases;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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

  /**
   * Refreshes the feed named in an event without the function around it.
   *
   * @param policy how other servers are asked
   * @param time how long the run may take, by the clock of the wiring
   */
  public static FeedState run(Wiring wiring, String event, FetchPolicy policy, Duration time) {
    return new Refresh(
            new FeedEvents(Wiring.s3(""), true),
            policy,
            new Store(wiring.client(), wiring.table(), wiring.clock()),
            new Leases(wiring.client(), wiring.table(), wiring.clock()),
            wiring.clock())
        .run(event.getBytes(StandardCharsets.UTF_8), "somebody", Deadline.in(time, wiring.clock()));
  }

  /** The state of the first feed, as the API gives it. */
  static JsonNode state(Wiring wiring) {
    try (Service service = new Service(wiring)) {
      return service.get("/v1/feeds").at("/feeds/0");
    }
  }
}
