package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;

/**
 * A stated span as it was known at some time.
 *
 * @param source the id of the last filing until then that states it
 */
record Operand(StatedSpan stated, String source) {

  Span span() {
    return stated.span();
  }

  /** The span and its source, for a reader. */
  String describe() {
    return "%s (%s)".formatted(FiscalLength.describe(span()), source);
  }
}
