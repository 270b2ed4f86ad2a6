package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a filing reports beside the segments that it breaks down by region: other segments, and
 * members of the consolidation axis such as corporate revenue. Nike's regions are those of one
 * brand; Converse, its corporate revenue and what the brand has outside its regions make up the
 * whole with them.
 *
 * <p>Remainders prove nothing by their size: at most three of them, the same in at least two
 * periods, must fit in every period that has them all.
 */
final class PartRemainders {
  private static final int MAX_REMAINDERS = 3;
  private static final int MIN_PERIODS = 2;

  private final FilingAxes axes;

  PartRemainders(FilingAxes axes) {
    this.axes = axes;
  }

  /**
   * The sum of regions in a period, and the whole that they belong to.
   *
   * @param parts the segments of the regions
   */
  record Sum(CandidateFact whole, Set<QualifiedName> parts, RoundedSum regions) {}

  /** Whether some sums of the same regions make up their wholes with the same remainders. */
  boolean complete(Collection<Sum> sums) {
    if (sums.size() < MIN_PERIODS) {
      return false;
    }
    Map<Sum, Map<QualifiedName, Bounds>> beside = new LinkedHashMap<>();
    sums.forEach(sum -> beside.put(sum, beside(sum)));
    Set<QualifiedName> common = new LinkedHashSet<>(beside.values().iterator().next().keySet());
    beside.values().forEach(members -> common.retainAll(members.keySet()));
    return common.size() <= MAX_REMAINDERS
        && subsets(List.copyOf(common)).anyMatch(some -> fit(some, beside));
  }

  private static Stream<List<QualifiedName>> subsets(List<QualifiedName> all) {
    return IntStream.range(1, 1 << all.size())
        .mapToObj(chosen ->
            IntStream.range(0, all.size())
                .filter(i -> (chosen & (1 << i)) != 0)
                .mapToObj(all::get)
                .toList());
  }

  private static boolean fit(
      List<QualifiedName> remainders, Map<Sum, Map<QualifiedName, Bounds>> beside) {
    return beside.entrySet().stream()
        .allMatch(one -> {
          RoundedSum sum = one.getKey().regions();
          for (QualifiedName member : remainders) {
            sum = sum.plus(Objects.requireNonNull(one.getValue().get(member)));
          }
          CandidateFact whole = one.getKey().whole();
          return sum.proves(whole.value(), whole.fact().bounds().orElseThrow());
        });
  }

  /** What stands beside the parts of a sum, by member. */
  private Map<QualifiedName, Bounds> beside(Sum sum) {
    FactCell whole = FactCell.of(sum.whole().fact());
    Map<QualifiedName, Bounds> found = new HashMap<>();
    List<Fact> segments = new ArrayList<>(axes.cube().members(whole, StandardAxes.SEGMENTS));
    segments.addAll(
        axes.cube()
            .members(
                new FactCell(
                    whole.concept(),
                    whole
                        .context()
                        .with(StandardAxes.CONSOLIDATION, ConsolidationItem.OPERATING_SEGMENTS)),
                StandardAxes.SEGMENTS));
    segments.forEach(fact -> add(fact, StandardAxes.SEGMENTS, found));
    axes.cube()
        .members(whole, StandardAxes.CONSOLIDATION)
        .forEach(fact -> add(fact, StandardAxes.CONSOLIDATION, found));
    found.keySet().removeIf(axes::isAllSegments);
    found.keySet().removeAll(sum.parts());
    return found;
  }

  private void add(Fact fact, QualifiedName axis, Map<QualifiedName, Bounds> found) {
    Optional<QualifiedName> member =
        FactCube.member(fact, axis)
            .filter(RemainderMember::isRemainder)
            .filter(one -> !ConsolidationItem.isOperatingSegments(one));
    if (member.isPresent() && fact.bounds().isPresent() && !hasRegions(fact)) {
      found.putIfAbsent(member.get(), fact.bounds().get());
    }
  }

  /** Whether the filing breaks a part down by region, so that it isn't beside the regions. */
  private boolean hasRegions(Fact part) {
    return !axes.cube().members(FactCell.of(part), StandardAxes.GEOGRAPHY).isEmpty();
  }
}
