package io.regionalmetrics.feed.filing;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A fact that may become the figure of a region.
 *
 * @param wanted the metric it is read for
 * @param slice its part of the business, which makes it a metric of its own
 * @param part its concept if that reports another value than total revenue, which also makes it a
 *     metric of its own
 * @param line the concept that represents all concepts with the same values
 * @param region the region's code, or that of a remainder
 * @param axis the axis that names the region
 * @param hasIgnoredAxis whether it also has an axis that is ignored because it selects nothing,
 *     such as operating segments
 * @param fact the fact, which has a value, a unit and decimals
 * @param origin how it follows from what is filed
 */
record CandidateFact(
    WantedMetric wanted,
    Slice slice,
    Optional<QualifiedName> part,
    QualifiedName line,
    String region,
    RegionAxis axis,
    boolean hasIgnoredAxis,
    Fact fact,
    FactOrigin origin) {

  /**
   * The id of the metric: {@code revenue}, {@code revenue-streaming} for a slice, or {@code
   * revenue-from-contracts} for a part of revenue.
   */
  String metricId() {
    return part.map(RevenuePart::id).orElseGet(() -> slice.id(wanted.id()));
  }

  /** The figure of the same region for the whole business. */
  CandidateFact ofWholeBusiness(Fact sum, FactOrigin itsOrigin) {
    return new CandidateFact(
        wanted, Slice.WHOLE, part, line, region, axis, hasIgnoredAxis, sum, itsOrigin);
  }

  /** The same figure, of a slice whose name says which axis it is on. */
  CandidateFact withNamedAxis() {
    return new CandidateFact(
        wanted, slice.withNamedAxis(), part, line, region, axis, hasIgnoredAxis, fact, origin);
  }

  /** Why it is left out if its slice or its part of revenue has no regions. */
  LeftOutReason reasonWithoutRegions() {
    return slice.isWhole() ? LeftOutReason.OTHER_CONCEPT : slice.reasonWithoutRegions();
  }

  boolean isWhole() {
    return axis == RegionAxis.NONE;
  }

  /** The member that names the region; empty for the whole. */
  Optional<QualifiedName> member(FilingAxes axes) {
    return switch (axis) {
      case GEOGRAPHY -> FactCube.member(fact, StandardAxes.GEOGRAPHY);
      case OWN_GEOGRAPHY ->
          axes.ownGeography(fact.context()).flatMap(own -> FactCube.member(fact, own));
      case SEGMENTS -> FactCube.member(fact, StandardAxes.SEGMENTS);
      case BESIDE, NONE -> Optional.empty();
    };
  }

  /** Whether it is of a member that is no region, so that it can only be a named remainder. */
  boolean isRemainder() {
    return Codes.isRemainder(region);
  }

  boolean isOf(QualifiedName concept) {
    return fact.concept().equals(concept);
  }

  BigDecimal value() {
    return fact.value().orElseThrow();
  }

  FactUnit unit() {
    return fact.unit();
  }
}
