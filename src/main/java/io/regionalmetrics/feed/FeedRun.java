package io.regionalmetrics.feed;

import io.regionalmetrics.fetch.Fetcher;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One run of a feed, and what it works with.
 *
 * @param fetcher fetches files from other servers
 * @param ingest stores documents
 * @param store gives access to stored data
 * @param memory the texts that the previous run kept for this one
 * @param deadline when the run must be over
 * @param now when the run began
 */
public record FeedRun(
    Fetcher fetcher,
    Ingest ingest,
    Store store,
    Map<String, String> memory,
    Deadline deadline,
    Instant now) {
  /** Time reserved at the end of a run to store its outcome. */
  private static final Duration RESERVE = Duration.ofSeconds(10);

  /** The longest time for one file, including retries and pauses. */
  private static final Duration MAX_FETCH = Duration.ofMinutes(3);

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** When work must end, so that the outcome of the run can still be stored. */
  public Deadline endOfWork() {
    return new Deadline(deadline.clock(), deadline.end().minus(RESERVE));
  }

  /** How long fetching a file may take from now on. */
  public Duration fetchTimeout() {
    Duration left = endOfWork().left();
    return left.compareTo(MAX_FETCH) < 0 ? left : MAX_FETCH;
  }

  /** Whether there is still time for work that takes as long as this. */
  public boolean hasTimeFor(Duration work) {
    return deadline.left().compareTo(work.plus(RESERVE)) > 0;
  }
}
