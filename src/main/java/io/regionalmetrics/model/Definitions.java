package io.regionalmetrics.model;

import io.regionalmetrics.region.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics and regions defined for one company or for all, by id, in the order of definition.
 */
public record Definitions(Map<String, Metric> metrics, Map<String, Region> regions) {
  /** No definitions. */
  public static final Definitions NONE = new Definitions(Map.of(), Map.of());

  /** Copies the maps and keeps their order. */
  public Definitions {
    metrics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    regions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(regions));
  }

  /** A copy with a metric added, or replaced if its id is already defined. */
  public Definitions with(Metric metric) {
    Map<String, Metric> more = new LinkedHashMap<>(metrics);
    more.put(metric.id(), metric);
    return new Definitions(more, regions);
  }

  /** A copy with a region added, or replaced if its id is already defined. */
  public Definitions with(Region region) {
    Map<String, Region> more = new LinkedHashMap<>(regions);
    more.put(region.id(), region);
    return new Definitions(metrics, more);
  }

  /** These definitions, and then others whose ids these don't have. */
  public Definitions and(Definitions others) {
    Map<String, Metric> moreMetrics = new LinkedHashMap<>(metrics);
    others.metrics.forEach(moreMetrics::putIfAbsent);
    Map<String, Region> moreRegions = new LinkedHashMap<>(regions);
    others.regions.forEach(moreRegions::putIfAbsent);
    return new Definitions(moreMetrics, moreRegions);
  }

  /** A copy without some metrics and regions. */
  public Definitions without(Set<String> otherMetrics, Set<String> otherRegions) {
    Map<String, Metric> fewerMetrics = new LinkedHashMap<>(metrics);
    fewerMetrics.keySet().removeAll(otherMetrics);
    Map<String, Region> fewerRegions = new LinkedHashMap<>(regions);
    fewerRegions.keySet().removeAll(otherRegions);
    return new Definitions(fewerMetrics, fewerRegions);
  }

  /** The region with an id or, if no region has that id, with an alias. */
  public Optional<Region> region(String code) {
    Region region = regions.get(code);
    return region != null ? Optional.of(region) : ofAlias(code);
  }

  private Optional<Region> ofAlias(String alias) {
    for (Region region : regions.values()) {
      if (region.aliases().contains(alias)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
