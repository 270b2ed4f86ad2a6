package io.regionalmetrics.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a feed is doing: what its last run came to, when one last came to its end, and what the next
 * one needs to know.
 *
 * @param id the feed's; two schedules of one kind have two
 * @param kind what kind of feed it is: {@code ecb-rates}, {@code sec-filings}, {@code csv}
 * @param of what it gets: an address, or companies
 * @param lastTry when a run began last
 * @param lastSuccess when a run began last that did all it should
 * @param lastResult what the last run did that came to its end; nothing before the first
 * @param lastError why the last run failed, or what it couldn't do, in words; nothing where it did
 *     all
 * @param memory what the next run needs to know, by names that are the feed's own
 */
public record FeedState(
    String id,
    String kind,
    String of,
    Instant lastTry,
    Optional<Instant> lastSuccess,
    Optional<Result> lastResult,
    Optional<String> lastError,
    Map<String, String> memory) {
  /** Keeps the memory as it is, in order. */
  public FeedState {
    memory = java.util.Collections.unmodifiableMap(new TreeMap<>(memory));
  }

  /**
   * What a run did.
   *
   * @param requests how many it sent to others
   * @param observations how many figures it found
   * @param added of which nothing was known
   * @param revised of which something else was known
   * @param unchanged that were known
   * @param leftOut what it found and did not take, by the reason, and how much of it
   * @param notes what somebody should look at, in words
   * @param remaining how much of its work was left for the next run
   */
  public record Result(
      int requests,
      int observations,
      int added,
      int revised,
      int unchanged,
      Map<String, Integer> leftOut,
      List<String> notes,
      int remaining) {
    /** Keeps what was left out, in order. */
    public Result {
      leftOut = java.util.Collections.unmodifiableMap(new TreeMap<>(leftOut));
      notes = List.copyOf(notes);
    }
  }

  /** A feed that was never run. */
  public static FeedState first(String id, String kind, String of, Instant now) {
    return new FeedState(
        id, kind, of, now, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  /** This when a run begins. */
  public FeedState tried(String nowOf, Instant now) {
    return new FeedState(id, kind, nowOf, now, lastSuccess, lastResult, lastError, memory);
  }

  /** This when the run that began last has come to its end. */
  public FeedState succeeded(Result result, Map<String, String> remembered) {
    return new FeedState(
        id,
        kind,
        of,
        lastTry,
        Optional.of(lastTry),
        Optional.of(result),
        Optional.empty(),
        remembered);
  }

  /** This when the run that began last has done what it could, and not all. */
  public FeedState ended(Result result, Map<String, String> remembered, Optional<String> why) {
    return new FeedState(id, kind, of, lastTry, lastSuccess, Optional.of(result), why, remembered);
  }

  /** This when the run that began last has failed. */
  public FeedState failed(String why) {
    return new FeedState(id, kind, of, lastTry, lastSuccess, lastResult, Optional.of(why), memory);
  }
}
