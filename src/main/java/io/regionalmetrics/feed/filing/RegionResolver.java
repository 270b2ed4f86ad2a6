package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Definitions;
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

  /** The regions that are not defined yet, of those resolved so far. */
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
    Optional<Region> known = ownRegion(region).or(() -> commonRegion(region));
    if (known.isEmpty()) {
      undefined.put(region.id(), region);
    }
    return known.map(Region::id).orElse(region.id());
  }

  /** The region that the company's definitions have under an id or former id. */
  private Optional<Region> ownRegion(MemberRegion region) {
    Definitions own = vocabulary.company().definitions();
    return own.region(region.id()).or(() -> region.formerId().flatMap(own::region));
  }

  /**
   * The region that the common definitions have under an id. A company's own region is a common one
   * only by an alias: the same id alone doesn't make it the same region.
   */
  private Optional<Region> commonRegion(MemberRegion region) {
    return vocabulary
        .common()
        .region(region.id())
        .filter(known -> region.isStandard() || !known.id().equals(region.id()));
  }
}
