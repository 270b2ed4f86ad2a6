package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.store.Versioned;

/** The history of one company's filings, as it is stored in {@link HistoryFormat}. */
final class StoredHistory {
  private final FeedRun run;
  private final String feed;
  private final String cik;
  private Versioned<FilingHistory> current;

  private StoredHistory(FeedRun run, String feed, String cik) {
    this.run = run;
    this.feed = feed;
    this.cik = cik;
    this.current =
        run.store()
            .feeds()
            .fileToWrite(feed, name(), run.deadline())
            .map(file -> new Versioned<>(HistoryFormat.read(file.value()), file.version()))
            .orElseGet(() -> new Versioned<>(FilingHistory.begunAt(run.now()), 0));
  }

  /**
   * Reads the history of a company; it is empty if none is stored.
   *
   * @param feed the id of the feed that keeps it
   * @throws UnreadableHistory if what is stored is damaged
   */
  static StoredHistory read(FeedRun run, String feed, String cik) {
    return new StoredHistory(run, feed, cik);
  }

  /** What the company's filings have stated until now. */
  FilingHistory value() {
    return current.value();
  }

  /**
   * Stores a new history in place of this one.
   *
   * @throws FetchException if another run has stored one since this one was read
   */
  void replace(FilingHistory history) {
    byte[] bytes = HistoryFormat.write(history);
    long version = current.version();
    if (!run.store().feeds().writeFile(feed, name(), bytes, version, run.deadline())) {
      throw new FetchException(
          "another run has read filings of %s in the meantime; nothing is lost".formatted(cik));
    }
    current = new Versioned<>(history, version + 1);
  }

  private String name() {
    return "filings-" + cik;
  }
}
