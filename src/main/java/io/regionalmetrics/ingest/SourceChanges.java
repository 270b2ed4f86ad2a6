package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Source;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.SourceRecord;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stored sources that documents may change, and what they are after the change. */
final class SourceChanges {
  private final Store store;
  private final Deadline deadline;
  private final DocumentFaults faults;
  private final Map<String, Versioned<SourceRecord>> stored;
  private final Map<String, SourceRecord> sources = new LinkedHashMap<>();
  private final Optional<Replacement> replaced;

  /**
   * Reads the stored sources that have the ids of the documents' sources.
   *
   * @param replaced names the source whose description the documents replace, if any
   * @param faults receives a fault for each source that contradicts a stored one
   */
  SourceChanges(
      Store store,
      List<Document> documents,
      Optional<Replacement> replaced,
      DocumentFaults faults,
      Deadline deadline) {
    this.store = store;
    this.replaced = replaced;
    this.deadline = deadline;
    this.faults = faults;
    Set<String> ids = new LinkedHashSet<>();
    replaced.ifPresent(one -> ids.add(one.source()));
    documents.forEach(document -> ids.add(document.source().id()));
    stored = store.sources().toWrite(ids, deadline);
    stored.forEach((id, source) -> sources.put(id, source.value()));
    replaced.ifPresent(this::withdraw);
    documents.forEach(this::merge);
  }

  /** Takes a company from its source, as if the source had never reported on it. */
  private void withdraw(Replacement replacement) {
    sources.computeIfPresent(
        replacement.source(),
        (id, record) -> {
          List<String> others =
              record.companies().stream()
                  .filter(company -> !company.equals(replacement.company()))
                  .toList();
          return others.isEmpty() ? null : new SourceRecord(record.source(), others);
        });
  }

  private void merge(Document document) {
    Source source = document.source();
    SourceRecord record =
        new SourceRecord(source, document.companyIds().stream().sorted().toList());
    SourceRecord before = sources.get(source.id());
    if (before == null) {
      sources.put(source.id(), record);
    } else if (before.source().agreesWith(source)) {
      sources.put(source.id(), merged(before, record));
    } else {
      faults.add(Reason.CONTRADICTION, document.sourcePlace(), contradiction(before.source()));
    }
  }

  /** All companies of both, with the source as it was last published. */
  private static SourceRecord merged(SourceRecord before, SourceRecord record) {
    return new SourceRecord(
        newer(before.source(), record.source()),
        Stream.concat(before.companies().stream(), record.companies().stream())
            .distinct()
            .sorted()
            .toList());
  }

  /** The newer edition; the same one with the file that was read, if either names it. */
  private static Source newer(Source before, Source added) {
    return before.published().isAfter(added.published()) ? before : added.withFileOf(before);
  }

  private static String contradiction(Source before) {
    return "the id %s is known as '%s' by %s (%s, %s); give a different source a different id"
        .formatted(
            before.id(),
            before.title(),
            before.publisher(),
            before.kind().code(),
            before.url().orElse("no URL"));
  }

  /** Writes what has changed; returns false if another writer has changed it in the meantime. */
  boolean write() {
    return deleteWithdrawn() && sources.values().stream().allMatch(this::write);
  }

  /** Deletes the replaced source if it reports nothing any more. */
  private boolean deleteWithdrawn() {
    Optional<String> withdrawn =
        replaced.map(Replacement::source).filter(id -> !sources.containsKey(id));
    Versioned<SourceRecord> before = withdrawn.map(stored::get).orElse(null);
    return before == null
        || store.sources().delete(withdrawn.orElseThrow(), before.version(), deadline);
  }

  private boolean write(SourceRecord record) {
    Versioned<SourceRecord> before = stored.get(record.source().id());
    if (before == null) {
      return store.sources().write(record, 0, deadline);
    }
    return before.value().equals(record)
        || store.sources().write(record, before.version(), deadline);
  }
}
