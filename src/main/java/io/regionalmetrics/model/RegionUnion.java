package io.regionalmetrics.model;

import io.regionalmetrics.region.FormerNames;
import io.regionalmetrics.region.Region;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes one region of those that a company has renamed. What is stored stays as it is: questions
 * see the union, so that it can be undone when a later filing refutes it.
 *
 * <p>Regions stay apart if all companies share the definition of one, if their definitions
 * contradict each other, or if any definition names two of them as different regions.
 */
public final class RegionUnion {
  private final CompanyRecord record;
  private final Definitions common;

  private RegionUnion(CompanyRecord record, Definitions common) {
    this.record = record;
    this.common = common;
  }

  /**
   * A company's record for questions, in which each renamed region is one, with all of its names.
   *
   * @param record the record as it is stored
   * @param common the definitions that all companies share
   */
  public static CompanyRecord of(CompanyRecord record, Definitions common) {
    return record.traits().renamed().isEmpty() ? record : new RegionUnion(record, common).united();
  }

  private CompanyRecord united() {
    RenamedRegions renamed = undisputed();
    return new CompanyRecord(
        record.company(),
        new Definitions(record.definitions().metrics(), regions(renamed)),
        coverage(renamed),
        record.traits().with(renamed));
  }

  /** The renamed regions without those that definitions keep apart. */
  private RenamedRegions undisputed() {
    Map<String, String> ids = new HashMap<>(record.traits().renamed().ids());
    record
        .traits()
        .renamed()
        .otherIds()
        .forEach((id, others) -> {
          Set<String> all = new TreeSet<>(others);
          all.add(id);
          if (!mayBeOne(all)) {
            ids.values().removeIf(id::equals);
          }
        });
    return new RenamedRegions(ids);
  }

  private boolean mayBeOne(Set<String> ids) {
    long definitions =
        defined(ids).map(Region::parts).filter(parts -> !parts.isEmpty()).distinct().count();
    return definitions <= 1
        && ids.stream().noneMatch(common.regions()::containsKey)
        && allDefined()
            .filter(region -> !region.parts().isEmpty())
            .noneMatch(region -> tellsApart(region, ids));
  }

  private Stream<Region> defined(Collection<String> ids) {
    return record.definitions().regions().values().stream()
        .filter(region -> ids.contains(region.id()));
  }

  private Stream<Region> allDefined() {
    return Stream.concat(
        record.definitions().regions().values().stream(), common.regions().values().stream());
  }

  /** Whether a definition names two of some regions. */
  private static boolean tellsApart(Region region, Set<String> ids) {
    Set<String> named = new TreeSet<>(region.parts().keySet());
    named.add(region.id());
    named.retainAll(ids);
    return named.size() > 1;
  }

  private Map<String, Region> regions(RenamedRegions renamed) {
    Map<String, Region> regions = new LinkedHashMap<>();
    Map<String, ? extends Set<String>> otherIds = renamed.otherIds();
    for (Region region : record.definitions().regions().values()) {
      String id = renamed.id(region.id());
      Set<String> others = otherIds.get(id);
      regions.computeIfAbsent(
          id, same -> others == null ? region.map(renamed::id) : one(id, others, renamed));
    }
    return regions;
  }

  private Region one(String id, Set<String> others, RenamedRegions renamed) {
    List<Region> newestFirst =
        defined(Stream.concat(Stream.of(id), others.stream()).toList())
            .sorted(Comparator.comparing(Region::named).reversed().thenComparing(Region::id))
            .toList();
    Region newest = newestFirst.getFirst();
    Region parts =
        newestFirst.stream().filter(one -> !one.parts().isEmpty()).findFirst().orElse(newest);
    return new Region(
            id,
            newest.name(),
            Stream.concat(others.stream(), newestFirst.stream().flatMap(r -> r.aliases().stream()))
                .distinct()
                .toList(),
            parts.members(),
            parts.residual(),
            newest.named(),
            FormerNames.of(newest.name(), newestFirst.stream().flatMap(Region::names)))
        .map(renamed::id);
  }

  private Map<String, Map<String, Coverage>> coverage(RenamedRegions renamed) {
    Map<String, Map<String, Coverage>> coverage = new LinkedHashMap<>();
    record
        .coverage()
        .forEach((metric, regions) -> {
          Map<String, Coverage> united = new LinkedHashMap<>();
          regions.forEach(
              (region, quarters) -> united.merge(renamed.id(region), quarters, Coverage::and));
          coverage.put(metric, united);
        });
    return coverage;
  }
}
