package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.xbrl.Span;
import java.util.List;

/**
 * A stated span as it was known at some time.
 *
 * @param source the id of the last filing until then that states it
 */
record Operand(StatedSpan stated, String source) {

  Span span() {
    return stated.span();
  }

  /** The facts of the source that state it; empty if they aren't known. */
  List<FiledFact> facts() {
    return stated.facts(source);
  }

  /** The span and its source, for a reader. */
  String describe() {
    return "%s (%s)".formatted(FiscalLength.describe(span()), source);
  }
}
