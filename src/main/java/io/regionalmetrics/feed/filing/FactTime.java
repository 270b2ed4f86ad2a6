package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The time of a figure.
 *
 * @param span the days of a flow; empty for a stock
 * @param end the last of these days, or the stock's day
 */
record FactTime(Optional<Span> span, LocalDate end) {
  static FactTime of(ReportedFact fact) {
    return new FactTime(fact.span(), fact.end());
  }
}
