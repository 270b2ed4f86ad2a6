package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the facts of a filing that are before eliminations: they include what segments sell to each
 * other, which is no revenue of the company.
 *
 * <p>A part of a business that is reported both with and without operating segments is net in the
 * smaller figure: Chevron's upstream operating segments sold 18,631, of which 10,145 to others.
 * Otherwise figures are before eliminations if the filing reports eliminations on the same axis,
 * and the figures don't add up to the whole. So are segments that add up to it only together with
 * eliminations on the consolidation axis.
 */
final class Eliminations {
  private final FactCube cube;
  private final Map<FactCube.Group, Boolean> reported = new HashMap<>();
  private final Map<FactCell, Optional<BigDecimal>> net = new HashMap<>();
  private final Map<FactCell, Boolean> withEliminations = new HashMap<>();

  /** The eliminations of the filing that has these facts. */
  Eliminations(FactCube cube) {
    this.cube = cube;
  }

  /** Whether a fact of a region includes what segments sell to each other. */
  boolean areIn(Fact fact, QualifiedName regions) {
    FactCell cell = FactCell.of(fact);
    FactCell whole = cell.without(regions);
    if (exceedsNet(whole)) {
      return isOfOperatingSegments(cell) != cube.addsUp(cell, regions);
    }
    boolean areReported =
        isOfOperatingSegments(cell)
            ? areReported(cell, StandardAxes.CONSOLIDATION) || areInOperatingSegments(whole)
            : areReported(cell, regions) || makeUpWholeWithEliminations(cell, regions);
    return (!isOfBusiness(whole) && exceedsNet(cell))
        || (areReported && !cube.addsUp(cell, regions));
  }

  /** Whether a fact without a region includes what segments sell to each other. */
  boolean areIn(Fact fact) {
    FactCell cell = FactCell.of(fact);
    return exceedsNet(cell)
        || (isOfOperatingSegments(cell) ? areInOperatingSegments(cell) : areInSegment(cell));
  }

  private boolean areInOperatingSegments(FactCell cell) {
    return areReported(cell, StandardAxes.CONSOLIDATION)
        && (isOfBusiness(cell) || cube.fact(cell.without(StandardAxes.CONSOLIDATION)).isEmpty());
  }

  private boolean areInSegment(FactCell cell) {
    return cell.context().dimensions().containsKey(StandardAxes.SEGMENTS)
        && areReported(cell, StandardAxes.SEGMENTS)
        && !cube.addsUp(cell, StandardAxes.SEGMENTS);
  }

  private static boolean isOfOperatingSegments(FactCell cell) {
    return ConsolidationItem.isOfOperatingSegments(cell.context());
  }

  private static boolean isOfBusiness(FactCell cell) {
    return cell.context().without(StandardAxes.CONSOLIDATION).isWithoutDimensions();
  }

  /**
   * Whether the filing reports a part of the business, and a smaller figure for it: with operating
   * segments if the fact is without, and the reverse.
   */
  private boolean exceedsNet(FactCell cell) {
    Optional<BigDecimal> low = cube.fact(cell).flatMap(Fact::bounds).map(Bounds::low);
    return low.isPresent()
        && !isOfBusiness(cell)
        && net.computeIfAbsent(cell.without(StandardAxes.CONSOLIDATION), this::net)
            .filter(other -> other.compareTo(low.get()) < 0)
            .isPresent();
  }

  /** The upper bound of the smallest figure, with or without operating segments. */
  private Optional<BigDecimal> net(FactCell rest) {
    return variants(rest)
        .flatMap(fact -> fact.bounds().stream())
        .map(Bounds::high)
        .min(Comparator.naturalOrder());
  }

  private Stream<Fact> variants(FactCell rest) {
    return Stream.concat(
        cube.fact(rest).stream(),
        cube.members(rest, StandardAxes.CONSOLIDATION).stream()
            .filter(fact ->
                FactCube.member(fact, StandardAxes.CONSOLIDATION)
                    .filter(ConsolidationItem::isOperatingSegments)
                    .isPresent()));
  }

  private boolean areReported(FactCell cell, QualifiedName axis) {
    return reported.computeIfAbsent(
        new FactCube.Group(cell.without(axis), axis), this::areReported);
  }

  private boolean areReported(FactCube.Group group) {
    return eliminations(group.rest(), group.axis()).findAny().isPresent();
  }

  /** Whether segments make up the whole only together with eliminations beside them. */
  private boolean makeUpWholeWithEliminations(FactCell cell, QualifiedName axis) {
    return axis.equals(StandardAxes.SEGMENTS)
        && withEliminations.computeIfAbsent(
            cell.without(axis),
            whole ->
                eliminations(whole, StandardAxes.CONSOLIDATION)
                    .anyMatch(fact -> cube.addsUpWith(fact, whole, axis)));
  }

  /** The eliminations on an axis that aren't zero. */
  private Stream<Fact> eliminations(FactCell whole, QualifiedName axis) {
    return cube.members(whole, axis).stream()
        .filter(fact -> FactCube.isElimination(fact, axis))
        .filter(fact -> fact.value().filter(value -> value.signum() != 0).isPresent());
  }
}
