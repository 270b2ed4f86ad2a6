package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the codes of regions, and remembers which regions need a definition. */
final class RegionResolver {
  private final Vocabulary vocabulary;
  private final Map<String, MemberRegion> undefined = new LinkedHashMap<>();

  RegionResolver(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The regions that were asked for and are not defined yet. */
  Collection<MemberRegion> undefined() {
    return undefined.values();
  }

  /**
   * The code of a region. If the company's definitions have its id or its former id, or give one of
   * them as an alias, it is that region.
   */
  String code(MemberRegion region) {
    if (region.isDefined()) {
      return region.id();
    }
    Optional<Region> own =
        vocabulary
            .company()
            .definitions()
            .region(region.id())
            .or(() -> region.formerId().flatMap(vocabulary.company().definitions()::region));
    Optional<Region> common =
        vocabulary
            .common()
            .region(region.id())
            .filter(known -> region.isStandard() || !known.id().equals(region.id()));
    Optional<Region> known = own.or(() -> common);
    if (known.isEmpty()) {
      undefined.put(region.id(), region);
    }
    return known.map(Region::id).orElse(region.id());
  }
}
