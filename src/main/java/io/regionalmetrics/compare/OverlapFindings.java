package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.region.Containment;
import io.regionalmetrics.region.RegionOverlaps.Overlap;
import java.util.List;
import java.util.stream.IntStream;

/** Findings about parts of a whole that overlap, or may overlap. */
final class OverlapFindings {
  private static final int MOST_PAIRS = 5;

  private OverlapFindings() {}

  /** Says that the whole may not contain the part, if that is not known. */
  static void addUnlessContainmentKnown(PartOfWhole part, int row, FindingCollector findings) {
    if (part.containment() == Containment.UNKNOWN) {
      findings.add(
          FindingCode.OVERLAP_UNKNOWN,
          row,
          "It is not known whether %s contains all of %s: the countries of one of them are not defined."
              .formatted(part.whole().requestedRegion(), part.subject().requestedRegion()));
    }
  }

  /** Says which rows the whole may not contain, and which rows overlap. */
  static void add(List<PartOfWhole> parts, FindingCollector findings) {
    for (int row = 0; row < parts.size(); row++) {
      addUnlessContainmentKnown(parts.get(row), row, findings);
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
    Overlap overlap = overlap(rows.stream().map(parts::get).toList());
    if (!overlap.shared().isEmpty()) {
      String pairs = few(overlap.shared());
      String message = "These do not add up, because members are counted twice: " + pairs + ".";
      rows.forEach(row -> findings.add(FindingCode.REGIONS_OVERLAP, row, message));
    }
    if (!overlap.unknown().isEmpty()) {
      String message = "These may overlap: %s.".formatted(few(overlap.unknown()));
      rows.forEach(row -> findings.add(FindingCode.OVERLAP_UNKNOWN, row, message));
    }
  }

  private static Overlap overlap(List<PartOfWhole> partsOfOneCompany) {
    return partsOfOneCompany
        .getFirst()
        .overlaps()
        .overlap(partsOfOneCompany.stream().map(part -> part.subject().region()).toList());
  }

  private static String few(List<String> pairs) {
    String some = String.join("; ", pairs.subList(0, Math.min(MOST_PAIRS, pairs.size())));
    return pairs.size() <= MOST_PAIRS
        ? some
        : "%s (the first %s of %s)".formatted(some, MOST_PAIRS, pairs.size());
  }
}
