package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics to read from an instance.
 *
 * @param metrics the metrics, in the order in which their facts are collected
 */
public record WantedMetrics(List<WantedMetric> metrics) {
  /** Revenue alone. */
  public static final WantedMetrics REVENUE = revenueAnd(List.of());

  /** Copies the metrics. */
  public WantedMetrics {
    metrics = List.copyOf(metrics);
  }

  /** Revenue, and the other metrics that an event requests. */
  public static WantedMetrics revenueAnd(List<WantedMetric> more) {
    return new WantedMetrics(
        Stream.concat(Stream.of(WantedMetric.REVENUE), more.stream()).toList());
  }

  /** Whether a metric is one of these, or a part of one, such as {@code revenue-streaming}. */
  boolean include(String metric) {
    return metrics.stream()
        .anyMatch(
            one -> metric.equals(one.id()) || (one.bySlice() && metric.startsWith(one.id() + "-")));
  }

  /** Selects the concepts whose facts are read. */
  public Predicate<QualifiedName> concepts() {
    Set<QualifiedName> listed =
        metrics.stream().flatMap(metric -> metric.concepts().stream()).collect(Collectors.toSet());
    return concept -> listed.contains(concept) || RevenueLines.isNeeded(concept);
  }
}
