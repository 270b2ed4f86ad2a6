package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Optional;

/**
 * A metric that figures are of.
 *
 * @param isKnown whether it is defined already
 * @param product the product that it is of
 * @param wanted what it is read for
 */
record DefinedMetric(
    Metric metric, boolean isKnown, Optional<QualifiedName> product, WantedMetric wanted) {

  /** Whether it is to be defined for all companies: revenue is revenue everywhere. */
  boolean isCommon() {
    return wanted.byProduct() && product.isEmpty();
  }
}
