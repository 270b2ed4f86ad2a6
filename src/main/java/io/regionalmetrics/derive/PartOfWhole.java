package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.region.Containment;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.region.RegionOverlaps;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A part and its whole: one company's metric in two regions.
 *
 * @param subject the metric in the part's region
 * @param whole the same metric in the whole's region
 */
public record PartOfWhole(Subject subject, Subject whole) {

  /** A named remainder of the same whole, which may be negative. */
  public PartOfWhole ofRemainder(String code) {
    return new PartOfWhole(subject.in(code).withNegative(), whole);
  }

  /** Whether the whole's region contains the part's, as far as the definitions say. */
  public Containment containment() {
    return overlaps().holds(whole.region(), subject.region());
  }

  /** How the company's regions overlap. */
  public RegionOverlaps overlaps() {
    return subject.algebra().overlaps();
  }

  /**
   * Refuses a part outside its whole.
   *
   * @throws Refusal if the whole is known not to contain the part
   */
  public void refuseUnlessContained() {
    if (containment() == Containment.NO) {
      throw Refusal.of(
          Refusal.Reason.SENSELESS,
          "region",
          "%s is not in %s, so it has no share of it; ask for a whole that contains it, or compare both with /v1/comparisons/regions"
              .formatted(subject.requestedRegion(), whole.requestedRegion()));
    }
  }

  /** The quarters to read for the levels of some parts and their wholes. */
  public static Set<QuarterKey> reads(List<PartOfWhole> parts, Collection<YearQuarter> periods) {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (PartOfWhole part : parts) {
      for (YearQuarter period : periods) {
        part.subject().addReads(period, keys);
        part.whole().addReads(period, keys);
      }
    }
    return keys;
  }

  /**
   * Whether some parts are exactly the regions of one partition of one whole by definition, so that
   * the remainder of the whole is what they leave of it.
   */
  public static boolean arePartition(List<PartOfWhole> parts) {
    PartOfWhole first = parts.getFirst();
    Set<String> regions = new HashSet<>();
    for (PartOfWhole part : parts) {
      Optional<String> single = part.subject().region().single();
      boolean sameWhole =
          part.whole().company().equals(first.whole().company())
              && part.whole().region().equals(first.whole().region());
      if (!sameWhole || single.isEmpty() || !regions.add(single.get())) {
        return false;
      }
    }
    return partitions(first.whole()).anyMatch(partition -> regions.equals(regionsOf(partition)));
  }

  /** The regions of a partition, without its named remainders. */
  private static Set<String> regionsOf(List<String> partition) {
    return partition.stream()
        .filter(part -> !Codes.isRemainder(part))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The ways to divide a whole by definition, each a list of regions. A sum of regions is divided
   * into its terms.
   */
  public static Stream<List<String>> partitions(Subject whole) {
    RegionExpression region = whole.region();
    return region
        .single()
        .map(id -> whole.algebra().partitions(id).stream())
        .orElseGet(() ->
            region.terms().values().stream().allMatch(sign -> sign > 0)
                ? Stream.of(List.copyOf(region.terms().keySet()))
                : Stream.empty());
  }
}
