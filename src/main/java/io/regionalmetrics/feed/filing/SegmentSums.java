package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells by sums whether the segments of a filing make up its revenue. */
record SegmentSums(FilingAxes axes) {
  /**
   * Whether the segments make up total revenue within rounding in every period that reports several
   * of them, and there is such a period.
   *
   * @param revenue the concepts of total revenue
   */
  boolean makeUp(Collection<Fact> facts, Set<QualifiedName> revenue) {
    List<Boolean> sums =
        facts.stream()
            .filter(fact -> revenue.contains(fact.concept()))
            .filter(fact -> fact.context().isWithoutDimensions() && fact.bounds().isPresent())
            .flatMap(whole -> areSum(whole).stream())
            .toList();
    return !sums.isEmpty() && !sums.contains(false);
  }

  /** Whether the segments add up to a whole; empty if it has fewer than two. */
  private Optional<Boolean> areSum(Fact whole) {
    return Stream.of(whole.context(), ofOperatingSegments(whole.context()))
        .map(context -> segments(new FactCell(whole.concept(), context)))
        .filter(segments -> segments.size() > 1)
        .findFirst()
        .map(segments -> areSum(segments, whole));
  }

  private static Context ofOperatingSegments(Context context) {
    return context.with(StandardAxes.CONSOLIDATION, ConsolidationItem.OPERATING_SEGMENTS);
  }

  private List<Fact> segments(FactCell whole) {
    return axes.cube().members(whole, StandardAxes.SEGMENTS).stream()
        .filter(fact -> fact.bounds().isPresent())
        .filter(fact ->
            FactCube.member(fact, StandardAxes.SEGMENTS)
                .filter(segment -> !axes.isAllSegments(segment))
                .isPresent())
        .distinct()
        .toList();
  }

  private static boolean areSum(List<Fact> segments, Fact whole) {
    RoundedSum sum = RoundedSum.NONE;
    for (Fact segment : segments) {
      sum = sum.plus(segment.bounds().orElseThrow());
    }
    return sum.proves(whole.value().orElseThrow(), whole.bounds().orElseThrow());
  }
}
