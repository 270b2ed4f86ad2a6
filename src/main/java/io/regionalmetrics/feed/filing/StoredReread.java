package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import java.util.Optional;

/** The state of reading a company's filings again, as it is stored until that is complete. */
final class StoredReread {
  private final KeptFile file;
  private Optional<RereadState> state;

  private StoredReread(KeptFile file) {
    this.file = file;
    this.state = file.read().map(RereadState::read);
  }

  /**
   * Reads the state of a company.
   *
   * @param feed the id of the feed that keeps it
   */
  static StoredReread read(FeedRun run, String feed, String cik) {
    return new StoredReread(
        new KeptFile(
            run,
            feed,
            "reread-" + cik,
            "another run reads the filings of %s again at the same time".formatted(cik)));
  }

  /** The state; empty if no reread is in progress. */
  Optional<RereadState> state() {
    return state;
  }

  /** Stores a new state. */
  void replace(RereadState next) {
    if (!state.equals(Optional.of(next))) {
      file.write(next.bytes());
      state = Optional.of(next);
    }
  }

  /** Notes that the reread is complete. */
  void end() {
    file.delete();
    state = Optional.empty();
  }
}
