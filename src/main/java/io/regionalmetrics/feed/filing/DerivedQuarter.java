package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * A quarter that follows from longer spans.
 *
 * @param days its days
 * @param operands the spans that it follows from
 * @param name its name, in the fiscal year of the source
 * @param value in the series' unit
 * @param bounds the least and the most that it can be, given the operands' bounds
 * @param source the id of the latest filing among the operands' sources
 * @param derivation the operands with their sources, for a reader
 * @param facts the operands' facts; each names its filing if that isn't the source
 */
record DerivedQuarter(
    FactSeries series,
    Span days,
    List<Span> operands,
    YearQuarter name,
    BigDecimal value,
    Bounds bounds,
    String source,
    String derivation,
    List<FiledFact> facts) {

  /** Whether value and bounds are the same. */
  boolean hasSameValueAs(DerivedQuarter other) {
    return value.compareTo(other.value) == 0 && bounds.equals(other.bounds);
  }
}
