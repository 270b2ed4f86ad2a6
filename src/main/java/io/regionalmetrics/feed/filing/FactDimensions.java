package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a fact by what they mean to a metric.
 *
 * @param geography the member of the geographical axis
 * @param segment the member of the segments' axis
 * @param product the member of the products' axis, if products are metrics of their own
 * @param isConsolidated whether the fact is of operating segments on the consolidation axis
 * @param isNarrower whether a further dimension makes it a part of what the metric measures, or a
 *     dimension that the metric requires is missing
 */
record FactDimensions(
    Optional<QualifiedName> geography,
    Optional<QualifiedName> segment,
    Optional<QualifiedName> product,
    boolean isConsolidated,
    boolean isNarrower) {

  /** The axes that are understood. */
  static final Set<QualifiedName> AXES =
      Set.of(
          StandardAxes.GEOGRAPHY,
          StandardAxes.SEGMENTS,
          StandardAxes.PRODUCTS,
          StandardAxes.CONSOLIDATION);

  /** The dimensions of a context, as a metric sees them. */
  static FactDimensions of(Context context, WantedMetric metric) {
    Map<QualifiedName, QualifiedName> rest = new HashMap<>(context.dimensions());
    boolean isRequired =
        metric.dimensions().entrySet().stream()
            .allMatch(one -> rest.remove(one.getKey(), one.getValue()));
    Optional<QualifiedName> geography = Optional.ofNullable(rest.remove(StandardAxes.GEOGRAPHY));
    Optional<QualifiedName> segment = Optional.ofNullable(rest.remove(StandardAxes.SEGMENTS));
    Optional<QualifiedName> consolidation =
        Optional.ofNullable(rest.remove(StandardAxes.CONSOLIDATION));
    Optional<QualifiedName> product =
        metric.byProduct()
            ? Optional.ofNullable(rest.remove(StandardAxes.PRODUCTS))
            : Optional.empty();
    boolean isNarrower =
        context.hasOtherDimensions()
            || !isRequired
            || !rest.isEmpty()
            || !consolidation.map(FactDimensions::isOperatingSegments).orElse(true);
    return new FactDimensions(geography, segment, product, consolidation.isPresent(), isNarrower);
  }

  private static boolean isOperatingSegments(QualifiedName member) {
    return member.isStandard() && member.local().equals("OperatingSegmentsMember");
  }
}
