package io.regionalmetrics.feed.filing;

import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.Linkbases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out why the feed leaves a fact out: it reads the filing once with the fact and once
 * without, and sees which count differs.
 */
public final class RefusalReasons {
  /** The answer if no count differs: the feed has left the fact out without a reason. */
  public static final String NONE = "no reason";

  private final Filing filing;
  private final String sha256;
  private final Instance instance;

  /** The reasons of one filing. */
  public RefusalReasons(
      byte[] bytes, String cik, String accession, String form, LocalDate filed, String period) {
    this.filing = FilingSequence.filing(cik, accession, form, filed.toString(), period);
    this.sha256 = FetchedFile.hash(bytes);
    this.instance = FilingSequence.instance(bytes, WantedMetrics.REVENUE);
  }

  /**
   * Why a fact is left out.
   *
   * @param concept the local name of its concept
   * @param members its members, such as {@code country:JP}
   */
  public String of(String concept, Set<String> members, LocalDate start, LocalDate end) {
    List<Fact> others =
        instance.facts().stream().filter(fact -> !is(fact, concept, members, start, end)).toList();
    Map<LeftOutReason, Integer> with = leftOut(instance);
    Map<LeftOutReason, Integer> without = leftOut(with(others));
    return with.keySet().stream()
        .filter(reason -> with.get(reason) > without.getOrDefault(reason, 0))
        .map(LeftOutReason::code)
        .sorted()
        .findFirst()
        .orElse(NONE);
  }

  private static boolean is(
      Fact fact, String concept, Set<String> members, LocalDate start, LocalDate end) {
    return fact.concept().local().equals(concept)
        && fact.context().start().equals(Optional.of(start))
        && fact.context().end().equals(end)
        && fact.context().dimensions().values().stream()
            .map(Object::toString)
            .collect(Collectors.toSet())
            .equals(members);
  }

  private Instance with(List<Fact> facts) {
    return new Instance(
        instance.registrant(),
        instance.cik(),
        instance.periodEnd(),
        instance.fiscalYearEnd(),
        instance.periodFocus(),
        instance.spans(),
        instance.filedAxes(),
        facts);
  }

  private Map<LeftOutReason, Integer> leftOut(Instance read) {
    Company company =
        new Company("acme", "Acme", Optional.of(filing.cik()), Optional.empty(), LocalDate.EPOCH);
    Vocabulary vocabulary =
        new Vocabulary(new CompanyRecord(company, Definitions.NONE, Map.of()), Definitions.NONE);
    return new FilingReader(company, vocabulary, WantedMetrics.REVENUE)
        .read(
            new FiledInstance(filing, "https://example.com", sha256, read, Linkbases.NONE),
            FilingHistory.empty())
        .leftOut();
  }
}
