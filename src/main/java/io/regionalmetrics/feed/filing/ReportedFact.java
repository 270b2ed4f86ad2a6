package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a filing reports of a metric in a region at a time.
 *
 * @param span the days of a flow; empty for a stock
 * @param end the last of these days, or the stock's day
 * @param value in the series' unit
 * @param derivation how it follows from facts of the filing; empty if the filing states it
 * @param facts the facts as filed
 */
record ReportedFact(
    FactSeries series,
    Optional<Span> span,
    LocalDate end,
    BigDecimal value,
    Precision precision,
    Optional<String> derivation,
    List<FiledFact> facts) {

  /** The same figure as one of another metric. */
  ReportedFact of(String metric) {
    return new ReportedFact(series.of(metric), span, end, value, precision, derivation, facts);
  }

  /** Every number that the value may stand for. */
  Bounds bounds() {
    return precision.around(value);
  }

  /** Whether both values may be the same number, rounded. */
  boolean agreesWith(ReportedFact other) {
    return bounds().interval().meets(other.bounds().interval());
  }

  /** Whether it may be a named remainder, and is no figure of a region. */
  boolean isRemainder() {
    return Codes.isRemainder(series.region());
  }

  /** Whether it is of the whole company. */
  boolean isWhole() {
    return series.region().equals(Region.WORLD);
  }
}
