package io.regionalmetrics.feed;

import io.regionalmetrics.model.FeedState.Result;
import java.util.List;
import java.util.Map;

/** A source of figures or rates that is fetched on a schedule, as an event configures it. */
public interface Feed {
  /** The key of its state. Two schedules of one kind have two ids. */
  String id();

  /** The kind of feed, as events name it, such as {@code ecb-rates}. */
  String kind();

  /** What it fetches, for people to read: an address, or a list of companies. */
  String description();

  /**
   * The name of its lease: runs with the same lease never overlap. Feeds that must share a server's
   * limit of requests share one.
   */
  default String leaseName() {
    return id();
  }

  /**
   * Fetches what is new and stores it. If a run fails, what it stored until then stays; running
   * again loses and doubles nothing.
   *
   * @throws RuntimeException if it could do nothing more
   */
  Outcome refresh(FeedRun run);

  /**
   * How a run ended.
   *
   * @param memory what the next run needs to know, by names of the feed's own
   * @param errors what it couldn't do while it did the rest, as sentences; empty if it did all
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
