package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.Feed.Outcome;
import io.regionalmetrics.feed.Run;
import io.regionalmetrics.fetch.FetchFailed;
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
import java.util.stream.Collectors;

/**
 * Runs feeds: one run of a feed at a time, and each says how it went, whether it came to its end or
 * not.
 */
public final class Refresh {
  /** So many faults are named in words; an error is read, and not only counted. */
  private static final int MOST_NAMED = 5;

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
   * @throws RefreshFailed where the event is none, or the run fails; what was kept stays, and the
   *     state says why
   */
  public FeedState run(byte[] event, String holder, Deadline deadline) {
    Feed feed = feed(event);
    Leases.Answer answer = leases.ask(feed.lease(), holder, deadline);
    Leases.Lease lease =
        answer
            .lease()
            .orElseThrow(() ->
                new RefreshFailed(
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
      throw new RefreshFailed("the event can't be taken: " + words(refusal), refusal);
    }
  }

  /** What is wrong, the first of it by name. */
  public static String words(Refusal refusal) {
    return refusal.invalid().size() == 1
        ? refusal.message()
        : refusal.invalid().stream()
            .limit(MOST_NAMED)
            .map(one -> "%s: %s".formatted(one.name(), one.reason()))
            .collect(Collectors.joining("; ", refusal.message() + " ", ""));
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
    FeedState begun = note(feed, now, deadline, state -> state.tried(feed.of(), now));
    Run run =
        new Run(
            new Fetcher(manners, FOLDER, InstantSource.system()),
            new Ingest(store, clock),
            store,
            begun.memory(),
            deadline,
            now);
    try {
      return ended(feed, feed.refresh(run), now, deadline);
    } catch (RefreshFailed e) {
      throw e; // It has said so already.
    } catch (Refusal refusal) {
      throw failed(feed, now, deadline, words(refusal), refusal);
    } catch (FetchFailed | Unavailable e) {
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
    String why =
        outcome.errors().stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
            + (outcome.errors().size() > MOST_NAMED
                ? "; and %s more".formatted(outcome.errors().size() - MOST_NAMED)
                : "");
    note(
        feed,
        now,
        deadline,
        state -> state.ended(outcome.result(), outcome.memory(), Optional.of(why)));
    RefreshFailed failed = new RefreshFailed("%s: %s".formatted(feed.id(), why));
    outcome.faults().forEach(failed::addSuppressed);
    throw failed;
  }

  /** A run that left something for the next one hasn't done all it should. */
  private static FeedState ended(FeedState state, Outcome outcome) {
    return outcome.result().remaining() == 0
        ? state.succeeded(outcome.result(), outcome.memory())
        : state.ended(outcome.result(), outcome.memory(), Optional.empty());
  }

  private RefreshFailed failed(
      Feed feed, Instant now, Deadline deadline, String why, RuntimeException e) {
    try {
      note(feed, now, deadline, state -> state.failed(why));
    } catch (Unavailable unsaid) {
      e.addSuppressed(unsaid);
    }
    return new RefreshFailed("%s: %s".formatted(feed.id(), why), e);
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
                  .orElseGet(() -> FeedState.first(feed.id(), feed.kind(), feed.of(), now)));
      if (store.write(state, there.map(Versioned::version).orElse(0L), deadline)) {
        return state;
      }
    }
  }
}
