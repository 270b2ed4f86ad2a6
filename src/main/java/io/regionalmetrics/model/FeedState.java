package io.regionalmetrics.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of a feed: how its last run went, when it last succeeded, and what its next run needs.
 *
 * @param id the feed's id; two schedules for the same kind of feed have different ids
 * @param kind {@code ecb-rates}, {@code sec-filings} or {@code csv}
 * @param of what the feed reads: an address, or companies
 * @param lastTry when the last run began
 * @param lastSuccess when the last successful run began
 * @param lastResult what the last completed run did; empty before the first
 * @param lastError why the last run failed, or what it could not do; empty if it did everything
 * @param memory notes that a run leaves for the next one; each feed chooses its own names
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
  /** Copies the memory, sorted by name. */
  public FeedState {
    memory = java.util.Collections.unmodifiableMap(new TreeMap<>(memory));
  }

  /**
   * What a run did.
   *
   * @param requests how many HTTP requests it sent
   * @param observations how many figures or rates it found
   * @param added how many of them were new
   * @param revised how many of them differ from those stored before
   * @param unchanged how many of them were stored already
   * @param leftOut how many figures it found but did not store, by reason
   * @param notes what a person should look at
   * @param remaining how much of its work it left for the next run
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
    /** Copies the counts, sorted by reason, and the notes. */
    public Result {
      leftOut = java.util.Collections.unmodifiableMap(new TreeMap<>(leftOut));
      notes = List.copyOf(notes);
    }
  }

  /** The state of a feed that has never run. */
  public static FeedState first(String id, String kind, String of, Instant now) {
    return new FeedState(
        id, kind, of, now, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  /** The state when a run begins. */
  public FeedState tried(String currentOf, Instant now) {
    return new FeedState(id, kind, currentOf, now, lastSuccess, lastResult, lastError, memory);
  }

  /** The state when the last run has succeeded. */
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

  /** The state when the last run has completed but has not done everything. */
  public FeedState ended(Result result, Map<String, String> remembered, Optional<String> why) {
    return new FeedState(id, kind, of, lastTry, lastSuccess, Optional.of(result), why, remembered);
  }

  /** The state when the last run has failed. */
  public FeedState failed(String why) {
    return new FeedState(id, kind, of, lastTry, lastSuccess, lastResult, Optional.of(why), memory);
  }
}
