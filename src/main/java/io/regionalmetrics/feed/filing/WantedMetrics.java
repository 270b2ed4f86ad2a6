package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.FactSelection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is read from an instance. */
public record WantedMetrics(List<WantedMetric> metrics) {
  /** Revenue, and nothing more. */
  public static final WantedMetrics REVENUE = revenueAnd(List.of());

  /** Keeps their order. */
  public WantedMetrics {
    metrics = List.copyOf(metrics);
  }

  /** Revenue, and what an event asks for besides. */
  public static WantedMetrics revenueAnd(List<WantedMetric> more) {
    return new WantedMetrics(
        Stream.concat(Stream.of(WantedMetric.REVENUE), more.stream()).toList());
  }

  /** The facts to read of an instance: all metrics' concepts, by the axes that are understood. */
  public FactSelection selection() {
    return new FactSelection(
        metrics.stream().flatMap(metric -> metric.concepts().stream()).collect(Collectors.toSet()),
        Stream.concat(
                FactDimensions.AXES.stream(),
                metrics.stream().flatMap(metric -> metric.dimensions().keySet().stream()))
            .collect(Collectors.toSet()));
  }
}
