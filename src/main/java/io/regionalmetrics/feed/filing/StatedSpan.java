package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A value that one filing, or several in a row, state for the same days of a series.
 *
 * @param span the days
 * @param value in the series' unit
 * @param first the id of the first filing that states it
 * @param last the id of the last filing that states it before another one states something else
 */
record StatedSpan(Span span, BigDecimal value, Precision precision, String first, String last) {

  /** Every number that the value may stand for. */
  Bounds bounds() {
    return precision.around(value);
  }

  /** Whether value and precision are the same. */
  boolean hasSameValueAs(StatedSpan other) {
    return value.compareTo(other.value) == 0 && precision.equals(other.precision);
  }

  /** Whether both values may be the same number, rounded. */
  boolean agreesWith(StatedSpan other) {
    return bounds().interval().meets(other.bounds().interval());
  }

  /** Whether a filing lies between the first and the last, or is one of them. */
  boolean isStatedAt(String source, Comparator<String> order) {
    return order.compare(first, source) <= 0 && order.compare(source, last) <= 0;
  }

  StatedSpan withFirst(String source) {
    return new StatedSpan(span, value, precision, source, last);
  }

  StatedSpan withLast(String source) {
    return new StatedSpan(span, value, precision, first, source);
  }
}
