package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the codes of regions, and remembers which regions a document has to define or name. */
final class RegionResolver {
  private final Vocabulary vocabulary;
  private final Map<String, MemberRegion> toDefine = new LinkedHashMap<>();

  RegionResolver(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The regions to define, of those resolved so far: new ones, and the company's own known ones,
   * because the newest filing decides their names.
   */
  Collection<MemberRegion> toDefine() {
    return toDefine.values();
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
      toDefine.putIfAbsent(region.id(), region);
    } else if (isNamedByFilings(known.get(), region)) {
      toDefine.putIfAbsent(region.id(), region.withoutFormerId());
    }
    return known.map(Region::id).orElse(region.id());
  }

  /** Whether a known region is the company's own, and is not just an alias of another one. */
  private boolean isNamedByFilings(Region known, MemberRegion region) {
    return known.id().equals(region.id())
        && vocabulary.company().definitions().regions().containsKey(region.id());
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
