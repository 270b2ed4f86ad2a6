package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.CountryNames;
import io.regionalmetrics.region.FormerNames;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Merges a document's regions into the known ones. The newest source decides the name; the others
 * are former names. Aliases add up. Members and residual are kept once they are known.
 */
final class RegionMerge {
  private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]+");

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
    checkAliases(located);
    checkId(located);
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
        named.named(),
        FormerNames.of(named.name(), Stream.concat(before.names(), region.names())));
  }

  /** Compares ids rather than codes, since the document may name a part by its alias. */
  private void checkAgreement(Located<RegionRow> located, Region before) {
    RegionRow row = located.row();
    Region region = known.withIds(row.company(), region(row, LocalDate.EPOCH));
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

  private void checkAliases(Located<RegionRow> located) {
    located.row().aliases().forEach(alias -> checkAlias(located, alias));
  }

  private void checkId(Located<RegionRow> located) {
    RegionRow row = located.row();
    other(row, row.id())
        .ifPresent(other ->
            faults.add(
                Reason.CONTRADICTION,
                located.place() + ".id",
                "'%s' is already an alias of %s".formatted(row.id(), other.id())));
    if (isCountry(row.id()) && !CountryNames.isNameOf(row.id(), row.name())) {
      faults.add(Reason.CONTRADICTION, located.place() + ".id", codeOfCountry(row));
    }
    if (isCountry(row.id()) && !(row.members().isEmpty() && row.residual().isEmpty())) {
      faults.add(
          Reason.CONTRADICTION,
          located.place(),
          "%s is a country; only other regions may have members or a residual".formatted(row.id()));
    }
  }

  private static String codeOfCountry(RegionRow row) {
    return "%s is the ISO 3166-1 code of %s, so it can't be '%s': use another id, such as %s"
        .formatted(
            row.id(), Countries.find(row.id()).orElseThrow().name(), row.name(), freeId(row));
  }

  /** An id made of the region's name that is no country's code: NORTH_AMERICA. */
  private static String freeId(RegionRow row) {
    String words = NO_CODE.matcher(row.name().toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
    String id = words.replace(' ', '_');
    return Codes.isRegion(id) && !isCountry(id) ? id : row.id() + "_REGION";
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
}
