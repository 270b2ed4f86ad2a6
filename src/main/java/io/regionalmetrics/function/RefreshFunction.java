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
 * Refreshes a feed. A schedule invokes it with the feed's event; it can also be invoked by hand. It
 * throws if the run fails, so that Lambda retries it and finally sends the event to the dead-letter
 * queue.
 */
public final class RefreshFunction implements RequestStreamHandler {
  private final Refresh refresh;
  private final InstantSource clock;

  /** Called by Lambda: configured by environment variables. */
  public RefreshFunction() {
    this(Wiring.of(System.getenv()));
  }

  /** Uses the parts of a wiring. */
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
