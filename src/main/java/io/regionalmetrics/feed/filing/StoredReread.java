package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.store.Versioned;
import java.util.Optional;

/** The state of reading a company's filings again, as it is stored until that is complete. */
final class StoredReread {
  private final FeedRun run;
  private final String feed;
  private final String cik;
  private Optional<RereadState> state;
  private long version;

  private StoredReread(FeedRun run, String feed, String cik) {
    this.run = run;
    this.feed = feed;
    this.cik = cik;
    Optional<Versioned<byte[]>> file =
        run.store().feeds().fileToWrite(feed, name(), run.deadline());
    state = file.map(Versioned::value).map(RereadState::read);
    version = file.map(Versioned::version).orElse(0L);
  }

  /**
   * Reads the state of a company.
   *
   * @param feed the id of the feed that keeps it
   */
  static StoredReread read(FeedRun run, String feed, String cik) {
    return new StoredReread(run, feed, cik);
  }

  /** The state; empty if no reread is in progress. */
  Optional<RereadState> state() {
    return state;
  }

  /** Stores a new state. */
  void replace(RereadState next) {
    if (!state.equals(Optional.of(next))) {
      refuseOtherRun(
          run.store().feeds().writeFile(feed, name(), next.bytes(), version, run.deadline()));
      state = Optional.of(next);
      version++;
    }
  }

  /** Notes that the reread is complete. */
  void end() {
    refuseOtherRun(run.store().feeds().deleteFile(feed, name(), version, run.deadline()));
    state = Optional.empty();
    version = 0;
  }

  private void refuseOtherRun(boolean isDone) {
    if (!isDone) {
      throw new FetchException(
          "another run reads the filings of %s again at the same time".formatted(cik));
    }
  }

  private String name() {
    return "reread-" + cik;
  }
}
