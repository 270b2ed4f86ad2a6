package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.ErrorSummary;
import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.Feed.Outcome;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.fetch.Fetcher;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Leases;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Unavailable;
import io.regionalmetrics.store.Versioned;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs feeds: one run of a feed at a time, and each says how it went, whether it came to its end or
 * not.
 */
public final class Refresh {
  /** The one that a function in Lambda may write to. */
  private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

  private final Feeds feeds;
  private final FetchPolicy manners;
  private final Store store;
  private final Leases leases;
  private final InstantSource clock;

  /** Runs the feeds of events. */
  public Refresh(
      Feeds feeds, FetchPolicy manners, Store store, Leases leases, InstantSource clock) {
    this.feeds = feeds;
    this.manners = manners;
    this.store = store;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Runs the feed of an event.
   *
   * @param event as Lambda gives it
   * @param holder who runs it: another try of the same invocation is the same
   * @return how it is doing now
   * @throws RefreshException where the event is none, or the run fails; what was kept stays, and
   *     the state says why
   */
  public FeedState run(byte[] event, String holder, Deadline deadline) {
    Feed feed = feed(event);
    Leases.Answer answer = leases.ask(feed.leaseName(), holder, deadline);
    Leases.Lease lease =
        answer
            .lease()
            .orElseThrow(() ->
                new RefreshException(
                    "%s waits for another run, which has until %s; tried again, it will run"
                        .formatted(feed.id(), answer.until())));
    try {
      return run(feed, deadline);
    } finally {
      end(lease, deadline);
    }
  }

  private Feed feed(byte[] event) {
    try {
      return feeds.of(event);
    } catch (Refusal refusal) {
      throw new RefreshException("the event can't be taken: " + ErrorSummary.of(refusal), refusal);
    }
  }

  private void end(Leases.Lease lease, Deadline deadline) {
    try {
      leases.end(lease, deadline);
    } catch (Unavailable e) {
      // It ends by itself. What the run came to is more to be known than this.
    }
  }

  private FeedState run(Feed feed, Deadline deadline) {
    Instant now = clock.instant();
    FeedState begun = note(feed, now, deadline, state -> state.tried(feed.description(), now));
    FeedRun run =
        new FeedRun(
            new Fetcher(manners, FOLDER, InstantSource.system()),
            new Ingest(store, clock),
            store,
            begun.memory(),
            deadline,
            now);
    try {
      return ended(feed, feed.refresh(run), now, deadline);
    } catch (RefreshException e) {
      throw e; // It has said so already.
    } catch (Refusal refusal) {
      throw failed(feed, now, deadline, ErrorSummary.of(refusal), refusal);
    } catch (FetchException | Unavailable e) {
      throw failed(feed, now, deadline, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw failed(
          feed, now, deadline, "something is wrong here, not with the feed; see the log", e);
    }
  }

  private FeedState ended(Feed feed, Outcome outcome, Instant now, Deadline deadline) {
    if (outcome.errors().isEmpty()) {
      return note(feed, now, deadline, state -> ended(state, outcome));
    }
    String why = ErrorSummary.of(outcome.errors());
    note(
        feed,
        now,
        deadline,
        state -> state.ended(outcome.result(), outcome.memory(), Optional.of(why)));
    RefreshException failed = new RefreshException("%s: %s".formatted(feed.id(), why));
    outcome.faults().forEach(failed::addSuppressed);
    throw failed;
  }

  /** A run that left something for the next one hasn't done all it should. */
  private static FeedState ended(FeedState state, Outcome outcome) {
    return outcome.result().remaining() == 0
        ? state.succeeded(outcome.result(), outcome.memory())
        : state.ended(outcome.result(), outcome.memory(), Optional.empty());
  }

  private RefreshException failed(
      Feed feed, Instant now, Deadline deadline, String why, RuntimeException e) {
    try {
      note(feed, now, deadline, state -> state.failed(why));
    } catch (Unavailable unsaid) {
      e.addSuppressed(unsaid);
    }
    return new RefreshException("%s: %s".formatted(feed.id(), why), e);
  }

  /** Writes how a feed is doing, on what is there now. */
  private FeedState note(
      Feed feed, Instant now, Deadline deadline, UnaryOperator<FeedState> change) {
    while (true) {
      Optional<Versioned<FeedState>> there = store.feedToWrite(feed.id(), deadline);
      FeedState state =
          change.apply(
              there
                  .map(Versioned::value)
                  .orElseGet(
                      () -> FeedState.first(feed.id(), feed.kind(), feed.description(), now)));
      if (store.write(state, there.map(Versioned::version).orElse(0L), deadline)) {
        return state;
      }
    }
  }
}
