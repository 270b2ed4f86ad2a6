package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
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
 *   <li>A segment stands for the whole company in each period in which it equals the whole.
 *   <li>Figures of segments are before eliminations if the filing reports eliminations on the same
 *       axis, and the figures don't add up to the whole.
 * </ul>
 */
final class FilingAxes {
  private static final Set<QualifiedName> STANDARD =
      Set.of(
          StandardAxes.GEOGRAPHY,
          StandardAxes.SEGMENTS,
          StandardAxes.PRODUCTS,
          StandardAxes.CONSOLIDATION);
  private static final String GEOGRAPHICAL = "geograph";
  private static final List<String> ELIMINATIONS =
      List.of("eliminat", "intersegment", "intercompany");

  private static final Interval ZERO = Interval.point(BigFraction.ZERO);

  private final Map<FactCell, Fact> byCell = new HashMap<>();
  private final Map<Group, List<Fact>> groups = new HashMap<>();
  private final Map<Group, Boolean> eliminated = new HashMap<>();
  private final Map<Group, Boolean> sums = new HashMap<>();
  private final Set<QualifiedName> ownGeographies = new HashSet<>();

  /** What facts have in common if they differ only in their member of one axis. */
  private record Group(FactCell rest, QualifiedName axis) {}

  /** The axes of the filing that states these facts. */
  FilingAxes(Collection<Fact> facts) {
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
  }

  private void add(Fact fact) {
    FactCell cell = FactCell.of(fact);
    byCell.putIfAbsent(cell, fact);
    for (QualifiedName axis : fact.context().dimensions().keySet()) {
      groups
          .computeIfAbsent(new Group(cell.without(axis), axis), same -> new ArrayList<>())
          .add(fact);
    }
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

  /** Whether a fact's segment equals the whole company in the fact's period. */
  boolean isOfAllSegments(Fact fact) {
    QualifiedName segment = fact.context().dimensions().get(StandardAxes.SEGMENTS);
    if (segment == null) {
      return false;
    }
    Context company = fact.context().withoutDimensions();
    Optional<Fact> whole = fact(new FactCell(fact.concept(), company));
    Optional<Fact> all =
        fact(new FactCell(fact.concept(), company.with(StandardAxes.SEGMENTS, segment)));
    return whole.isPresent() && all.isPresent() && whole.get().value().equals(all.get().value());
  }

  /**
   * Whether a region's fact is before eliminations: it includes what segments sell to each other.
   *
   * @param regions the axis that names its region
   */
  boolean isBeforeEliminations(Fact fact, QualifiedName regions) {
    FactCell cell = FactCell.of(fact);
    boolean isOfOperatingSegments =
        fact.context().dimensions().containsKey(StandardAxes.CONSOLIDATION);
    boolean isEliminated =
        isOfOperatingSegments
            ? hasEliminations(cell, StandardAxes.CONSOLIDATION)
                || hasEliminations(cell.without(regions), StandardAxes.CONSOLIDATION)
            : hasEliminations(cell, regions);
    return isEliminated && !addsUp(cell, regions);
  }

  /** The first fact in a cell. */
  Optional<Fact> fact(FactCell cell) {
    return Optional.ofNullable(byCell.get(cell));
  }

  /** The facts that differ from a cell only by having a member of an axis. */
  List<Fact> members(FactCell whole, QualifiedName axis) {
    return groups.getOrDefault(new Group(whole, axis), List.of());
  }

  private boolean hasEliminations(FactCell cell, QualifiedName axis) {
    return eliminated.computeIfAbsent(new Group(cell.without(axis), axis), this::hasEliminations);
  }

  private boolean hasEliminations(Group group) {
    return members(group.rest(), group.axis()).stream()
        .anyMatch(fact ->
            isElimination(fact, group.axis())
                && fact.value().filter(value -> value.signum() != 0).isPresent());
  }

  private static boolean isElimination(Fact fact, QualifiedName axis) {
    QualifiedName member = fact.context().dimensions().get(axis);
    return member != null && isElimination(member);
  }

  /** Whether a member stands for eliminations, judging by its name. */
  static boolean isElimination(QualifiedName member) {
    String name = member.local().toLowerCase(Locale.ROOT);
    return ELIMINATIONS.stream().anyMatch(name::contains);
  }

  /** Whether all members of an axis except eliminations add up to the whole within rounding. */
  private boolean addsUp(FactCell cell, QualifiedName axis) {
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
