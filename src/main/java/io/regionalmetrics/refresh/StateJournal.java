package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.ErrorSummary;
import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.Feed.Outcome;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Unavailable;
import io.regionalmetrics.store.Versioned;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Records a run of a feed in the feed's state.
 *
 * @param now when the run began
 */
record StateJournal(Store store, Feed feed, Instant now, Deadline deadline) {
  /** Records that the run has begun. */
  FeedState begin() {
    return update(state -> state.tried(feed.description(), now));
  }

  /**
   * Records the outcome of the run.
   *
   * @throws RefreshException if it had errors
   */
  FeedState end(Outcome outcome) {
    if (outcome.errors().isEmpty()) {
      return update(state -> ended(state, outcome));
    }
    String why = ErrorSummary.of(outcome.errors());
    update(state -> state.ended(outcome.result(), outcome.memory(), Optional.of(why)));
    RefreshException failed = new RefreshException("%s: %s".formatted(feed.id(), why));
    outcome.faults().forEach(failed::addSuppressed);
    throw failed;
  }

  /** Records a success only if the run left nothing for the next one. */
  private static FeedState ended(FeedState state, Outcome outcome) {
    return outcome.result().remaining() == 0
        ? state.succeeded(outcome.result(), outcome.memory())
        : state.ended(outcome.result(), outcome.memory(), Optional.empty());
  }

  /** Records why the run failed, if the store can be reached; returns the exception to throw. */
  RefreshException fail(String why, RuntimeException cause) {
    try {
      update(state -> state.failed(why));
    } catch (Unavailable e) {
      cause.addSuppressed(e);
    }
    return new RefreshException("%s: %s".formatted(feed.id(), why), cause);
  }

  /** Changes the stored state; repeats the change if another run has written it meanwhile. */
  private FeedState update(UnaryOperator<FeedState> change) {
    while (true) {
      Optional<Versioned<FeedState>> stored = store.feeds().stateToWrite(feed.id(), deadline);
      FeedState state = change.apply(stored.map(Versioned::value).orElseGet(this::first));
      if (store.feeds().write(state, stored.map(Versioned::version).orElse(0L), deadline)) {
        return state;
      }
    }
  }

  private FeedState first() {
    return FeedState.first(feed.id(), feed.kind(), feed.description(), now);
  }
}
