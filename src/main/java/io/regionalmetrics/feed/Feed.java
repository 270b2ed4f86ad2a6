package io.regionalmetrics.feed;

import io.regionalmetrics.model.FeedState.Result;
import java.util.List;
import java.util.Map;

/** A source of figures or rates, fetched on a schedule and configured by an event. */
public interface Feed {
  /** The key of its state. Schedules of the same kind have different ids. */
  String id();

  /** The kind of feed, as events name it, such as {@code ecb-rates}. */
  String kind();

  /** What it fetches, as text: an address, or a list of companies. */
  String description();

  /**
   * The name of its lease: runs with the same lease never overlap. Feeds that share a server's rate
   * limit share a lease.
   */
  default String leaseName() {
    return id();
  }

  /**
   * Fetches what is new and stores it. A failed run keeps what it has stored; running again loses
   * nothing and stores nothing twice.
   *
   * @throws RuntimeException if the run can't go on
   */
  Outcome refresh(FeedRun run);

  /**
   * The outcome of a run.
   *
   * @param memory texts for the next run, by names that the feed chooses
   * @param errors what failed while the rest succeeded, as sentences; empty if nothing failed
   * @param faults exceptions that point to bugs of this service, for the log
   */
  record Outcome(
      Result result,
      Map<String, String> memory,
      List<String> errors,
      List<RuntimeException> faults) {
    /** The outcome of a run without errors. */
    public Outcome(Result result, Map<String, String> memory) {
      this(result, memory, List.of(), List.of());
    }
  }
}
