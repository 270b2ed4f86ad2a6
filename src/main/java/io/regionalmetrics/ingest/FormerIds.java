package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the ids of removed regions aliases of the regions that have their figures now. */
final class FormerIds {
  private final Collection<Region> removed;
  private final Map<String, String> newIds = new HashMap<>();

  /**
   * The former ids of some regions.
   *
   * @param removed the regions that are no longer defined
   * @param renamed which of them have another id now
   */
  FormerIds(Collection<Region> removed, Collection<NewRegionId> renamed) {
    this.removed = removed;
    renamed.forEach(one -> newIds.put(one.from(), one.to()));
  }

  /** The definitions with aliases for the removed regions, as far as their new ids are known. */
  Definitions addTo(Definitions definitions) {
    Definitions all = definitions;
    for (Region region : removed) {
      Optional<Region> now =
          Optional.ofNullable(newIds.get(region.id())).flatMap(id -> find(id, definitions));
      if (now.isPresent()) {
        Region current = all.regions().getOrDefault(now.get().id(), now.get());
        all = all.with(current.withAliases(freeCodes(region, all)));
      }
    }
    return all;
  }

  /** The company's own region with an id, or the country. */
  private static Optional<Region> find(String id, Definitions definitions) {
    return Optional.ofNullable(definitions.regions().get(id))
        .or(() -> Countries.find(id).map(FormerIds::ownCountry));
  }

  /** A country as a company defines it; any source that names it is newer. */
  private static Region ownCountry(Region country) {
    return new Region(
        country.id(), country.name(), List.of(), List.of(), Optional.empty(), LocalDate.EPOCH);
  }

  /** The codes of a removed region that mean nothing else. */
  private static List<String> freeCodes(Region region, Definitions all) {
    return Stream.concat(Stream.of(region.id()), region.aliases().stream())
        .filter(code -> all.region(code).isEmpty() && Countries.find(code).isEmpty())
        .toList();
  }
}
