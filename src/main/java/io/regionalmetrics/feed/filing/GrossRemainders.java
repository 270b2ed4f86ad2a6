package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a filing reports beside regions before eliminations: the eliminations themselves, and
 * the segments that are no regions.
 *
 * <p>Worked example: the Americas sold 2,600 and Europe 670, of which 4 to each other. With
 * eliminations of -4 as a remainder, both make up total revenue of 3,266.
 */
final class GrossRemainders {
  private final Geography geography;
  private final boolean areOfOperatingSegments;

  /**
   * The remainders beside some regions.
   *
   * @param regions figures before eliminations
   */
  GrossRemainders(Geography geography, Collection<CandidateFact> regions) {
    this.geography = geography;
    this.areOfOperatingSegments = regions.stream().anyMatch(CandidateFact::hasIgnoredAxis);
  }

  /** Where a fact of total revenue stands beside the regions, if it is such a remainder. */
  Optional<Placement.Beside> beside(Fact fact) {
    Context context = fact.context();
    boolean isOfOperatingSegments = ConsolidationItem.isOfOperatingSegments(context);
    Context rest = isOfOperatingSegments ? context.without(StandardAxes.CONSOLIDATION) : context;
    return rest.hasOtherDimensions() || rest.dimensions().size() != 1 || !hasFigure(fact)
        ? Optional.empty()
        : rest.dimensions().entrySet().stream()
            .filter(this::isRemainder)
            .flatMap(one -> beside(one, isOfOperatingSegments).stream())
            .findFirst();
  }

  private static boolean hasFigure(Fact fact) {
    return fact.value().isPresent()
        && fact.precision().isPresent()
        && fact.context().span().isPresent();
  }

  private boolean isRemainder(Map.Entry<QualifiedName, QualifiedName> dimension) {
    QualifiedName member = dimension.getValue();
    return ConsolidationItem.isElimination(member)
        || (dimension.getKey().equals(StandardAxes.SEGMENTS)
            && RemainderMember.isRemainder(member)
            && geography.onSegmentsAxis(member).isEmpty());
  }

  /**
   * A segment may be reported with and without operating segments. The figure that is reported like
   * those of the regions is preferred.
   */
  private Optional<Placement.Beside> beside(
      Map.Entry<QualifiedName, QualifiedName> dimension, boolean isOfOperatingSegments) {
    QualifiedName member = dimension.getValue();
    boolean isReportedOtherwise =
        isOfOperatingSegments != areOfOperatingSegments && !ConsolidationItem.isElimination(member);
    return axis(dimension.getKey())
        .map(axis -> new Placement.Beside(member, axis, Slice.WHOLE, isReportedOtherwise));
  }

  private static Optional<RegionAxis> axis(QualifiedName axis) {
    if (axis.equals(StandardAxes.CONSOLIDATION)) {
      return Optional.of(RegionAxis.BESIDE);
    }
    if (axis.equals(StandardAxes.SEGMENTS)) {
      return Optional.of(RegionAxis.SEGMENTS);
    }
    return axis.equals(StandardAxes.GEOGRAPHY)
        ? Optional.of(RegionAxis.GEOGRAPHY)
        : Optional.empty();
  }
}
