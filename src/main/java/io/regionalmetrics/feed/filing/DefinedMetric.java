package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Optional;

/**
 * A metric that a filing has figures of.
 *
 * @param isKnown whether it is defined already
 * @param slice the part of the business that it is about
 * @param part the concept of a part of revenue that it is about
 * @param wanted the metric it is read for
 */
record DefinedMetric(
    Metric metric,
    boolean isKnown,
    Slice slice,
    Optional<QualifiedName> part,
    WantedMetric wanted) {

  /** Whether all companies share its definition, as they share that of revenue. */
  boolean isCommon() {
    return wanted.bySlice() && slice.isWhole() && part.isEmpty();
  }
}
