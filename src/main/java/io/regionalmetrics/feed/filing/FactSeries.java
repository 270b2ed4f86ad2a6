package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Unit;

/**
 * Facts that may be subtracted from each other.
 *
 * @param metric the metric's id
 * @param region the region's code
 * @param unit a currency, or what a count is of
 * @param concept the concept of the facts
 * @param axis the {@linkplain RegionAxis#code axis} that the region is on; empty for the whole
 */
record FactSeries(String metric, String region, Unit unit, String concept, String axis) {
  private static final String COARSER = "-coarser";

  /** Whether both are of the same metric, region and unit, though perhaps of other facts. */
  boolean measuresSameAs(FactSeries other) {
    return metric.equals(other.metric) && region.equals(other.region) && unit.equals(other.unit);
  }

  /** The series of the same facts for another metric. */
  FactSeries of(String other) {
    return new FactSeries(other, region, unit, concept, axis);
  }

  /** The series of a remainder of the same metric, in the same unit. */
  FactSeries ofRemainder(String code, String itsConcept, String itsAxis) {
    return new FactSeries(metric, code, unit, itsConcept, itsAxis);
  }

  /** The same series of another region. */
  FactSeries in(String other) {
    return new FactSeries(metric, other, unit, concept, axis);
  }

  /**
   * What the regions of a breakdown that is coarser than another one on its axis have in common.
   */
  FactSeries ofCoarserBreakdowns() {
    return new FactSeries(metric, region, unit, concept, axis + COARSER);
  }

  /** Whether a code of an axis is of breakdowns that are coarser than others on it. */
  static boolean isOfCoarserBreakdowns(String axis) {
    return axis.endsWith(COARSER);
  }

  /** The series under whatever concept. */
  FactSeries ofAnyConcept() {
    return new FactSeries(metric, region, unit, "", axis);
  }

  /** The series without its region: what the regions of a breakdown have in common. */
  FactSeries ofAllRegions() {
    return new FactSeries(metric, "", unit, concept, axis);
  }
}
