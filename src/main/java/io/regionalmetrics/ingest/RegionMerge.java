package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Merges a document's regions into the known ones. Aliases add up, the newest source decides the
 * name, and what a region consists of never changes.
 *
 * <p>Regions may refer to one another, so each step is for all regions of a document before the
 * next: {@link #merge}, {@link #resolveParts}, {@link #checkParts}.
 */
final class RegionMerge {
  private final KnownDefinitions known;
  private final DocumentFaults faults;

  RegionMerge(KnownDefinitions known, DocumentFaults faults) {
    this.known = known;
    this.faults = faults;
  }

  /**
   * Adds a region, or updates it.
   *
   * @param published the date of the source that names it so
   */
  void merge(Located<RegionRow> located, LocalDate published) {
    RegionRow row = located.row();
    if (!known.checkCompany(located.place(), row.company(), faults)) {
      return;
    }
    checkCodes(located);
    Region region = region(row, published);
    Region before = known.definitions(row.company()).regions().get(row.id());
    if (before == null) {
      known.define(row.company(), region);
    } else {
      known.define(row.company(), merged(before, region));
      checkAgreement(located, before);
    }
  }

  private static Region region(RegionRow row, LocalDate published) {
    return new Region(
        row.id(), row.name(), row.aliases(), row.members(), row.residual(), published);
  }

  private static Region merged(Region before, Region region) {
    Region named = region.named().isBefore(before.named()) ? before : region;
    Region parts = before.parts().isEmpty() ? region : before;
    return new Region(
        region.id(),
        named.name(),
        Stream.concat(before.aliases().stream(), region.aliases().stream()).distinct().toList(),
        parts.members(),
        parts.residual(),
        named.named());
  }

  /** Compares ids rather than codes, since the document may name a part by its alias. */
  private void checkAgreement(Located<RegionRow> located, Region before) {
    RegionRow row = located.row();
    Region region = withIds(row.company(), region(row, LocalDate.EPOCH));
    if (!before.agreesWith(region)) {
      faults.add(
          Reason.CONTRADICTION,
          located.place(),
          "%s is known as %s, not as %s"
              .formatted(
                  row.id(),
                  new RegionExpression(before.parts()),
                  new RegionExpression(region.parts())));
    }
  }

  private void checkCodes(Located<RegionRow> located) {
    RegionRow row = located.row();
    row.aliases().forEach(alias -> checkAlias(located, alias));
    other(row, row.id())
        .ifPresent(other ->
            faults.add(
                Reason.CONTRADICTION,
                located.place() + ".id",
                "'%s' is already an alias of %s".formatted(row.id(), other.id())));
    if (isCountry(row.id()) && !(row.members().isEmpty() && row.residual().isEmpty())) {
      faults.add(
          Reason.CONTRADICTION,
          located.place(),
          "%s is a country; only other regions may have members or a residual".formatted(row.id()));
    }
  }

  private static boolean isCountry(String id) {
    return Countries.find(id).isPresent() && !id.equals(Region.WORLD);
  }

  private void checkAlias(Located<RegionRow> located, String alias) {
    RegionRow row = located.row();
    Optional<Region> other = other(row, alias);
    if (other.isPresent() || alias.equals(row.id())) {
      faults.add(
          Reason.CONTRADICTION,
          located.place() + ".aliases",
          "'%s' is already the code of %s".formatted(alias, other.map(Region::id).orElse(alias)));
    }
  }

  private Optional<Region> other(RegionRow row, String code) {
    return known.region(row.company(), code).filter(region -> !region.id().equals(row.id()));
  }

  /** Replaces the codes of a region's parts by ids; a code that isn't known is a fault. */
  void resolveParts(Located<RegionRow> located) {
    RegionRow row = located.row();
    Region region = known.definitions(row.company()).regions().get(row.id());
    if (region != null && partsAreKnown(located)) {
      try {
        known.define(row.company(), withIds(row.company(), region));
      } catch (Refusal repeatedPart) {
        faults.add(repeatedPart, partsPlace(located));
      }
    }
  }

  private boolean partsAreKnown(Located<RegionRow> located) {
    RegionRow row = located.row();
    Stream<String> residual = row.residual().stream().flatMap(r -> r.terms().keySet().stream());
    List<String> unknown =
        Stream.concat(row.members().stream(), residual)
            .filter(code -> known.region(row.company(), code).isEmpty())
            .toList();
    unknown.forEach(code ->
        faults.add(
            Reason.SENSELESS, partsPlace(located), known.unknownRegion(row.company(), code)));
    return unknown.isEmpty();
  }

  private static String partsPlace(Located<RegionRow> located) {
    return located.place() + (located.row().members().isEmpty() ? ".residual" : ".members");
  }

  private Region withIds(Optional<String> company, Region region) {
    return new Region(
        region.id(),
        region.name(),
        region.aliases(),
        region.members().stream().map(code -> known.regionId(company, code)).toList(),
        region.residual().map(residual -> residual.map(code -> known.regionId(company, code))),
        region.named());
  }

  /** Notes a region that contains itself or counts something twice. */
  void checkParts(Located<RegionRow> located) {
    RegionRow row = located.row();
    RegionAlgebra algebra = known.algebra(row.company());
    Optional<List<String>> cycle = algebra.cycle();
    if (cycle.isPresent()) {
      if (cycle.get().contains(row.id())) {
        faults.add(
            Reason.SENSELESS,
            located.place(),
            "is defined in a cycle: " + String.join(" > ", cycle.get()));
      }
    } else {
      checkOverlaps(located, algebra);
    }
  }

  private void checkOverlaps(Located<RegionRow> located, RegionAlgebra algebra) {
    RegionRow row = located.row();
    Region region = known.definitions(row.company()).regions().get(row.id());
    if (region != null && !region.parts().isEmpty()) {
      String place = located.place() + (region.members().isEmpty() ? ".residual" : ".members");
      algebra
          .overlaps()
          .objection(new RegionExpression(region.parts()))
          .ifPresent(why -> faults.add(Reason.SENSELESS, place, why));
    }
  }
}
