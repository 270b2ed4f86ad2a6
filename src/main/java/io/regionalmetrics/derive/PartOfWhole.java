package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.QuarterKey;
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
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A part of a whole: one company's metric in a region, and in the region that it is held against.
 */
public record PartOfWhole(Subject subject, Subject whole) {

  /** Whether the whole holds the part, as far as is known. */
  public Containment holding() {
    return overlaps().holds(whole.region(), subject.region());
  }

  /** Which of the company's regions share members. */
  public RegionOverlaps overlaps() {
    return subject.algebra().overlaps();
  }

  /**
   * Looks whether it makes sense.
   *
   * @throws Refusal where the whole is known not to hold the part
   */
  public void refuseUnlessHeld() {
    if (holding() == Containment.NO) {
      throw Refusal.of(
          Refusal.Reason.SENSELESS,
          "region",
          "%s is not in %s, so it has no share in it; ask with another whole, or for both side by side with /v1/comparisons/regions"
              .formatted(subject.requestedRegion(), whole.requestedRegion()));
    }
  }

  /** The quarters that have to be read to know the levels of parts and wholes. */
  public static Set<QuarterKey> reads(List<PartOfWhole> parts, Collection<YearQuarter> periods) {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (PartOfWhole part : parts) {
      for (YearQuarter period : periods) {
        part.subject().reads(period).forEach(keys::add);
        part.whole().reads(period).forEach(keys::add);
      }
    }
    return keys;
  }

  /**
   * Whether some parts are all of one whole, none twice: a partition that its definitions say. Then
   * what they leave unexplained means something.
   */
  public static boolean divideTheirWhole(List<PartOfWhole> parts) {
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
    return partitions(first.whole()).anyMatch(partition -> regions.equals(Set.copyOf(partition)));
  }

  /**
   * How a whole is divided by its definitions: each way a list of regions. A sum is divided into
   * its terms.
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
