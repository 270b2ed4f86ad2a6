package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A series at a time, which can have only one value.
 *
 * @param span the days of a flow; empty for a stock
 * @param end the last of these days, or the stock's day
 */
record FactSlot(FactSeries series, Optional<Span> span, LocalDate end) {
  /** The time, for a reader. */
  String describeTime() {
    return span.map(FiscalLength::describe).orElseGet(end::toString);
  }
}
