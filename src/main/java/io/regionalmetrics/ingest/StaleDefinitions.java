package io.regionalmetrics.ingest;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.region.Region;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Definitions of a company that stem from sources as they were read under earlier rules, and that
 * no source has confirmed since. While the sources are read again, these definitions still answer
 * questions, but have no influence on what is read.
 *
 * @param metrics the ids of metrics
 * @param regions the ids of regions
 */
public record StaleDefinitions(Set<String> metrics, Set<String> regions) {
  /** No definitions. */
  public static final StaleDefinitions NONE = new StaleDefinitions(Set.of(), Set.of());

  /** Copies the ids. */
  public StaleDefinitions {
    metrics = Set.copyOf(metrics);
    regions = Set.copyOf(regions);
  }

  /** A company without these definitions. */
  public CompanyRecord hiddenIn(CompanyRecord record) {
    return record.with(record.definitions().without(metrics, regions));
  }

  /** These definitions, without those that a document makes anew. */
  public StaleDefinitions without(Document document) {
    return new StaleDefinitions(
        minus(metrics, document.metrics().stream().map(metric -> metric.row().id())),
        minus(regions, document.regions().stream().map(region -> region.row().id())));
  }

  private static Set<String> minus(Set<String> ids, Stream<String> others) {
    Set<String> left = new TreeSet<>(ids);
    others.forEach(left::remove);
    return left;
  }

  /**
   * A company with these definitions, as it had them before. Those that were made anew meanwhile
   * stay new, and keep their former aliases, so that old questions are still answered.
   */
  CompanyRecord restoredIn(CompanyRecord record, CompanyRecord before) {
    Definitions anew = record.definitions();
    Definitions all = anew.and(before.definitions());
    for (String id : regions) {
      Region region = anew.regions().get(id);
      Region former = before.definitions().regions().get(id);
      if (region != null && former != null) {
        all = all.with(region.withAliases(unusedAliases(former, anew)));
      }
    }
    return record.with(all);
  }

  private static List<String> unusedAliases(Region region, Definitions all) {
    return region.aliases().stream().filter(alias -> all.region(alias).isEmpty()).toList();
  }
}
