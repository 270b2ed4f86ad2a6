package io.regionalmetrics.ingest;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The stored definitions that documents may change, and what they are after the change. */
final class DefinitionChanges {
  private final Store store;
  private final Deadline deadline;
  private final Versioned<Definitions> common;
  private final Map<String, Versioned<CompanyRecord>> companies;
  private final KnownDefinitions known;

  /**
   * Reads the stored definitions.
   *
   * @param companyIds the companies that the documents mention
   */
  DefinitionChanges(Store store, Set<String> companyIds, Deadline deadline) {
    this.store = store;
    this.deadline = deadline;
    common = store.definitionsToWrite(deadline);
    companies = store.companiesToWrite(companyIds, deadline);
    Map<String, CompanyRecord> records = new LinkedHashMap<>();
    companies.forEach((id, record) -> records.put(id, record.value()));
    known = new KnownDefinitions(common.value(), records);
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

  private boolean writeCompany(CompanyRecord record) {
    Versioned<CompanyRecord> before = companies.get(record.company().id());
    boolean changed = before == null || !before.value().equals(record);
    if (changed && !store.write(record, before == null ? 0 : before.version(), deadline)) {
      return false;
    }
    store.list(record.company(), deadline);
    return true;
  }
}
