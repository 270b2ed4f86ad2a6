package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resolves and checks the parts of a document's regions. Regions may refer to one another, so each
 * step is done for all regions before the next: {@link RegionMerge#merge}, {@link #resolve}, {@link
 * #check}.
 */
final class RegionParts {
  private final KnownDefinitions known;
  private final DocumentFaults faults;

  RegionParts(KnownDefinitions known, DocumentFaults faults) {
    this.known = known;
    this.faults = faults;
  }

  /** Replaces the codes of a region's parts by ids; a code that isn't known is a fault. */
  void resolve(Located<RegionRow> located) {
    RegionRow row = located.row();
    Region region = known.definitions(row.company()).regions().get(row.id());
    if (region != null && partsAreKnown(located)) {
      try {
        known.define(row.company(), known.withIds(row.company(), region));
      } catch (Refusal repeatedPart) {
        faults.add(repeatedPart, partsPlace(located, row.members()));
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
            Reason.SENSELESS,
            partsPlace(located, row.members()),
            known.unknownRegion(row.company(), code)));
    return unknown.isEmpty();
  }

  private static String partsPlace(Located<RegionRow> located, List<String> members) {
    return located.place() + (members.isEmpty() ? ".residual" : ".members");
  }

  /** Notes a fault if a region contains itself or counts another region twice. */
  void check(Located<RegionRow> located) {
    RegionRow row = located.row();
    RegionAlgebra algebra = known.algebra(row.company());
    Optional<List<String>> cycle = algebra.cycle();
    if (cycle.isEmpty()) {
      checkOverlaps(located, algebra);
    } else if (cycle.get().contains(row.id())) {
      faults.add(
          Reason.SENSELESS,
          located.place(),
          "is defined in a cycle: " + String.join(" > ", cycle.get()));
    }
  }

  private void checkOverlaps(Located<RegionRow> located, RegionAlgebra algebra) {
    RegionRow row = located.row();
    Region region = known.definitions(row.company()).regions().get(row.id());
    if (region != null && !region.parts().isEmpty()) {
      algebra
          .overlaps()
          .objection(new RegionExpression(region.parts()))
          .ifPresent(
              why -> faults.add(Reason.SENSELESS, partsPlace(located, region.members()), why));
    }
  }
}
