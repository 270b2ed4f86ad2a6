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
 * One run of a feed: what it works with.
 *
 * @param fetcher the way to other people's servers
 * @param ingest where documents go in
 * @param store what is kept
 * @param memory what the run before has left for this one
 * @param deadline when it must be over
 * @param now when it began
 */
public record Run(
    Fetcher fetcher,
    Ingest ingest,
    Store store,
    Map<String, String> memory,
    Deadline deadline,
    Instant now) {
  /** What a run needs at its end, to write what it came to. */
  private static final Duration TO_END = Duration.ofSeconds(10);

  /** The longest that one file is waited for, its tries and pauses included. */
  private static final Duration LONGEST_FETCH = Duration.ofMinutes(3);

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** How long a file that is asked for now may take. */
  public Duration toFetch() {
    Duration left = deadline.left().minus(TO_END);
    return left.compareTo(LONGEST_FETCH) < 0 ? left : LONGEST_FETCH;
  }

  /** Whether there is time for something that takes so long. */
  public boolean hasTimeFor(Duration work) {
    return deadline.left().compareTo(work.plus(TO_END)) > 0;
  }
}
