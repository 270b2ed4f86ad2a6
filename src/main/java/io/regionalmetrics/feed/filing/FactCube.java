package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** The facts of a filing by concept and dimensions. What several tables repeat counts once. */
final class FactCube {
  /** Facts with more dimensions are parts of nothing; they would take too much memory. */
  private static final int MAX_DIMENSIONS = 6;

  private static final Interval ZERO = Interval.point(BigFraction.ZERO);

  private final Map<FactCell, Fact> byCell = new HashMap<>();
  private final Map<Group, List<Fact>> groups = new HashMap<>();
  private final Map<QualifiedName, List<FactCell>> wholes = new HashMap<>();
  private final Map<Group, Boolean> sums = new HashMap<>();
  private final Map<Context, Set<Bounds>> items = new HashMap<>();
  private final Map<QualifiedName, Set<QualifiedName>> membersByAxis = new HashMap<>();

  /** What facts have in common if they differ only in their member of one axis. */
  record Group(FactCell rest, QualifiedName axis) {}

  /** Adds a fact, unless another table of the filing has reported it already. */
  void add(Fact fact) {
    ReadingTime.check();
    fact.context()
        .dimensions()
        .forEach((axis, member) ->
            membersByAxis.computeIfAbsent(axis, same -> new HashSet<>()).add(member));
    FactCell cell = FactCell.of(fact);
    if (byCell.putIfAbsent(cell, fact) != null
        || fact.context().dimensions().size() > MAX_DIMENSIONS) {
      return;
    }
    for (QualifiedName axis : fact.context().dimensions().keySet()) {
      groups.computeIfAbsent(new Group(cell.without(axis), axis), this::newGroup).add(fact);
    }
  }

  /** Adds an item that certainly belongs to revenue, so that sums may miss revenue by it. */
  void add(RevenueItem item) {
    items
        .computeIfAbsent(item.fact().context().withoutDimensions(), same -> new LinkedHashSet<>())
        .add(item.fact().bounds().orElseThrow());
  }

  private List<Fact> newGroup(Group group) {
    if (group.rest().context().isWithoutDimensions()) {
      wholes.computeIfAbsent(group.axis(), same -> new ArrayList<>()).add(group.rest());
    }
    return new ArrayList<>();
  }

  /** Whether a fact's member of an axis stands for eliminations. */
  static boolean isElimination(Fact fact, QualifiedName axis) {
    return member(fact, axis).filter(ConsolidationItem::isElimination).isPresent()
        && !isOtherRevenue(fact);
  }

  /**
   * Whether a fact is revenue of no region that is reported with eliminations, which are less: 56
   * of "eliminations and other" beside Schlumberger's regions.
   */
  static boolean isOtherRevenue(Fact fact) {
    return member(fact, StandardAxes.GEOGRAPHY)
            .filter(ConsolidationItem::isElimination)
            .filter(member -> member.local().contains("Other"))
            .isPresent()
        && fact.value().filter(value -> value.signum() > 0).isPresent();
  }

  /** The member of an axis that a fact has, if it has one. */
  static Optional<QualifiedName> member(Fact fact, QualifiedName axis) {
    return Optional.ofNullable(fact.context().dimensions().get(axis));
  }

  /** The first fact in a cell. */
  Optional<Fact> fact(FactCell cell) {
    return Optional.ofNullable(byCell.get(cell));
  }

  /** The facts that differ from a cell only by having a member of an axis. */
  List<Fact> members(FactCell whole, QualifiedName axis) {
    return groups.getOrDefault(new Group(whole, axis), List.of());
  }

  /** The members of each axis. */
  Map<QualifiedName, Set<QualifiedName>> membersByAxis() {
    return Collections.unmodifiableMap(membersByAxis);
  }

  /** The cells without dimensions that facts differ from only by having a member of an axis. */
  List<FactCell> wholes(QualifiedName axis) {
    return wholes.getOrDefault(axis, List.of());
  }

  /**
   * Whether all members of an axis except eliminations add up to the whole within rounding, alone
   * or with an item of revenue.
   */
  boolean addsUp(FactCell cell, QualifiedName axis) {
    return sums.computeIfAbsent(new Group(cell.without(axis), axis), this::addsUp);
  }

  private boolean addsUp(Group group) {
    return fact(group.rest().without(StandardAxes.CONSOLIDATION))
        .filter(whole -> isSum(whole, sum(group)))
        .isPresent();
  }

  /** Whether all members of an axis and another fact together add up to the whole. */
  boolean addsUpWith(Fact other, FactCell whole, QualifiedName axis) {
    RoundedSum sum = sum(new Group(whole, axis)).plus(other);
    return fact(whole).filter(one -> isSum(one, sum)).isPresent();
  }

  private RoundedSum sum(Group group) {
    return RoundedSum.NONE.plus(
        members(group.rest(), group.axis()).stream()
            .filter(member -> !isElimination(member, group.axis()))
            .toList());
  }

  private boolean isSum(Fact whole, RoundedSum sum) {
    Interval interval = whole.bounds().map(Bounds::interval).orElse(ZERO);
    return sum.mayEqual(interval)
        || items.getOrDefault(whole.context(), Set.of()).stream()
            .anyMatch(item -> sum.plus(item).mayEqual(interval));
  }

  /** Whether a fact equals the whole company within rounding if an item of revenue is added. */
  boolean isWholeWithItem(Fact fact) {
    FactCell whole = FactCell.of(fact).withoutDimensions();
    return fact.bounds().isPresent()
        && fact(whole).filter(one -> isSum(one, RoundedSum.NONE.plus(fact))).isPresent();
  }
}
