package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private static final String GEOGRAPHICAL = "geograph";

  private final FactCube cube = new FactCube();
  private final Map<QualifiedName, Boolean> parts = new HashMap<>();
  private final Set<QualifiedName> ownGeographies = new HashSet<>();
  private final Set<QualifiedName> allSegments;

  /**
   * The axes of the filing that states these facts.
   *
   * @param revenue the concepts of total revenue
   */
  FilingAxes(Collection<Fact> facts, Set<QualifiedName> revenue) {
    facts.forEach(cube::add);
    cube.membersByAxis()
        .forEach((axis, members) -> {
          if (!STANDARD.contains(axis) && isGeography(axis, members)) {
            ownGeographies.add(axis);
          }
        });
    new RevenueItems(facts, cube, revenue, MemberHierarchy.NONE)
        .all()
        .filter(RevenueItem::isCertain)
        .forEach(cube::add);
    this.allSegments =
        new AllSegments(cube)
            .find(
                cube.wholes(StandardAxes.SEGMENTS).stream()
                    .filter(whole -> revenue.contains(whole.concept()))
                    .toList());
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
    List<FactCell> several =
        cube.wholes(axis).stream()
            .filter(whole -> cube.members(whole, axis).size() > 1)
            .filter(whole -> cube.fact(whole).isPresent())
            .toList();
    return !several.isEmpty() && several.stream().allMatch(whole -> cube.addsUp(whole, axis));
  }

  /**
   * Whether a fact's segment equals the whole company in the fact's period, or stands for all
   * segments and misses the whole company by an item of revenue.
   */
  boolean isOfAllSegments(Fact fact) {
    FactCell whole = FactCell.of(fact).withoutDimensions();
    return FactCube.member(fact, StandardAxes.SEGMENTS)
        .filter(segment ->
            AllSegments.isWhole(segment, whole, cube)
                || (isAllSegments(segment) && isWholeWithItem(segment, whole)))
        .isPresent();
  }

  private boolean isWholeWithItem(QualifiedName segment, FactCell whole) {
    return cube.fact(whole.with(StandardAxes.SEGMENTS, segment))
        .filter(cube::isWholeWithItem)
        .isPresent();
  }

  /** Whether a segment {@linkplain AllSegments stands} for all segments together. */
  boolean isAllSegments(QualifiedName segment) {
    return allSegments.contains(segment);
  }

  /** The facts of the filing by their dimensions. */
  FactCube cube() {
    return cube;
  }
}
