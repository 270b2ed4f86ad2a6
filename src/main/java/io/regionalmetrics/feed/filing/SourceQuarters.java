package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.CompanyFigures;
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
  private final Map<String, Set<QuarterKey>> quarters = new HashMap<>();

  private SourceQuarters() {}

  /** No quarters. */
  static SourceQuarters none() {
    return new SourceQuarters();
  }

  /**
   * The quarters of all sources.
   *
   * @param metrics the metrics to consider
   */
  static SourceQuarters of(CompanyFigures figures, Predicate<String> metrics) {
    SourceQuarters all = new SourceQuarters();
    figures.forEachMetric(ofMetric -> all.add(ofMetric, metrics));
    return all;
  }

  private void add(List<MetricQuarter> ofMetric, Predicate<String> metrics) {
    ofMetric.stream().filter(quarter -> metrics.test(quarter.key().metric())).forEach(this::add);
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
