package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.QuarterKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** In which quarters each source reports anything about a company. */
final class SourceQuarters {
  private final Predicate<String> metrics;
  private final Map<String, Set<QuarterKey>> quarters = new HashMap<>();

  /**
   * No quarters yet.
   *
   * @param metrics the metrics to consider
   */
  SourceQuarters(Predicate<String> metrics) {
    this.metrics = metrics;
  }

  /** Adds the quarters of a company that are stored. */
  void add(List<MetricQuarter> stored) {
    stored.stream().filter(quarter -> metrics.test(quarter.key().metric())).forEach(this::add);
  }

  private void add(MetricQuarter quarter) {
    Stream.concat(
            quarter.allVintages().stream().map(one -> one.source().id()),
            quarter.breakdowns().stream().map(one -> one.source().id()))
        .distinct()
        .forEach(
            source -> quarters.computeIfAbsent(source, same -> new HashSet<>()).add(quarter.key()));
  }

  /** The quarters in which a source reports anything. */
  Set<QuarterKey> of(String source) {
    return quarters.getOrDefault(source, Set.of());
  }
}
