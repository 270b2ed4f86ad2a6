package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which metrics and regions a company's figures use, and the quarters that they cover. */
final class DefinitionUse {
  private final Set<String> regions = new HashSet<>();
  private final Map<String, Map<String, Coverage>> coverage = new LinkedHashMap<>();

  private DefinitionUse() {}

  /** The use that all figures of a company make. */
  static DefinitionUse of(CompanyFigures figures) {
    DefinitionUse use = new DefinitionUse();
    figures.forEachMetric(quarters -> use.add(figures.record(), quarters));
    return use;
  }

  private void add(CompanyRecord record, List<MetricQuarter> quarters) {
    List<Observation> observations =
        quarters.stream()
            .flatMap(quarter -> quarter.allVintages().stream())
            .map(Vintage::observation)
            .toList();
    coverage.putAll(record.coveringOnly(observations).coverage());
    observations.forEach(one -> regions.add(one.cell().region()));
    quarters.stream()
        .flatMap(quarter -> quarter.breakdowns().stream())
        .map(Breakdown::members)
        .forEach(regions::addAll);
  }

  /** A company with the coverage that its figures have. */
  CompanyRecord covered(CompanyRecord record) {
    return new CompanyRecord(record.company(), record.definitions(), coverage, record.traits());
  }

  /** The definitions without the stale ones that nothing uses; used ones lose their parts. */
  Definitions withoutUnused(Definitions all, StaleDefinitions stale) {
    Set<String> unused = ids(unusedRegions(all, stale));
    Definitions used = all.without(unusedMetrics(all, stale), unused);
    for (String id : stale.regions()) {
      Region region = used.regions().get(id);
      used = region == null ? used : used.with(region.withoutParts());
    }
    return used;
  }

  /**
   * The stale regions that nothing uses. Countries and the world need no definition of a company's
   * own.
   */
  List<Region> unusedRegions(Definitions all, StaleDefinitions stale) {
    Set<String> parts = new HashSet<>();
    all.without(Set.of(), stale.regions())
        .regions()
        .values()
        .forEach(region -> parts.addAll(region.parts().keySet()));
    return all.regions().values().stream()
        .filter(region -> stale.regions().contains(region.id()))
        .filter(region -> isPredefined(region) || !isUsed(region, parts))
        .toList();
  }

  private boolean isUsed(Region region, Set<String> parts) {
    return regions.contains(region.id()) || parts.contains(region.id());
  }

  private static boolean isPredefined(Region region) {
    return Countries.find(region.id()).isPresent();
  }

  private Set<String> unusedMetrics(Definitions all, StaleDefinitions stale) {
    Set<String> unused = new HashSet<>(stale.metrics());
    unused.removeAll(coverage.keySet());
    all.metrics().values().stream().flatMap(DefinitionUse::terms).forEach(unused::remove);
    return unused;
  }

  private static Stream<String> terms(Metric metric) {
    return metric.terms().stream()
        .flatMap(terms -> Stream.of(terms.numerator(), terms.denominator()));
  }

  private static Set<String> ids(Collection<Region> some) {
    Set<String> ids = new HashSet<>();
    some.forEach(region -> ids.add(region.id()));
    return ids;
  }
}
