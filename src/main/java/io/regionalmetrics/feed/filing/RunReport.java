package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.Feed.Outcome;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.feed.Tally;
import io.regionalmetrics.ingest.IngestReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what a run has read, left out, given up and left for the next run. */
final class RunReport {
  private static final String GIVEN_UP =
      "filing given up, because it couldn't be read on five days";

  private static final String INTERRUPTING =
      "filing given up, because three runs ended or stopped while they read it: it needs too much time or memory";

  private static final String STOPPED =
      "filing whose reading was stopped, because it needs too much time or memory";

  private final Tally tally = new Tally();
  private final List<String> errors = new ArrayList<>();
  private final List<RuntimeException> faults = new ArrayList<>();
  private int givenUp;
  private int remaining;

  /** Counts what taking in a document has changed. */
  void add(IngestReport report) {
    tally.add(report);
  }

  /** Counts the facts of a filing that were left out, and adds the notes on it. */
  void add(Filing filing, FilingContents contents) {
    for (Map.Entry<LeftOutReason, Integer> reason : contents.leftOut().entrySet()) {
      tally.leaveOut("fact " + reason.getKey().description(), reason.getValue());
    }
    for (FilingNote note : contents.notes()) {
      tally.note("%s %s: %s".formatted(filing.accession(), note.code(), note.message()));
    }
  }

  /**
   * Notes how far reading a company's filings again has come.
   *
   * @param read how many filings were read again, in this run and in those before
   * @param all how many filings there are
   * @param removed how many figures this run removed
   */
  void addReread(String company, int read, int all, int removed) {
    tally.noteFirst(
        "%s: %s of %s filings have been read again; this run removed %s figures that they no longer report"
            .formatted(company, read, all, removed));
  }

  /** Counts a filing that has no instance. */
  void addWithoutInstance() {
    tally.leaveOut("filing without an XBRL instance", 1);
  }

  /** Counts reports of forms that aren't read, by form. */
  void addOtherReports(Map<String, Integer> reports) {
    reports.forEach(
        (form, count) -> tally.leaveOut("%s, which is not read".formatted(form), count));
  }

  /** Counts a filing that was given up in an earlier run. */
  void addGivenUp() {
    givenUp++;
    tally.leaveOut(GIVEN_UP, 1);
  }

  /**
   * Counts a filing whose reading was stopped, and adds an error.
   *
   * @param address where the filing is
   * @param reason why it was stopped
   */
  void addStopped(URI address, String reason) {
    tally.leaveOut(STOPPED, 1);
    errors.add("%s: %s".formatted(address, reason));
  }

  /** Counts a filing that was given up because it has ended runs, or was stopped in them. */
  void addInterrupting() {
    givenUp++;
    tally.leaveOut(INTERRUPTING, 1);
  }

  /** Counts a company or a filing that is left for the next run. */
  void addRemaining() {
    remaining++;
  }

  /** Adds an error, which fails the run in the end. */
  void addError(String error) {
    errors.add(error);
  }

  /** Adds an exception that points to a bug of this service. */
  void addFault(String cik, RuntimeException fault) {
    faults.add(fault);
    errors.add("%s: this service failed, not the filings; see the log".formatted(cik));
  }

  /**
   * Adds a filing that couldn't be read: an error, or a note if the filing is given up now.
   *
   * @param address the file that was to be read
   * @param reason why it couldn't be
   */
  void addUnreadable(URI address, String reason, boolean isGivenUp) {
    String message =
        reason.contains(address.toString()) ? reason : "%s: %s".formatted(address, reason);
    if (isGivenUp) {
      tally.note("given up, because it couldn't be read on five days: " + message);
    } else {
      errors.add(message);
    }
  }

  /** How much isn't done. A company whose reading raises this is looked at again. */
  int unfinished() {
    return errors.size() + remaining + givenUp;
  }

  /** The outcome of the run. */
  Outcome outcome(FeedRun run, Map<String, String> memory) {
    if (remaining > 0) {
      tally.noteFirst(
          "%s filings, or companies that weren't looked at, are left for the next run"
              .formatted(remaining));
    }
    return new Outcome(tally.result(run, remaining), memory, errors, faults);
  }
}
