package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Regions that make up a whole in a span or on a day, as the sums in a filing prove.
 *
 * @param series what their facts have in common
 * @param span the days of a flow; empty for a stock
 * @param end the last of these days, or the stock's day
 * @param members the codes of the regions, in alphabetical order
 */
record ProvedBreakdown(
    FactSeries series, Optional<Span> span, LocalDate end, List<String> members) {}
