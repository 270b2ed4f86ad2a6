package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A search for the newest quarter in which every subject has a level. It reads the newest quarters
 * first, a few at a time.
 *
 * @param found the quarter; empty until it is found
 * @param newest the newest quarter with a level of each subject that has one in a quarter newer
 *     than the one found, by the subject's name
 */
public record LatestQuarterSearch(Optional<YearQuarter> found, Map<String, YearQuarter> newest) {
  /** A search that hasn't read anything yet. */
  public static final LatestQuarterSearch NEW = new LatestQuarterSearch(Optional.empty(), Map.of());

  /** Copies the map in its order. */
  public LatestQuarterSearch {
    newest = Collections.unmodifiableMap(new LinkedHashMap<>(newest));
  }

  /** The quarters to search: from the first to the last with any figures; empty if none has. */
  public static Optional<Coverage> span(List<Subject> subjects) {
    return subjects.stream().flatMap(LatestQuarterSearch::coverage).reduce(Coverage::and);
  }

  private static Stream<Coverage> coverage(Subject subject) {
    Map<String, Map<String, Coverage>> coverage = subject.vocabulary().company().coverage();
    return metrics(subject.metric())
        .flatMap(metric -> coverage.getOrDefault(metric, Map.of()).values().stream());
  }

  private static Stream<String> metrics(Metric metric) {
    Stream<String> numerator = metric.terms().map(RatioTerms::numerator).stream();
    return Stream.concat(Stream.of(metric.id()), numerator);
  }

  /**
   * Continues the search with older quarters.
   *
   * @param candidates the quarters to look at, newest first
   * @param quarters everything that the subjects read of those quarters
   */
  public LatestQuarterSearch in(
      List<YearQuarter> candidates, List<Subject> subjects, Quarters quarters) {
    Levels levels = new Levels(quarters);
    Map<String, YearQuarter> seen = new LinkedHashMap<>(newest);
    for (YearQuarter candidate : candidates) {
      List<Subject> known =
          subjects.stream().filter(subject -> levels.isKnown(subject, candidate)).toList();
      if (known.size() == subjects.size()) {
        return new LatestQuarterSearch(Optional.of(candidate), seen);
      }
      known.forEach(subject -> seen.putIfAbsent(name(subject), candidate));
    }
    return new LatestQuarterSearch(Optional.empty(), seen);
  }

  private static String name(Subject subject) {
    return "%s of %s in %s"
        .formatted(subject.metric().id(), subject.company(), subject.requestedRegion());
  }

  /**
   * Which subjects have a newer quarter than the one found, such as "users of twitter in JP has
   * 2018-Q1"; empty if none has.
   */
  public String newer() {
    return newest.entrySet().stream()
        .map(one -> "%s has %s".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(", "));
  }
}
