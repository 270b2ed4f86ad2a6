package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LatestQuarterSearch;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/**
 * Turns the period of a question into a quarter. Reads figures to find out what {@code latest}
 * means.
 *
 * @param stored tells which quarters have figures
 * @param asOf the last day whose publications count
 */
record PeriodResolver(Store store, StoredQuarters stored, Deadline deadline, LocalDate asOf) {
  /** How many quarters to read at once. Companies are rarely further apart than that. */
  private static final int QUARTERS_AT_ONCE = 4;

  /**
   * A quarter.
   *
   * @param newer which subjects have figures for a newer quarter; empty if none has
   */
  record Resolved(YearQuarter quarter, String newer) {}

  /** The quarter that a period means for some subjects. */
  Resolved resolve(RequestedPeriod period, List<Subject> subjects) {
    return switch (period) {
      case RequestedPeriod.OneQuarter(YearQuarter quarter) -> new Resolved(quarter, "");
      case RequestedPeriod.Latest latest ->
          latest(subjects.stream().filter(PeriodResolver::isDefined).toList());
      case RequestedPeriod.Several several ->
          throw SeveralQuartersRefusal.ofPeriod(several, subjects.getFirst().metric());
    };
  }

  /** Whether the company has a subject's region at all; others may be asked with it. */
  private static boolean isDefined(Subject subject) {
    return subject.region().terms().keySet().stream()
        .allMatch(code -> subject.vocabulary().region(code).isPresent());
  }

  private Resolved latest(List<Subject> subjects) {
    return LatestQuarterSearch.span(subjects)
        .map(span -> search(subjects, span))
        .flatMap(search -> search.found().map(quarter -> new Resolved(quarter, search.newer())))
        .orElseThrow(() ->
            Refusal.of(
                Reason.SENSELESS,
                "period",
                "there is no quarter with figures for everything in the question; ask for fewer regions, or name a quarter"));
  }

  /** Reads the newest few quarters first, and then only older ones that have figures. */
  private LatestQuarterSearch search(List<Subject> subjects, Coverage span) {
    List<YearQuarter> newest = span.newest(QUARTERS_AT_ONCE);
    LatestQuarterSearch search = search(LatestQuarterSearch.NEW, newest, subjects);
    return search.found().isPresent()
        ? search
        : search(search, olderWithFigures(newest.getLast(), subjects), subjects);
  }

  private List<YearQuarter> olderWithFigures(YearQuarter than, List<Subject> subjects) {
    NavigableSet<YearQuarter> older = new TreeSet<>();
    subjects.stream()
        .flatMap(subject -> subject.reads(than))
        .map(key -> stored.of(key.company(), key.metric()))
        .distinct()
        .forEach(periods -> older.addAll(periods.headSet(than, false)));
    return List.copyOf(older.descendingSet());
  }

  private LatestQuarterSearch search(
      LatestQuarterSearch before, List<YearQuarter> candidates, List<Subject> subjects) {
    LatestQuarterSearch search = before;
    for (int start = 0;
        start < candidates.size() && search.found().isEmpty();
        start += QUARTERS_AT_ONCE) {
      List<YearQuarter> some =
          candidates.subList(start, Math.min(candidates.size(), start + QUARTERS_AT_ONCE));
      search = search.in(some, subjects, read(subjects, some));
    }
    return search;
  }

  private Quarters read(List<Subject> subjects, List<YearQuarter> quarters) {
    Set<QuarterKey> keys =
        quarters.stream()
            .flatMap(quarter -> subjects.stream().flatMap(subject -> subject.reads(quarter)))
            .collect(Collectors.toSet());
    ReadPlan.refuseTooManyItems(keys.size());
    Map<String, Vocabulary> vocabularies = new HashMap<>();
    subjects.forEach(subject -> vocabularies.put(subject.company(), subject.vocabulary()));
    Map<QuarterKey, MetricQuarter> read = new LinkedHashMap<>(store.quarters(keys, deadline));
    read.replaceAll((key, quarter) -> FigureReader.complete(quarter, vocabularies));
    return new Quarters(read, asOf);
  }
}
