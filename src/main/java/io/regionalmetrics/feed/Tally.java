package io.regionalmetrics.feed;

import io.regionalmetrics.ingest.Ingest.Report;
import io.regionalmetrics.model.FeedState.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run has done so far. */
public final class Tally {
  private static final int MOST_NOTES = 50;

  private final Map<String, Integer> leftOut = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private int observations;
  private int added;
  private int revised;
  private int unchanged;

  /** Counts what a document did. */
  public void add(Report report) {
    add(report.observations(), report.added(), report.revised(), report.unchanged());
  }

  /** Counts figures or rates, and what became of them. */
  public void add(int moreObservations, int moreAdded, int moreRevised, int moreUnchanged) {
    observations += moreObservations;
    added += moreAdded;
    revised += moreRevised;
    unchanged += moreUnchanged;
  }

  /** Counts what was found and not taken; nothing where that is none. */
  public void leaveOut(String why, int count) {
    if (count > 0) {
      leftOut.merge(why, count, Integer::sum);
    }
  }

  /** Notes what somebody should look at. */
  public void note(String words) {
    notes.add(words);
  }

  /** Notes it before anything else. */
  public void noteFirst(String words) {
    notes.addFirst(words);
  }

  /**
   * All of it.
   *
   * @param remaining how much of its work is left for the next run
   */
  public Result result(Run run, int remaining) {
    return new Result(
        run.fetcher().requests(),
        observations,
        added,
        revised,
        unchanged,
        leftOut,
        notes.stream().limit(MOST_NOTES).toList(),
        remaining);
  }
}
