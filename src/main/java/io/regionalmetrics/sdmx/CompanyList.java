package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists companies, and reads their definitions and figures.
 *
 * @param store where they are
 * @param deadline when the answer must be ready
 */
record CompanyList(Store store, Deadline deadline) {
  /** The most companies whose definitions one query reads. */
  static final int MOST_DEFINITIONS = 100;

  private static final int MOST_SUGGESTED = 1_000;

  /**
   * The first companies by id.
   *
   * @param most how many to read at most: one request reads about 10,000
   */
  List<Company> first(int most) {
    Page<Company> page = store.companies(null, most, deadline);
    List<Company> companies = new ArrayList<>(page.items());
    while (page.next().isPresent() && companies.size() < most) {
      page = store.companies(page.next().get(), most - companies.size(), deadline);
      companies.addAll(page.items());
    }
    return companies;
  }

  /** The ids of companies to suggest in place of an unknown one. */
  List<String> suggestions() {
    return first(MOST_SUGGESTED).stream().map(Company::id).toList();
  }

  /** The definitions that all companies share. */
  Definitions shared() {
    return store.definitions(deadline);
  }

  /** The definitions of some companies, by id. Unknown companies are left out. */
  Map<String, Vocabulary> definitions(Collection<String> ids) {
    return store.vocabularies(ids, false, deadline);
  }

  /** The quarters of a company's metric that have figures, oldest first. */
  Collection<MetricQuarter> quarters(MetricSpan span) {
    return store.quarters(span, deadline).values();
  }

  /** The definitions of all companies; empty if there are more companies than one query reads. */
  Optional<Collection<Vocabulary>> allDefinitions() {
    List<String> ids = first(MOST_DEFINITIONS + 1).stream().map(Company::id).toList();
    return ids.size() > MOST_DEFINITIONS
        ? Optional.empty()
        : Optional.of(definitions(ids).values());
  }
}
