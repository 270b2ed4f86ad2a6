package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Bounds;
import io.regionalmetrics.model.Precision;
import java.math.BigDecimal;

/**
 * What filings say of some days of a series: the first one that said so, and the last one that did
 * before another said something else.
 *
 * @param first the source's id
 * @param last the source's id
 */
record Stated(Span span, BigDecimal value, Precision precision, String first, String last) {

  Bounds bounds() {
    return precision.around(value);
  }

  boolean saysTheSameAs(Stated other) {
    return value.compareTo(other.value) == 0 && precision.equals(other.precision);
  }

  /** Whether both may be one number, rounded. */
  boolean agreesWith(Stated other) {
    return bounds().interval().meets(other.bounds().interval());
  }

  Stated lastBy(String source) {
    return new Stated(span, value, precision, first, source);
  }

  Stated firstBy(String source) {
    return new Stated(span, value, precision, source, last);
  }
}
