package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a filing says of a metric and a region.
 *
 * @param span of a flow; nothing for a stock
 * @param end of the span, or the day that a stock is of
 */
record ReportedFact(
    FactSeries series, Optional<Span> span, LocalDate end, BigDecimal value, Precision precision) {

  Bounds bounds() {
    return precision.around(value);
  }

  boolean isWhole() {
    return series.region().equals(Region.WORLD);
  }
}
