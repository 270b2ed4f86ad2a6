package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A value that one filing, or several in a row, state for the same days of a series.
 *
 * @param span the days
 * @param value in the series' unit
 * @param first the id of the first filing that states it
 * @param last the id of the last filing that states it before another one states something else
 * @param firstFacts the facts of the first filing; empty if they aren't known
 * @param lastFacts the facts of the last filing; empty if they aren't known
 */
record StatedSpan(
    Span span,
    BigDecimal value,
    Precision precision,
    String first,
    String last,
    List<FiledFact> firstFacts,
    List<FiledFact> lastFacts) {

  /** What one filing states. */
  StatedSpan(ReportedFact fact, Span span, String source) {
    this(span, fact.value(), fact.precision(), source, source, fact.facts(), fact.facts());
  }

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

  /** A copy that an earlier filing, which states the same, is the first to state. */
  StatedSpan withFirst(String source, List<FiledFact> facts) {
    return new StatedSpan(span, value, precision, source, last, facts, lastFacts);
  }

  /** A copy that a later filing, which states the same, is the last to state. */
  StatedSpan withLast(String source, List<FiledFact> facts) {
    return new StatedSpan(span, value, precision, first, source, firstFacts, facts);
  }

  /** The facts of the first or the last filing. */
  List<FiledFact> facts(String source) {
    return source.equals(last) ? lastFacts : firstFacts;
  }
}
