package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The newest quarter for which all of some subjects are known, while it is being looked for: newest
 * quarters first, some at a time.
 *
 * @param period the quarter; nothing until it is found
 * @param newer the subjects that are known for a newer one, in words, each with its newest
 */
public record LatestQuarter(Optional<YearQuarter> period, Map<String, YearQuarter> newer) {
  /** Nothing looked at yet. */
  public static final LatestQuarter NOT_YET = new LatestQuarter(Optional.empty(), Map.of());

  /** Keeps the order of the subjects. */
  public LatestQuarter {
    newer = Collections.unmodifiableMap(new LinkedHashMap<>(newer));
  }

  /** The quarters in which the newest one that all have may be, newest first. */
  public static List<YearQuarter> candidates(List<Subject> subjects) {
    List<Coverage> covered = subjects.stream().flatMap(LatestQuarter::coverage).toList();
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
   * Looks at some candidates more, which are older than all before.
   *
   * @param candidates newest first
   * @param quarters what {@code subjects} read of them
   */
  public LatestQuarter among(
      List<Subject> subjects, List<YearQuarter> candidates, Quarters quarters) {
    Levels levels = new Levels(quarters);
    Map<String, YearQuarter> having = new LinkedHashMap<>(newer);
    for (YearQuarter candidate : candidates) {
      List<Subject> known =
          subjects.stream().filter(subject -> levels.isKnown(subject, candidate)).toList();
      if (known.size() == subjects.size()) {
        return new LatestQuarter(Optional.of(candidate), having);
      }
      known.forEach(subject -> having.putIfAbsent(name(subject), candidate));
    }
    return new LatestQuarter(Optional.empty(), having);
  }

  private static String name(Subject subject) {
    return "%s of %s in %s"
        .formatted(subject.metric().id(), subject.company(), subject.requestedRegion());
  }

  /** Who has a newer quarter, and which is its newest; empty where nobody has. */
  public String ahead() {
    return newer.entrySet().stream()
        .map(one -> "%s has %s".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(", "));
  }
}
