package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.Versioned;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the stored company that a list of filings is about, and its definitions. */
final class CompanyLookup {
  private static final int PAGE_SIZE = 100;

  private final FeedRun run;

  CompanyLookup(FeedRun run) {
    this.run = run;
  }

  /** The company with the CIK of a list of filings; a new one if none is stored. */
  Company company(Submissions submissions) {
    Set<String> ids = new HashSet<>();
    Optional<Company> known = Optional.empty();
    Optional<String> next = Optional.empty();
    do {
      Page<Company> page = run.store().companies(next.orElse(null), PAGE_SIZE, run.deadline());
      page.items().forEach(company -> ids.add(company.id()));
      known = withCik(submissions.cik(), page.items());
      next = page.next();
    } while (known.isEmpty() && next.isPresent());
    return submissions.company(known, ids::contains, run.today());
  }

  private static Optional<Company> withCik(String cik, List<Company> companies) {
    return companies.stream().filter(company -> company.cik().equals(Optional.of(cik))).findFirst();
  }

  /**
   * The definitions that hold for a company, as they are stored: its own and the common ones. A
   * renamed region still has an id for each of its names, so that filings can refute that it is
   * one.
   */
  Vocabulary vocabulary(Company company) {
    @Nullable Versioned<CompanyRecord> known =
        run.store().companiesToWrite(List.of(company.id()), run.deadline()).get(company.id());
    return new Vocabulary(
        known != null ? known.value() : new CompanyRecord(company, Definitions.NONE, Map.of()),
        run.store().definitionsToWrite(run.deadline()).value());
  }
}
