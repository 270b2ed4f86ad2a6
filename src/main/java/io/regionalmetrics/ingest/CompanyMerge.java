package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Map;
import java.util.Optional;

/** Merges a document's companies into the known ones. The newest source decides the name. */
final class CompanyMerge {
  private final KnownDefinitions known;
  private final DocumentFaults faults;

  CompanyMerge(KnownDefinitions known, DocumentFaults faults) {
    this.known = known;
    this.faults = faults;
  }

  /** Adds a company, or updates it; a different CIK is a fault. */
  void merge(Located<CompanyRow> located) {
    Company company = located.row().company();
    CompanyRecord record = known.companies().get(company.id());
    if (record == null) {
      known.companies().put(company.id(), new CompanyRecord(company, Definitions.NONE, Map.of()));
    } else {
      checkCik(located, record.company().cik());
      known.companies().put(company.id(), record.with(merged(record.company(), company)));
    }
  }

  private void checkCik(Located<CompanyRow> located, Optional<String> stored) {
    Optional<String> cik = located.row().company().cik();
    if (stored.isPresent() && cik.isPresent() && !stored.equals(cik)) {
      faults.add(
          Reason.CONTRADICTION,
          located.place() + ".cik",
          "%s contradicts the CIK that is already stored, %s".formatted(cik.get(), stored.get()));
    }
  }

  private static Company merged(Company stored, Company company) {
    boolean newer = !company.named().isBefore(stored.named());
    Company first = newer ? company : stored;
    Company second = newer ? stored : company;
    return new Company(
        company.id(),
        first.name(),
        stored.cik().or(company::cik),
        first.fiscalYearEnd().or(second::fiscalYearEnd),
        first.named());
  }
}
