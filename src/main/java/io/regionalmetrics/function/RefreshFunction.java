package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.api.FeedStateJson;
import io.regionalmetrics.http.Log;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.refresh.Refresh;
import io.regionalmetrics.store.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Refreshes a feed: called by a schedule with the feed's event, or by hand. It throws if the run
 * fails: then Lambda tries again, and in the end puts the event into the dead-letter queue.
 */
public final class RefreshFunction implements RequestStreamHandler {
  private final Refresh refresh;
  private final InstantSource clock;

  /** Called by Lambda: configured by environment variables. */
  public RefreshFunction() {
    this(Wiring.of(System.getenv()));
  }

  /** With the parts of a wiring. */
  public RefreshFunction(Wiring wiring) {
    refresh = wiring.refresh();
    clock = wiring.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    FeedState state =
        refresh.run(event.readAllBytes(), context.getAwsRequestId(), Deadline.in(left, clock));
    if (state.lastSuccess().isPresent() && state.lastSuccess().get().equals(state.lastTry())) {
      Log.refreshed(context, state.kind(), state.id(), clock.instant());
    }
    response.write(FeedStateJson.object(state, clock.instant()).getBytes(StandardCharsets.UTF_8));
  }
}
