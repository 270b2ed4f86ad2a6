package io.regionalmetrics.model;

import io.regionalmetrics.region.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics and regions that are defined for all companies, or for one; by id, in the order they
 * were defined.
 */
public record Definitions(Map<String, Metric> metrics, Map<String, Region> regions) {
  /** Nothing is defined. */
  public static final Definitions NONE = new Definitions(Map.of(), Map.of());

  /** Keeps the order. */
  public Definitions {
    metrics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    regions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(regions));
  }

  /** This with one metric more, or another in its place. */
  public Definitions with(Metric metric) {
    Map<String, Metric> more = new LinkedHashMap<>(metrics);
    more.put(metric.id(), metric);
    return new Definitions(more, regions);
  }

  /** This with one region more, or another in its place. */
  public Definitions with(Region region) {
    Map<String, Region> more = new LinkedHashMap<>(regions);
    more.put(region.id(), region);
    return new Definitions(metrics, more);
  }

  /** The region of an id or, where no id is like it, of an alias. */
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
