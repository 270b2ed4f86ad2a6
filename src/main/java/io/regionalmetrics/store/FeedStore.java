package io.regionalmetrics.store;

import io.regionalmetrics.model.FeedState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the states of feeds, and the files that a feed keeps between its runs. */
public final class FeedStore {
  private final Table table;

  FeedStore(Table table) {
    this.table = table;
  }

  /** Reads a feed's state consistently, in order to replace it; empty if it has never run. */
  public Optional<Versioned<FeedState>> stateToWrite(String id, Deadline deadline) {
    Table.Key key = FeedItem.key(id);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key))
        .map(item -> new Versioned<>(FeedItem.read(item), Table.version(item)));
  }

  /**
   * Writes a feed's state.
   *
   * @param replaced the version that was read; 0 if there was none
   * @return false if another writer has replaced that version meanwhile
   */
  public boolean write(FeedState state, long replaced, Deadline deadline) {
    return table.put(FeedItem.write(state), replaced, deadline);
  }

  /** Reads a file of a feed consistently, in order to replace it; empty if there is none yet. */
  public Optional<Versioned<byte[]>> fileToWrite(String feed, String name, Deadline deadline) {
    Table.Key key = FeedItem.fileKey(feed, name);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key))
        .map(item -> new Versioned<>(FeedItem.readFile(item), Table.version(item)));
  }

  /**
   * Writes a file for a feed's next run.
   *
   * @param replaced the version that was read; 0 if there was none
   * @return false if another writer has replaced that version meanwhile
   */
  public boolean writeFile(
      String feed, String name, byte[] content, long replaced, Deadline deadline) {
    return table.put(FeedItem.writeFile(feed, name, content), replaced, deadline);
  }

  /**
   * Deletes a file of a feed.
   *
   * @param replaced the version that was read
   * @return false if another writer has replaced that version meanwhile
   */
  public boolean deleteFile(String feed, String name, long replaced, Deadline deadline) {
    return table.delete(FeedItem.fileKey(feed, name), replaced, deadline);
  }

  /**
   * Lists the feeds' states, ordered by id.
   *
   * @param after the id after which the page begins; null for the first page
   * @param limit the most states on the page
   */
  public Page<FeedState> page(@Nullable String after, int limit, Deadline deadline) {
    return table.query(FeedItem.PARTITION, after, limit, deadline).as(FeedItem::read);
  }
}
