package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LatestQuarterSearch;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/**
 * Turns the period of a question into a quarter. Reads figures to find out what {@code latest}
 * means.
 *
 * @param asOf the last day whose publications count
 */
record PeriodResolver(Store store, Deadline deadline, LocalDate asOf) {
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
      case RequestedPeriod.Latest latest -> latest(subjects);
      case RequestedPeriod.Several several ->
          throw SeveralQuartersRefusal.ofPeriod(several, subjects.getFirst().metric());
    };
  }

  private Resolved latest(List<Subject> subjects) {
    List<YearQuarter> candidates = LatestQuarterSearch.candidates(subjects);
    LatestQuarterSearch search = LatestQuarterSearch.NEW;
    for (int start = 0; start < candidates.size(); start += QUARTERS_AT_ONCE) {
      List<YearQuarter> some =
          candidates.subList(start, Math.min(candidates.size(), start + QUARTERS_AT_ONCE));
      search = search.in(some, subjects, read(subjects, some));
      Optional<YearQuarter> found = search.found();
      if (found.isPresent()) {
        return new Resolved(found.get(), search.newer());
      }
    }
    throw Refusal.of(
        Reason.SENSELESS,
        "period",
        "there is no quarter with figures for everything in the question; ask for fewer regions, or name a quarter");
  }

  private Quarters read(List<Subject> subjects, List<YearQuarter> quarters) {
    Set<QuarterKey> keys =
        quarters.stream()
            .flatMap(quarter -> subjects.stream().flatMap(subject -> subject.reads(quarter)))
            .collect(Collectors.toSet());
    ReadPlan.refuseTooManyItems(keys.size());
    return new Quarters(store.quarters(keys, deadline), asOf);
  }
}
