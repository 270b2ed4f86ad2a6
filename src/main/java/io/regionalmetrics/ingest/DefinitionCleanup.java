package io.regionalmetrics.ingest;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.Collection;
import java.util.Set;

/**
 * Cleans up a company's definitions when all of its sources have been read again. What is still
 * stale then, no source confirms: it is removed, unless figures or other definitions need it. The
 * ids of renamed regions become aliases. The company's coverage is determined from its figures.
 */
public record DefinitionCleanup(Store store, Deadline deadline) {
  /**
   * Cleans up, unless there is nothing to do. Does nothing if the company is unknown.
   *
   * @param company the company's id
   * @param renamed the regions that have another id now; none of them has two
   */
  public void clean(String company, StaleDefinitions stale, Collection<NewRegionId> renamed) {
    boolean done = false;
    while (!done) {
      Versioned<CompanyRecord> before =
          store.companiesToWrite(Set.of(company), deadline).get(company);
      done = before == null || clean(before, stale, renamed);
    }
  }

  private boolean clean(
      Versioned<CompanyRecord> before, StaleDefinitions stale, Collection<NewRegionId> renamed) {
    DefinitionUse use = DefinitionUse.of(new CompanyFigures(store, before.value(), deadline));
    CompanyRecord covered = use.covered(before.value());
    CompanyRecord clean =
        covered.with(
            new FormerIds(use.unusedRegions(covered.definitions(), stale), renamed)
                .addTo(use.withoutUnused(covered.definitions(), stale)));
    return clean.equals(before.value()) || store.write(clean, before.version(), deadline);
  }
}
