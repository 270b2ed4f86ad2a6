package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cleans up a company's definitions when all of its sources have been read again. What is still
 * stale then, no source confirms: it is removed, unless figures or other definitions need it. The
 * ids of renamed regions become aliases. The company's coverage is determined from its figures.
 *
 * @param company the company's id
 * @param name the company's name; if empty, it keeps the one that it has
 * @param stale the definitions that no source has confirmed
 * @param newIds the regions that have another id now; none of them has two
 */
public record DefinitionCleanup(
    String company, Optional<String> name, StaleDefinitions stale, Collection<NewRegionId> newIds) {
  /** Copies the ids. */
  public DefinitionCleanup {
    newIds = List.copyOf(newIds);
  }

  /** Cleans up, unless there is nothing to do. Does nothing if the company is unknown. */
  public void clean(Store store, Deadline deadline) {
    boolean done = false;
    while (!done) {
      Versioned<CompanyRecord> before =
          store.companiesToWrite(Set.of(company), deadline).get(company);
      done = before == null || clean(before, store, deadline);
    }
  }

  private boolean clean(Versioned<CompanyRecord> before, Store store, Deadline deadline) {
    CompanyRecord clean = cleaned(new CompanyFigures(store, before.value(), deadline));
    if (!clean.equals(before.value()) && !store.write(clean, before.version(), deadline)) {
      return false;
    }
    store.list(clean.company(), deadline);
    return true;
  }

  private CompanyRecord cleaned(CompanyFigures figures) {
    DefinitionUse use = DefinitionUse.of(figures);
    Definitions all = figures.record().definitions();
    return use.covered(figures.record())
        .with(named(figures.record().company()))
        .with(
            new FormerIds(use.unusedRegions(all, stale), newIds)
                .addTo(use.withoutUnused(all, stale)));
  }

  private Company named(Company stored) {
    return new Company(
        stored.id(),
        name.orElse(stored.name()),
        stored.cik(),
        stored.fiscalYearEnd(),
        stored.named());
  }
}
