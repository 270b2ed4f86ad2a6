package io.regionalmetrics.feed;

import io.regionalmetrics.ingest.IngestReport;
import io.regionalmetrics.model.FeedState.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a run does, for the feed's state. */
public final class Tally {
  private static final int MAX_NOTES = 50;

  /** The characters of a note that are kept, because a feed's state is one item of the table. */
  private static final int MAX_NOTE = 1_000;

  private final Map<String, Integer> leftOut = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private int observations;
  private int added;
  private int revised;
  private int unchanged;

  /** Counts what a document changed. */
  public void add(IngestReport report) {
    add(report.observations(), report.added(), report.revised(), report.unchanged());
  }

  /** Counts figures or rates that were found, and what storing them changed. */
  public void add(int moreObservations, int moreAdded, int moreRevised, int moreUnchanged) {
    observations += moreObservations;
    added += moreAdded;
    revised += moreRevised;
    unchanged += moreUnchanged;
  }

  /**
   * Counts figures that were found but not stored.
   *
   * @param reason why they were left out; counts of the same reason add up
   * @param count the number of figures; 0 is ignored
   */
  public void leaveOut(String reason, int count) {
    if (count > 0) {
      leftOut.merge(reason, count, Integer::sum);
    }
  }

  /** Adds a note for the feed's operator. */
  public void note(String note) {
    notes.add(bounded(note));
  }

  /** Adds a note ahead of all others. */
  public void noteFirst(String note) {
    notes.addFirst(bounded(note));
  }

  private static String bounded(String note) {
    return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE) + " ...";
  }

  /**
   * The counts and the first 50 notes.
   *
   * @param remaining how much work is left for the next run
   */
  public Result result(FeedRun run, int remaining) {
    return new Result(
        run.fetcher().requests(),
        observations,
        added,
        revised,
        unchanged,
        leftOut,
        notes.stream().limit(MAX_NOTES).toList(),
        remaining);
  }
}
