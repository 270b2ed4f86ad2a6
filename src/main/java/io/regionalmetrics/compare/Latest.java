package io.regionalmetrics.compare;

import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The newest quarter for which all of some subjects are known.
 *
 * @param period the quarter
 * @param newer in words, which subjects are known for a newer one
 */
public record Latest(YearQuarter period, List<String> newer) {

  /** The quarters in which the newest one that all have may be, newest first. */
  public static List<YearQuarter> candidates(List<Subject> subjects) {
    List<Coverage> covered = subjects.stream().flatMap(Latest::coverage).toList();
    List<YearQuarter> quarters = new ArrayList<>();
    covered.stream()
        .reduce(Coverage::and)
        .ifPresent(all -> {
          for (YearQuarter quarter = all.last();
              !quarter.isBefore(all.first());
              quarter = quarter.minusQuarters(1)) {
            quarters.add(quarter);
          }
        });
    return quarters;
  }

  private static Stream<Coverage> coverage(Subject subject) {
    Map<String, Map<String, Coverage>> coverage = subject.vocabulary().company().coverage();
    return metrics(subject.metric())
        .flatMap(metric -> coverage.getOrDefault(metric, Map.of()).values().stream());
  }

  private static Stream<String> metrics(Metric metric) {
    Stream<String> terms = metric.terms().map(RatioTerms::numerator).stream();
    return Stream.concat(Stream.of(metric.id()), terms);
  }

  /**
   * The newest of some candidates, newest first, for which all subjects are known; nothing where
   * there is none.
   */
  public static Optional<Latest> of(
      List<Subject> subjects, List<YearQuarter> candidates, Quarters quarters) {
    Levels levels = new Levels(quarters);
    List<String> newer = new ArrayList<>();
    for (YearQuarter candidate : candidates) {
      List<Subject> having =
          subjects.stream().filter(subject -> levels.isKnown(subject, candidate)).toList();
      if (having.size() == subjects.size()) {
        return Optional.of(new Latest(candidate, List.copyOf(newer)));
      }
      having.forEach(subject ->
          newer.add(
              "%s of %s in %s has %s"
                  .formatted(
                      subject.metric().id(), subject.company(), subject.asked(), candidate)));
    }
    return Optional.empty();
  }
}
