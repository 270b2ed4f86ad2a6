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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a filing reports beside the segments that it breaks down by region: other segments, and
 * members of the consolidation axis such as corporate revenue. Nike's regions are those of one
 * brand; Converse, its corporate revenue and what the brand has outside its regions make up the
 * whole with them.
 *
 * <p>Remainders prove nothing by their size, so no selection of them is tried: they are taken all
 * together, at most three. They must fit in at least two periods, and in every period that has them
 * all. A period that lacks one is judged by its regions alone.
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
    Map<Sum, Map<QualifiedName, Bounds>> beside = new LinkedHashMap<>();
    sums.forEach(sum -> beside.put(sum, beside(sum)));
    Set<QualifiedName> all = new LinkedHashSet<>();
    beside.values().forEach(members -> all.addAll(members.keySet()));
    all.removeIf(member -> beside.values().stream().allMatch(members -> isZero(members, member)));
    return !all.isEmpty()
        && all.size() <= MAX_REMAINDERS
        && beside.values().stream().filter(has(all)).count() >= MIN_PERIODS
        && beside.entrySet().stream()
            .allMatch(one ->
                has(all).test(one.getValue())
                    ? isWhole(one.getKey(), all.stream().map(one.getValue()::get))
                    : isWhole(one.getKey(), Stream.empty()));
  }

  private static boolean isZero(Map<QualifiedName, Bounds> members, QualifiedName member) {
    Bounds bounds = members.get(member);
    return bounds == null || bounds.low().add(bounds.high()).signum() == 0;
  }

  private static Predicate<Map<QualifiedName, Bounds>> has(Set<QualifiedName> all) {
    return members -> members.keySet().containsAll(all);
  }

  private static boolean isWhole(Sum sum, Stream<Bounds> remainders) {
    RoundedSum all = sum.regions();
    for (Bounds remainder : remainders.map(Objects::requireNonNull).toList()) {
      all = all.plus(remainder);
    }
    return all.proves(sum.whole().fact());
  }

  /** What stands beside the parts of a sum, by member. */
  private Map<QualifiedName, Bounds> beside(Sum sum) {
    FactCell whole = FactCell.of(sum.whole().fact());
    Map<QualifiedName, Bounds> found = new HashMap<>();
    List<Fact> segments = new ArrayList<>(axes.cube().members(whole, StandardAxes.SEGMENTS));
    segments.addAll(
        axes.cube().members(ConsolidationItem.ofOperatingSegments(whole), StandardAxes.SEGMENTS));
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
        FactCube.member(fact, axis).filter(RemainderMember::isOfNoSegment);
    if (member.isPresent() && fact.bounds().isPresent() && !hasRegions(fact)) {
      found.putIfAbsent(member.get(), fact.bounds().get());
    }
  }

  /** Whether the filing breaks a part down by region, so that it isn't beside the regions. */
  private boolean hasRegions(Fact part) {
    return !axes.cube().members(FactCell.of(part), StandardAxes.GEOGRAPHY).isEmpty();
  }
}
