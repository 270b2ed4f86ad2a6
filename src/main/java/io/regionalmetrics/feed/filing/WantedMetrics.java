package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.FactSelection;
import java.util.List;
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

  /** The facts to read: those of all metrics' concepts, with the axes that may divide them. */
  public FactSelection selection() {
    return new FactSelection(
        metrics.stream().flatMap(metric -> metric.concepts().stream()).collect(Collectors.toSet()),
        Stream.concat(
                FactDimensions.AXES.stream(),
                metrics.stream().flatMap(metric -> metric.dimensions().keySet().stream()))
            .collect(Collectors.toSet()));
  }
}
