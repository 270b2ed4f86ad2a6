package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;

/** The history of one company's filings, as it is stored in {@link HistoryFormat}. */
final class StoredHistory {
  private final KeptFile file;
  private FilingHistory history;

  private StoredHistory(FeedRun run, KeptFile file) {
    this.file = file;
    this.history =
        file.read().map(HistoryFormat::read).orElseGet(() -> FilingHistory.begunAt(run.now()));
  }

  /**
   * Reads the history of a company; it is empty if none is stored.
   *
   * @param feed the id of the feed that keeps it
   * @throws UnreadableHistory if what is stored is damaged
   */
  static StoredHistory read(FeedRun run, String feed, String cik) {
    return new StoredHistory(
        run,
        new KeptFile(
            run,
            feed,
            "filings-" + cik,
            "another run has read filings of %s in the meantime; nothing is lost".formatted(cik)));
  }

  /** What the company's filings have stated until now. */
  FilingHistory value() {
    return history;
  }

  /**
   * Stores a new history in place of this one.
   *
   * @throws FetchException if another run has stored one since this one was read
   */
  void replace(FilingHistory next) {
    file.write(HistoryFormat.write(next));
    history = next;
  }
}
