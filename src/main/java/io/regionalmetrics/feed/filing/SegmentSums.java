package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells by sums whether the segments of a filing make up its revenue, alone or with the revenue
 * that the consolidation axis gives to no segment, such as Corporate.
 */
record SegmentSums(FilingAxes axes) {
  /**
   * Whether the segments make up total revenue within rounding in every period that reports several
   * of them, and there is such a period. If total revenue is never reported by segment, another
   * line may be, as Walmart's net sales are.
   *
   * @param revenue the concepts of total revenue
   * @param others the concepts of other lines
   */
  boolean makeUp(
      Collection<Fact> facts, Set<QualifiedName> revenue, Collection<QualifiedName> others) {
    return Stream.concat(Stream.of(revenue), others.stream().map(Set::of))
        .map(concepts -> sums(facts, concepts))
        .filter(sums -> !sums.isEmpty())
        .findFirst()
        .filter(sums -> !sums.contains(false))
        .isPresent();
  }

  private List<Boolean> sums(Collection<Fact> facts, Set<QualifiedName> concepts) {
    return facts.stream()
        .filter(fact -> concepts.contains(fact.concept()))
        .filter(fact -> fact.context().isWithoutDimensions() && fact.bounds().isPresent())
        .flatMap(whole -> areSum(whole).stream())
        .toList();
  }

  /** Whether the segments add up to a whole; empty if it has fewer than two. */
  private Optional<Boolean> areSum(Fact whole) {
    List<Fact> plain = segments(FactCell.of(whole));
    List<Fact> operating = segments(ConsolidationItem.ofOperatingSegments(FactCell.of(whole)));
    List<Boolean> sums =
        Stream.of(plain, operating, union(operating, plain))
            .filter(segments -> segments.size() > 1)
            .map(segments -> areSum(segments, whole))
            .toList();
    return sums.isEmpty() ? Optional.empty() : Optional.of(sums.contains(true));
  }

  private List<Fact> segments(FactCell whole) {
    return axes.cube().members(whole, StandardAxes.SEGMENTS).stream()
        .filter(fact -> fact.bounds().isPresent())
        .filter(fact -> segment(fact).filter(one -> !axes.isAllSegments(one)).isPresent())
        .distinct()
        .toList();
  }

  private static Optional<QualifiedName> segment(Fact fact) {
    return FactCube.member(fact, StandardAxes.SEGMENTS);
  }

  /** Some segments, and others that aren't among them, such as all other segments together. */
  private static List<Fact> union(List<Fact> some, List<Fact> others) {
    Set<Optional<QualifiedName>> members =
        some.stream().map(SegmentSums::segment).collect(Collectors.toSet());
    return Stream.concat(
            some.stream(), others.stream().filter(fact -> !members.contains(segment(fact))))
        .toList();
  }

  private boolean areSum(List<Fact> segments, Fact whole) {
    RoundedSum sum = RoundedSum.NONE.plus(segments);
    return sum.proves(whole) || sum.plus(ofNoSegment(whole)).proves(whole);
  }

  /** The revenue that the consolidation axis gives to no segment. */
  private List<Fact> ofNoSegment(Fact whole) {
    return axes.cube().members(FactCell.of(whole), StandardAxes.CONSOLIDATION).stream()
        .filter(fact ->
            FactCube.member(fact, StandardAxes.CONSOLIDATION)
                .filter(RemainderMember::isOfNoSegment)
                .isPresent())
        .toList();
  }
}
