package io.regionalmetrics.derive;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.compare.FindingCollector;
import io.regionalmetrics.compare.QuestionParameters;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.region.RegionOverlaps;
import io.regionalmetrics.region.RegionOverlaps.Holding;
import io.regionalmetrics.region.RegionOverlaps.Overlap;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A part of a whole: one company's metric in a region, and in the region that it is held against.
 */
public record PartOfWhole(Subject subject, Subject whole) {

  /** Whether the whole holds the part, as far as is known. */
  public Holding holding() {
    return overlaps().holds(whole.region(), subject.region());
  }

  private RegionOverlaps overlaps() {
    return subject.algebra().overlaps();
  }

  /**
   * Looks whether it makes sense.
   *
   * @throws Refusal where the whole is known not to hold the part
   */
  public void refuseUnlessHeld() {
    if (holding() == Holding.NO) {
      throw Refusal.of(
          Refusal.Reason.SENSELESS,
          "region",
          "%s is not in %s, so it has no share in it; ask with another whole, or for both side by side with /v1/comparisons/regions"
              .formatted(subject.asked(), whole.asked()));
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

  /** Says where it isn't known whether the whole holds the part. */
  public void holdingUnknown(int row, FindingCollector findings) {
    if (holding() == Holding.UNKNOWN) {
      findings.add(
          FindingCode.OVERLAP_UNKNOWN,
          row,
          "It isn't known whether %s holds all of %s: the countries of one of them aren't defined."
              .formatted(whole.asked(), subject.asked()));
    }
  }

  /** Says of which rows it isn't known whether the whole holds them, and which rows overlap. */
  public static void overlaps(List<PartOfWhole> parts, FindingCollector findings) {
    for (int row = 0; row < parts.size(); row++) {
      parts.get(row).holdingUnknown(row, findings);
    }
    QuestionParameters.distinct(parts, part -> part.subject().company())
        .forEach(company -> overlaps(parts, company, findings));
  }

  private static void overlaps(List<PartOfWhole> parts, String company, FindingCollector findings) {
    List<Integer> rows =
        IntStream.range(0, parts.size())
            .filter(row -> parts.get(row).subject().company().equals(company))
            .boxed()
            .toList();
    Overlap overlap =
        parts
            .get(rows.getFirst())
            .overlaps()
            .overlap(rows.stream().map(row -> parts.get(row).subject().region()).toList());
    if (!overlap.shared().isEmpty()) {
      String message =
          "These don't add up, since members are counted twice: %s."
              .formatted(few(overlap.shared()));
      rows.forEach(row -> findings.add(FindingCode.REGIONS_OVERLAP, row, message));
    }
    if (!overlap.unknown().isEmpty()) {
      String message = "Whether these overlap isn't known: %s.".formatted(few(overlap.unknown()));
      rows.forEach(row -> findings.add(FindingCode.OVERLAP_UNKNOWN, row, message));
    }
  }

  private static String few(List<String> pairs) {
    int most = 5;
    String some = String.join("; ", pairs.subList(0, Math.min(most, pairs.size())));
    return pairs.size() <= most ? some : "%s; and %s more".formatted(some, pairs.size() - most);
  }
}
