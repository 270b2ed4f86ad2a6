package io.regionalmetrics.ingest;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stored definitions that documents may change, and what they are after the change. */
final class DefinitionChanges {
  private final Store store;
  private final Deadline deadline;
  private final Versioned<Definitions> common;
  private final Map<String, Versioned<CompanyRecord>> companies;
  private final KnownDefinitions known;
  private final Optional<Replacement> replaced;

  /**
   * Reads the stored definitions.
   *
   * @param companyIds the companies that the documents mention
   * @param replaced names the definitions that have no influence on the documents, if any
   */
  DefinitionChanges(
      Store store, Set<String> companyIds, Optional<Replacement> replaced, Deadline deadline) {
    this.replaced = replaced;
    this.store = store;
    this.deadline = deadline;
    common = store.definitionsToWrite(deadline);
    companies = store.companiesToWrite(companyIds, deadline);
    Map<String, CompanyRecord> records = new LinkedHashMap<>();
    companies.forEach((id, record) -> records.put(id, withoutStale(record.value())));
    known = new KnownDefinitions(common.value(), records);
  }

  private CompanyRecord withoutStale(CompanyRecord record) {
    return stale(record).map(stale -> stale.hiddenIn(record)).orElse(record);
  }

  private Optional<StaleDefinitions> stale(CompanyRecord record) {
    return replaced
        .filter(one -> one.company().equals(record.company().id()))
        .map(Replacement::stale);
  }

  /** A company with the stale definitions that the documents have not made anew. */
  private CompanyRecord withStale(CompanyRecord record, CompanyRecord before) {
    return stale(record).map(stale -> stale.restoredIn(record, before)).orElse(record);
  }

  /** Returns the definitions to merge documents into. */
  KnownDefinitions known() {
    return known;
  }

  /** Writes what has changed; returns false if another writer has changed it in the meantime. */
  boolean write() {
    return writeCommon() && known.companies().values().stream().allMatch(this::writeCompany);
  }

  private boolean writeCommon() {
    return common.value().equals(known.common())
        || store.write(known.common(), common.version(), deadline);
  }

  private boolean writeCompany(CompanyRecord merged) {
    Versioned<CompanyRecord> before = companies.get(merged.company().id());
    CompanyRecord record = before == null ? merged : withStale(merged, before.value());
    boolean changed = before == null || !before.value().equals(record);
    if (changed && !store.write(record, before == null ? 0 : before.version(), deadline)) {
      return false;
    }
    store.list(record.company(), deadline);
    return true;
  }
}
