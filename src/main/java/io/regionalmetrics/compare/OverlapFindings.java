package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.region.RegionOverlaps.Holding;
import io.regionalmetrics.region.RegionOverlaps.Overlap;
import java.util.List;
import java.util.stream.IntStream;

/** Findings on parts of a whole that overlap, or may. */
final class OverlapFindings {
  private OverlapFindings() {}

  /** Says where it isn't known whether the whole holds the part. */
  static void addUnlessHoldingKnown(PartOfWhole part, int row, FindingCollector findings) {
    if (part.holding() == Holding.UNKNOWN) {
      findings.add(
          FindingCode.OVERLAP_UNKNOWN,
          row,
          "It isn't known whether %s holds all of %s: the countries of one of them aren't defined."
              .formatted(part.whole().asked(), part.subject().asked()));
    }
  }

  /** Says of which rows it isn't known whether the whole holds them, and which rows overlap. */
  static void add(List<PartOfWhole> parts, FindingCollector findings) {
    for (int row = 0; row < parts.size(); row++) {
      addUnlessHoldingKnown(parts.get(row), row, findings);
    }
    QuestionParameters.distinct(parts, part -> part.subject().company())
        .forEach(company -> addOverlaps(parts, company, findings));
  }

  private static void addOverlaps(
      List<PartOfWhole> parts, String company, FindingCollector findings) {
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
