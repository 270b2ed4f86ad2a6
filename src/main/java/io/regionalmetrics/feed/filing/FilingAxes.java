package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What the axes of a filing mean, decided by the sums of its facts wherever possible.
 *
 * <ul>
 *   <li>One of the company's own axes is geographical if all its members are places, or if its name
 *       contains "geograph".
 *   <li>An axis selects a part of the business if it is the one of subsegments or products, or if
 *       its members add up to the whole in every period in which two of them stand beside it.
 *   <li>A segment stands for the whole company in each period in which it equals the whole. {@link
 *       AllSegments} finds those that stand for all segments together in every period.
 * </ul>
 */
final class FilingAxes {
  private static final Set<QualifiedName> STANDARD =
      Set.of(
          StandardAxes.GEOGRAPHY,
          StandardAxes.SEGMENTS,
          StandardAxes.PRODUCTS,
          StandardAxes.CONSOLIDATION);
  private static final Set<QualifiedName> PARTS =
      Set.of(StandardAxes.SUBSEGMENTS, StandardAxes.PRODUCTS);

  /** Facts with more dimensions are parts of nothing; they would take too much memory. */
  private static final int MAX_DIMENSIONS = 6;

  private static final String GEOGRAPHICAL = "geograph";
  private static final Interval ZERO = Interval.point(BigFraction.ZERO);

  private final Map<FactCell, Fact> byCell = new HashMap<>();
  private final Map<Group, List<Fact>> groups = new HashMap<>();
  private final Map<QualifiedName, List<Group>> groupsOfWhole = new HashMap<>();
  private final Map<QualifiedName, Boolean> parts = new HashMap<>();
  private final Map<Group, Boolean> sums = new HashMap<>();
  private final Set<QualifiedName> ownGeographies = new HashSet<>();
  private final Set<QualifiedName> allSegments;

  /** What facts have in common if they differ only in their member of one axis. */
  record Group(FactCell rest, QualifiedName axis) {}

  /**
   * The axes of the filing that states these facts.
   *
   * @param revenue the concepts of total revenue
   */
  FilingAxes(Collection<Fact> facts, Set<QualifiedName> revenue) {
    Map<QualifiedName, Set<QualifiedName>> members = new HashMap<>();
    for (Fact fact : facts) {
      add(fact);
      fact.context()
          .dimensions()
          .forEach(
              (axis, member) -> members.computeIfAbsent(axis, same -> new HashSet<>()).add(member));
    }
    members.forEach((axis, all) -> {
      if (!STANDARD.contains(axis) && isGeography(axis, all)) {
        ownGeographies.add(axis);
      }
    });
    this.allSegments =
        new AllSegments(this)
            .find(
                groupsOfWhole.getOrDefault(StandardAxes.SEGMENTS, List.of()).stream()
                    .map(Group::rest)
                    .filter(whole -> revenue.contains(whole.concept()))
                    .toList());
  }

  /** Adds a fact, unless another table of the filing has reported it already. */
  private void add(Fact fact) {
    ReadingTime.check();
    FactCell cell = FactCell.of(fact);
    if (byCell.putIfAbsent(cell, fact) != null
        || fact.context().dimensions().size() > MAX_DIMENSIONS) {
      return;
    }
    for (QualifiedName axis : fact.context().dimensions().keySet()) {
      groups.computeIfAbsent(new Group(cell.without(axis), axis), this::newGroup).add(fact);
    }
  }

  private List<Fact> newGroup(Group group) {
    if (group.rest().context().isWithoutDimensions()) {
      groupsOfWhole.computeIfAbsent(group.axis(), same -> new ArrayList<>()).add(group);
    }
    return new ArrayList<>();
  }

  private static boolean isGeography(QualifiedName axis, Set<QualifiedName> members) {
    return axis.local().toLowerCase(Locale.ROOT).contains(GEOGRAPHICAL)
        || (members.size() > 1
            && members.stream().allMatch(member -> MemberName.of(member).namesPlaceOnly()));
  }

  /** The axis of the company's own that names the region of a context, if there is one. */
  Optional<QualifiedName> ownGeography(Context context) {
    return context.dimensions().keySet().stream().filter(ownGeographies::contains).findFirst();
  }

  /** Whether a member of an axis that names no region selects a part of the business. */
  boolean selectsPart(QualifiedName axis) {
    return !ownGeographies.contains(axis)
        && (PARTS.contains(axis)
            || (!STANDARD.contains(axis) && parts.computeIfAbsent(axis, this::addsUpAlways)));
  }

  /** Whether the members of an axis add up to the whole in every period that has several. */
  private boolean addsUpAlways(QualifiedName axis) {
    List<Group> several =
        groupsOfWhole.getOrDefault(axis, List.of()).stream()
            .filter(group -> members(group.rest(), axis).size() > 1)
            .filter(group -> fact(group.rest()).isPresent())
            .toList();
    return !several.isEmpty() && several.stream().allMatch(this::addsUp);
  }

  /** Whether a fact's segment equals the whole company in the fact's period. */
  boolean isOfAllSegments(Fact fact) {
    FactCell whole = new FactCell(fact.concept(), fact.context().withoutDimensions());
    return member(fact, StandardAxes.SEGMENTS)
        .filter(segment -> equalsWhole(whole, segment))
        .isPresent();
  }

  /** Whether a segment {@linkplain AllSegments stands} for all segments together. */
  boolean isAllSegments(QualifiedName segment) {
    return allSegments.contains(segment);
  }

  /** Whether a fact's member of an axis stands for eliminations. */
  static boolean isElimination(Fact fact, QualifiedName axis) {
    return member(fact, axis).filter(ConsolidationItem::isElimination).isPresent();
  }

  /** The member of an axis that a fact has, if it has one. */
  static Optional<QualifiedName> member(Fact fact, QualifiedName axis) {
    return Optional.ofNullable(fact.context().dimensions().get(axis));
  }

  /** Whether a segment equals the whole company, and isn't zero. */
  boolean equalsWhole(FactCell whole, QualifiedName segment) {
    FactCell all =
        new FactCell(whole.concept(), whole.context().with(StandardAxes.SEGMENTS, segment));
    Optional<BigDecimal> value = fact(whole).flatMap(Fact::value).filter(one -> one.signum() != 0);
    return value.isPresent() && value.equals(fact(all).flatMap(Fact::value));
  }

  /** The first fact in a cell. */
  Optional<Fact> fact(FactCell cell) {
    return Optional.ofNullable(byCell.get(cell));
  }

  /** The facts that differ from a cell only by having a member of an axis. */
  List<Fact> members(FactCell whole, QualifiedName axis) {
    return groups.getOrDefault(new Group(whole, axis), List.of());
  }

  /** Whether all members of an axis except eliminations add up to the whole within rounding. */
  boolean addsUp(FactCell cell, QualifiedName axis) {
    return sums.computeIfAbsent(new Group(cell.without(axis), axis), this::addsUp);
  }

  private boolean addsUp(Group group) {
    Optional<Fact> whole = fact(group.rest().without(StandardAxes.CONSOLIDATION));
    if (whole.isEmpty()) {
      return false;
    }
    RoundedSum sum = RoundedSum.NONE;
    for (Fact member : members(group.rest(), group.axis())) {
      if (!isElimination(member, group.axis())) {
        sum = member.bounds().map(sum::plus).orElse(sum);
      }
    }
    return sum.mayEqual(whole.get().bounds().map(Bounds::interval).orElse(ZERO));
  }
}
