package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Optional;

/** What a fact is to a metric: the value of a region, or nothing for a reason. */
sealed interface Placement {
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
   * @param product its product, which makes it a metric of its own
   * @param isConsolidated whether it also is on the consolidation axis, as operating segments
   */
  record Placed(
      Optional<MemberRegion> region,
      RegionAxis axis,
      Optional<QualifiedName> product,
      boolean isConsolidated)
      implements Placement {}

  /**
   * Places a fact whose concept is one of a metric's.
   *
   * @param filing the filing that states it; facts of other companies are excluded, and of times
   *     that end after the day of filing
   * @param geography the regions of the filing
   */
  static Placement of(Fact fact, WantedMetric metric, Filing filing, Geography geography) {
    if (!isEntity(fact.context().entity(), filing.cik())) {
      return new Excluded(LeftOutReason.OTHER_ENTITY);
    }
    if (fact.context().end().isAfter(filing.filed())) {
      return new Excluded(LeftOutReason.AFTER_FILING);
    }
    Placement placement = byDimensions(FactDimensions.of(fact.context(), metric), geography);
    return placement instanceof Placed
        ? flaw(fact, metric).<Placement>map(Excluded::new).orElse(placement)
        : placement;
  }

  /** Whether an identifier is a CIK, with or without its leading zeros. */
  private static boolean isEntity(String entity, String cik) {
    return entity.length() <= cik.length()
        && ("0".repeat(cik.length() - entity.length()) + entity).equals(cik);
  }

  /** What keeps a fact from being a figure, whatever its region. */
  private static Optional<LeftOutReason> flaw(Fact fact, WantedMetric metric) {
    if (fact.nil()) {
      return Optional.of(LeftOutReason.NIL);
    }
    if (fact.value().isEmpty() || fact.unit().isEmpty()) {
      return Optional.of(LeftOutReason.NOT_A_NUMBER);
    }
    if (fact.precision().isEmpty()) {
      return Optional.of(LeftOutReason.NO_DECIMALS);
    }
    return fact.context().span().isPresent() == (metric.kind() == MetricKind.FLOW)
        ? Optional.empty()
        : Optional.of(LeftOutReason.OTHER_PERIOD);
  }

  private static Placement byDimensions(FactDimensions dimensions, Geography geography) {
    if (dimensions.isNarrower()) {
      return new Excluded(LeftOutReason.FURTHER_DIMENSION);
    }
    if (dimensions.segment().isPresent()) {
      return onSegmentsAxis(dimensions, geography.onSegmentsAxis(dimensions.segment().get()));
    }
    if (dimensions.geography().isPresent()) {
      return onGeographicalAxis(
          dimensions, geography.onGeographicalAxis(dimensions.geography().get()));
    }
    return dimensions.isConsolidated()
        ? new Excluded(LeftOutReason.SEGMENTS_TOGETHER)
        : new Placed(Optional.empty(), RegionAxis.NONE, dimensions.product(), false);
  }

  private static Placement onGeographicalAxis(
      FactDimensions dimensions, Optional<MemberRegion> region) {
    return region.isPresent()
        ? placed(region, RegionAxis.GEOGRAPHY, dimensions)
        : new Excluded(LeftOutReason.MEMBER_NOT_A_REGION);
  }

  private static Placement onSegmentsAxis(
      FactDimensions dimensions, Optional<MemberRegion> region) {
    if (dimensions.geography().isPresent()) {
      return new Excluded(
          region.isPresent() ? LeftOutReason.TWO_REGIONS : LeftOutReason.FURTHER_DIMENSION);
    }
    return region.isPresent()
        ? placed(region, RegionAxis.SEGMENTS, dimensions)
        : new Excluded(LeftOutReason.SEGMENT_NOT_A_REGION);
  }

  private static Placement placed(
      Optional<MemberRegion> region, RegionAxis axis, FactDimensions dimensions) {
    return new Placed(region, axis, dimensions.product(), dimensions.isConsolidated());
  }
}
