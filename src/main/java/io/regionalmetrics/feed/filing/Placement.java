package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Optional;

/** What a fact means to a metric: it is the value of a region, or excluded for a reason. */
sealed interface Placement {
  /** The first year for which figures can be stored. */
  int FIRST_YEAR = 1900;

  /**
   * The fact is no value of the metric.
   *
   * @param reason why not
   */
  record Excluded(LeftOutReason reason) implements Placement {}

  /**
   * The fact is a value of the metric.
   *
   * @param region its region; empty for the whole
   * @param axis the axis that names the region
   * @param slice its part of the business, which makes it a metric of its own
   * @param hasIgnoredAxis whether it also has an axis that is ignored because it selects nothing,
   *     such as operating segments
   */
  record Placed(Optional<MemberRegion> region, RegionAxis axis, Slice slice, boolean hasIgnoredAxis)
      implements Placement {}

  /**
   * The fact is of a region of the whole business, but includes what segments sell to each other.
   *
   * @param figure where it would be a value of the metric
   */
  record BeforeEliminations(Placed figure) implements Placement {}

  /**
   * The fact is of a member that is no region, on an axis that names regions. It may be what the
   * regions leave of the whole.
   *
   * @param member the member
   * @param axis its axis
   * @param slice its part of the business
   * @param hasIgnoredAxis whether the fact also has an axis that is ignored
   */
  record Beside(QualifiedName member, RegionAxis axis, Slice slice, boolean hasIgnoredAxis)
      implements Placement {}

  /**
   * Places a fact whose concept is one of a metric's.
   *
   * @param filing the filing that states it; facts of other companies are excluded, and facts of
   *     periods that end after the day of filing
   * @param geography the regions of the filing
   */
  static Placement of(Fact fact, WantedMetric metric, Filing filing, Geography geography) {
    if (!filing.isOf(fact.context().entity())) {
      return new Excluded(LeftOutReason.OTHER_ENTITY);
    }
    if (fact.context().end().isAfter(filing.filed())) {
      return new Excluded(LeftOutReason.AFTER_FILING);
    }
    if (fact.context().end().getYear() < FIRST_YEAR) {
      return new Excluded(LeftOutReason.BEFORE_1900);
    }
    FactDimensions dimensions = FactDimensions.of(fact, metric, geography.axes());
    Placement placement = byDimensions(fact, metric, dimensions, geography);
    return placement instanceof Excluded
        ? placement
        : flaw(fact, metric).<Placement>map(Excluded::new).orElse(placement);
  }

  /** Why a fact can't be a figure of any region; empty if it can. */
  private static Optional<LeftOutReason> flaw(Fact fact, WantedMetric metric) {
    if (fact.nil()) {
      return Optional.of(LeftOutReason.NIL);
    }
    if (fact.value().isEmpty()) {
      return Optional.of(LeftOutReason.NOT_A_NUMBER);
    }
    if (fact.precision().isEmpty()) {
      return Optional.of(LeftOutReason.NO_DECIMALS);
    }
    return fact.context().span().isPresent() == (metric.kind() == MetricKind.FLOW)
        ? Optional.empty()
        : Optional.of(LeftOutReason.OTHER_PERIOD);
  }

  private static Placement byDimensions(
      Fact fact, WantedMetric metric, FactDimensions dimensions, Geography geography) {
    Optional<MemberRegion> segment = dimensions.segment().flatMap(geography::onSegmentsAxis);
    Optional<LeftOutReason> reason = reasonAgainst(dimensions, segment, metric, geography.axes());
    if (reason.isPresent()) {
      return new Excluded(reason.get());
    }
    if (dimensions.geography().isPresent()) {
      return onGeographicalAxis(fact, dimensions, geography);
    }
    return segment.isPresent()
        ? unlessBeforeEliminations(
            fact,
            StandardAxes.SEGMENTS,
            geography,
            placed(segment, RegionAxis.SEGMENTS, dimensions.slice(), dimensions))
        : withoutRegion(fact, metric, dimensions, geography);
  }

  /** Why a fact is left out for its dimensions alone. */
  private static Optional<LeftOutReason> reasonAgainst(
      FactDimensions dimensions,
      Optional<MemberRegion> segment,
      WantedMetric metric,
      FilingAxes axes) {
    if (dimensions.isNarrower()) {
      return Optional.of(LeftOutReason.FURTHER_DIMENSION);
    }
    if (dimensions.segment().filter(ConsolidationItem::isElimination).isPresent()) {
      return Optional.of(LeftOutReason.SEGMENT_NOT_A_REGION);
    }
    if (segment.isEmpty() && dimensions.segment().filter(axes::isAllSegments).isPresent()) {
      return Optional.of(LeftOutReason.SEGMENTS_TOGETHER);
    }
    return dimensions.geography().isPresent()
            && dimensions.segment().isPresent()
            && !metric.bySlice()
        ? Optional.of(
            segment.isPresent() ? LeftOutReason.TWO_REGIONS : LeftOutReason.FURTHER_DIMENSION)
        : Optional.empty();
  }

  private static Placement withoutRegion(
      Fact fact, WantedMetric metric, FactDimensions dimensions, Geography geography) {
    if (dimensions.segment().isPresent() && !metric.bySlice()) {
      return new Excluded(LeftOutReason.SEGMENT_NOT_A_REGION);
    }
    Slice slice = dimensions.slice().within(dimensions.segment());
    if (slice.isWhole() && dimensions.isConsolidated()) {
      return new Excluded(LeftOutReason.SEGMENTS_TOGETHER);
    }
    return geography.eliminations().areIn(fact)
        ? new Excluded(LeftOutReason.BEFORE_ELIMINATIONS)
        : placed(Optional.empty(), RegionAxis.NONE, slice, dimensions);
  }

  private static Placement onGeographicalAxis(
      Fact fact, FactDimensions dimensions, Geography geography) {
    QualifiedName axis = dimensions.geographyAxis();
    Optional<MemberRegion> region =
        geography.onGeographicalAxis(axis, dimensions.geography().orElseThrow());
    RegionAxis kind =
        axis.equals(StandardAxes.GEOGRAPHY) ? RegionAxis.GEOGRAPHY : RegionAxis.OWN_GEOGRAPHY;
    Slice slice = dimensions.slice().within(dimensions.segment());
    Placement placement =
        region.isPresent()
            ? placed(region, kind, slice, dimensions)
            : beside(fact, kind, slice, dimensions);
    return unlessBeforeEliminations(fact, axis, geography, placement);
  }

  private static Placement beside(
      Fact fact, RegionAxis axis, Slice slice, FactDimensions dimensions) {
    QualifiedName member = dimensions.geography().orElseThrow();
    return RemainderMember.isRemainder(member) || FactCube.isOtherRevenue(fact)
        ? new Beside(
            member, axis, slice, dimensions.isConsolidated() || dimensions.hasIgnoredAxis())
        : new Excluded(LeftOutReason.MEMBER_NOT_A_REGION);
  }

  private static Placement unlessBeforeEliminations(
      Fact fact, QualifiedName axis, Geography geography, Placement placement) {
    if (placement instanceof Excluded || !geography.eliminations().areIn(fact, axis)) {
      return placement;
    }
    return placement instanceof Placed placed && placed.slice().isWhole()
        ? new BeforeEliminations(placed)
        : new Excluded(LeftOutReason.BEFORE_ELIMINATIONS);
  }

  private static Placed placed(
      Optional<MemberRegion> region, RegionAxis axis, Slice slice, FactDimensions dimensions) {
    return new Placed(
        region, axis, slice, dimensions.isConsolidated() || dimensions.hasIgnoredAxis());
  }
}
