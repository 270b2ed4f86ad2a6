package io.regionalmetrics.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes sources. */
public final class SourceStore {
  private final Table table;

  SourceStore(Table table) {
    this.table = table;
  }

  /** Reads sources consistently, in order to replace them. Unknown sources are left out. */
  public Map<String, Versioned<SourceRecord>> toWrite(Collection<String> ids, Deadline deadline) {
    Map<String, Versioned<SourceRecord>> sources = new LinkedHashMap<>();
    table
        .get(ids.stream().map(SourceItem::key).toList(), true, deadline)
        .forEach((key, item) ->
            sources.put(key.sk(), new Versioned<>(SourceItem.read(item), Table.version(item))));
    return sources;
  }

  /**
   * Writes a source.
   *
   * @param replaced the version that was read; 0 if there was none
   * @return false if another writer has replaced that version meanwhile
   */
  public boolean write(SourceRecord source, long replaced, Deadline deadline) {
    return table.put(SourceItem.write(source), replaced, deadline);
  }

  /**
   * Deletes a source.
   *
   * @param replaced the version that was read
   * @return false if another writer has replaced that version meanwhile
   */
  public boolean delete(String id, long replaced, Deadline deadline) {
    return table.delete(SourceItem.key(id), replaced, deadline);
  }

  /**
   * Lists the sources, ordered by id.
   *
   * @param after the id after which the page begins; null for the first page
   * @param limit the most sources on the page
   */
  public Page<SourceRecord> page(@Nullable String after, int limit, Deadline deadline) {
    return table.query(SourceItem.PARTITION, after, limit, deadline).as(SourceItem::read);
  }
}
