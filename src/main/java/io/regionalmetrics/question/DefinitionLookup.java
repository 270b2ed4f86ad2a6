package io.regionalmetrics.question;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The definitions of the companies in a question. They may be cached for up to a minute, so they
 * are read again before a code is refused as unknown.
 */
public final class DefinitionLookup {
  private static final int MOST_SUGGESTED = 1_000;

  private final Store store;
  private final Deadline deadline;
  private final List<String> companies;
  private final Map<QuarterKey, MetricQuarter> readAhead;
  private Map<String, Vocabulary> vocabularies;
  private boolean fresh;

  private DefinitionLookup(
      Store store,
      Deadline deadline,
      List<String> companies,
      Store.DefinitionsRead read,
      boolean fresh) {
    this.store = store;
    this.deadline = deadline;
    this.companies = companies;
    this.readAhead = read.quarters();
    this.vocabularies = read.vocabularies();
    this.fresh = fresh;
  }

  /** Reads the definitions for a question, together with the figures that it will probably need. */
  static DefinitionLookup of(ParsedQuestion question, Store store, Deadline deadline) {
    List<String> companies = question.selection().companies();
    boolean fresh = question.dependsOnCoverage();
    Store.DefinitionsRead read =
        store.vocabularies(companies, fresh, question.likelyReads(), deadline);
    return new DefinitionLookup(store, deadline, companies, read, fresh);
  }

  /**
   * The definitions of one company.
   *
   * @throws Refusal if the company isn't known
   */
  public static Vocabulary of(String company, Store store, Deadline deadline) {
    List<String> companies = List.of(company);
    Store.DefinitionsRead read = store.vocabularies(companies, false, List.of(), deadline);
    DefinitionLookup lookup = new DefinitionLookup(store, deadline, companies, read, false);
    return lookup.resolve(() -> lookup.vocabulary(company));
  }

  /** The quarters that were read in the same request as the definitions. */
  Map<QuarterKey, MetricQuarter> readAhead() {
    return readAhead;
  }

  /** The definitions of the companies that are known, by id. */
  Map<String, Vocabulary> vocabularies() {
    return vocabularies;
  }

  /**
   * The definitions of a company.
   *
   * @throws Refusal if the company isn't known
   */
  Vocabulary vocabulary(String company) {
    Vocabulary vocabulary = vocabularies.get(company);
    if (vocabulary == null) {
      throw unknownCompany(company);
    }
    return vocabulary;
  }

  private Refusal unknownCompany(String company) {
    Collection<String> known =
        store.companies(null, MOST_SUGGESTED, deadline).items().stream().map(Company::id).toList();
    return Refusal.of(
        Reason.UNKNOWN,
        "company",
        "'%s' is not a known company%s".formatted(company, Codes.suggestion(company, known)));
  }

  /**
   * Whether a region is unknown to a company by its newest definitions, but known to another
   * company of the question.
   *
   * @param text the region, as the question writes it
   */
  boolean isKnownToOthersOnly(String text, Vocabulary vocabulary) {
    return fresh
        && vocabularies.size() > 1
        && vocabulary.region(text).isEmpty()
        && vocabularies.values().stream().anyMatch(other -> other.region(text).isPresent());
  }

  /** Resolves codes. If one is unknown, reads the newest definitions and tries once more. */
  <T> T resolve(Supplier<T> resolution) {
    try {
      return resolution.get();
    } catch (Refusal refusal) {
      if (refusal.reason() != Reason.UNKNOWN || fresh) {
        throw refusal;
      }
      fresh = true;
      vocabularies = store.vocabularies(companies, true, deadline);
      return resolution.get();
    }
  }
}
