package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A figure that filings tell of a region.
 *
 * @param region the region's code
 * @param place what it is a figure of
 * @param value in the unit of the place
 * @param bounds every number that the value may stand for
 */
record RegionTelling(String region, Place place, BigDecimal value, Bounds bounds) {
  /** Smaller figures, counted in units of their last place, prove nothing. */
  private static final BigDecimal MOST_ROUNDING = new BigDecimal("0.1");

  /** A metric's days, which several regions have figures of. */
  record Place(String metric, Unit unit, Span span) {
    /** Whether the metric is revenue, or revenue of a part of the business. */
    boolean isRevenue() {
      return isTotalRevenue() || metric.startsWith(WantedMetric.REVENUE.id() + "-");
    }

    /** Whether the metric is revenue of the whole business. */
    boolean isTotalRevenue() {
      return metric.equals(WantedMetric.REVENUE.id());
    }
  }

  /** A stated figure of a series. */
  static RegionTelling of(FactSeries series, StatedSpan stated) {
    return new RegionTelling(
        series.region(),
        new Place(series.metric(), series.unit(), stated.span()),
        stated.value(),
        stated.bounds());
  }

  /** Whether both are one number, though perhaps rounded differently. */
  boolean isSameAs(RegionTelling other) {
    return value.compareTo(other.value) == 0
        || (agreesWith(other) && width().compareTo(other.width()) != 0);
  }

  /** Whether both values may be the same number, rounded. */
  boolean agreesWith(RegionTelling other) {
    return bounds.low().compareTo(other.bounds.high()) <= 0
        && other.bounds.low().compareTo(bounds.high()) <= 0;
  }

  /** Whether equality with another figure may prove something. */
  boolean canProve() {
    return place.isRevenue() && value.signum() > 0 && rounding().compareTo(MOST_ROUNDING) <= 0;
  }

  /** Its rounding as a part of its value: about how likely another figure is equal by accident. */
  BigDecimal rounding() {
    return width().divide(value, MathContext.DECIMAL32);
  }

  private BigDecimal width() {
    return bounds.high().subtract(bounds.low());
  }
}
