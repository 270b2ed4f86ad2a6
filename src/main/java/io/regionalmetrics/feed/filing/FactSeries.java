package io.regionalmetrics.feed.filing;

/**
 * What is said of by figures that may be subtracted from each other.
 *
 * @param metric its id
 * @param region its code
 * @param unit a currency, or a count's word
 * @param concept of the facts
 * @param axis that the region is on; empty for the whole
 */
record FactSeries(String metric, String region, String unit, String concept, String axis) {

  /** Whether both are figures of one thing, though perhaps not of one kind of fact. */
  boolean isOfSame(FactSeries other) {
    return metric.equals(other.metric) && region.equals(other.region) && unit.equals(other.unit);
  }
}
