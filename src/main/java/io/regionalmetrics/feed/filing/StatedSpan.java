package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;

/**
 * What filings say of some days of a series: the first one that said so, and the last one that did
 * before another said something else.
 *
 * @param first the source's id
 * @param last the source's id
 */
record StatedSpan(Span span, BigDecimal value, Precision precision, String first, String last) {

  Bounds bounds() {
    return precision.around(value);
  }

  boolean saysTheSameAs(StatedSpan other) {
    return value.compareTo(other.value) == 0 && precision.equals(other.precision);
  }

  /** Whether both may be one number, rounded. */
  boolean agreesWith(StatedSpan other) {
    return bounds().interval().meets(other.bounds().interval());
  }

  StatedSpan lastBy(String source) {
    return new StatedSpan(span, value, precision, first, source);
  }

  StatedSpan firstBy(String source) {
    return new StatedSpan(span, value, precision, source, last);
  }
}
