package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.ErrorSummary;
import io.regionalmetrics.feed.Feed;
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
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Runs feeds, one run of a feed at a time, and stores the outcome of each run. */
public final class Refresh {
  /** The only folder that a Lambda function can write to. */
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final FeedEvents events;
  private final FetchPolicy policy;
  private final Store store;
  private final Leases leases;
  private final InstantSource clock;

  /** Runs the feeds that events configure. */
  public Refresh(
      FeedEvents events, FetchPolicy policy, Store store, Leases leases, InstantSource clock) {
    this.events = events;
    this.policy = policy;
    this.store = store;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Runs the feed of an event.
   *
   * @param event as Lambda passes it
   * @param holder the id of the invocation, which is the same when Lambda tries it again
   * @return the feed's state after the run
   * @throws RefreshException if the event is invalid, another run holds the lease, or the run
   *     fails. A failed run keeps what it has stored, and the feed's state has the reason
   */
  public FeedState run(byte[] event, String holder, Deadline deadline) {
    Feed feed = feed(event);
    Leases.Lease lease = lease(feed, holder, deadline);
    try {
      return run(feed, deadline);
    } finally {
      end(lease, deadline);
    }
  }

  private Feed feed(byte[] event) {
    try {
      return events.read(event);
    } catch (Refusal refusal) {
      throw new RefreshException("invalid event: " + ErrorSummary.of(refusal), refusal);
    }
  }

  private Leases.Lease lease(Feed feed, String holder, Deadline deadline) {
    Leases.Answer answer = leases.ask(feed.leaseName(), holder, deadline);
    return answer
        .lease()
        .orElseThrow(() ->
            new RefreshException(
                "%s can't start while another run is in progress, which may last until %s; try again after that"
                    .formatted(feed.id(), answer.until())));
  }

  private void end(Leases.Lease lease, Deadline deadline) {
    try {
      leases.end(lease, deadline);
    } catch (Unavailable e) {
      // The lease expires by itself, and this failure must not hide the run's outcome.
    }
  }

  private FeedState run(Feed feed, Deadline deadline) {
    Instant now = clock.instant();
    StateJournal journal = new StateJournal(store, feed, now, deadline);
    FeedState begun = journal.begin();
    try {
      return journal.end(feed.refresh(feedRun(begun, now, deadline)));
    } catch (RefreshException e) {
      throw e; // The state has it already.
    } catch (Refusal refusal) {
      throw journal.fail(ErrorSummary.of(refusal), refusal);
    } catch (FetchException | Unavailable e) {
      throw journal.fail(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw journal.fail("internal error in this service; see the log", e);
    }
  }

  private FeedRun feedRun(FeedState state, Instant now, Deadline deadline) {
    return new FeedRun(
        new Fetcher(policy, TEMPORARY, InstantSource.system()),
        new Ingest(store, clock),
        store,
        state.memory(),
        deadline,
        now);
  }
}
