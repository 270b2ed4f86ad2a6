package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.store.Versioned;
import java.util.Optional;

/**
 * A file that a feed keeps in the table between runs, and that only one run at a time may change.
 */
final class KeptFile {
  private final FeedRun run;
  private final String feed;
  private final String name;
  private final String conflict;
  private long version;

  /**
   * A file that hasn't been read yet.
   *
   * @param feed the id of the feed that keeps it
   * @param conflict what to say if another run has changed it meanwhile
   */
  KeptFile(FeedRun run, String feed, String name, String conflict) {
    this.run = run;
    this.feed = feed;
    this.name = name;
    this.conflict = conflict;
  }

  /** Reads the file; empty if there is none. */
  Optional<byte[]> read() {
    Optional<Versioned<byte[]>> stored =
        run.store().feeds().fileToWrite(feed, name, run.deadline());
    version = stored.map(Versioned::version).orElse(0L);
    return stored.map(Versioned::value);
  }

  /**
   * Writes the file.
   *
   * @throws FetchException if another run has changed it since it was read
   */
  void write(byte[] content) {
    refuseConflict(run.store().feeds().writeFile(feed, name, content, version, run.deadline()));
    version++;
  }

  /**
   * Deletes the file.
   *
   * @throws FetchException if another run has changed it since it was read
   */
  void delete() {
    refuseConflict(run.store().feeds().deleteFile(feed, name, version, run.deadline()));
    version = 0;
  }

  private void refuseConflict(boolean isDone) {
    if (!isDone) {
      throw new FetchException(conflict);
    }
  }
}
