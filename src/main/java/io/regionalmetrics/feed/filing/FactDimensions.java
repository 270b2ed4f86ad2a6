package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a fact by what they mean to a metric.
 *
 * @param geography the member of the geographical axis, or of one of the company's own
 * @param geographyAxis that axis; the standard one if there is no such member
 * @param segment the member of the segments' axis, unless it is all segments beside a region
 * @param product the member of the products' axis, if products are metrics of their own
 * @param isConsolidated whether the fact is of operating segments on the consolidation axis
 * @param isReadThrough whether an axis was ignored because it selects nothing
 * @param isNarrower whether a further dimension makes it a part of what the metric measures, or a
 *     dimension that the metric requires is missing
 */
record FactDimensions(
    Optional<QualifiedName> geography,
    QualifiedName geographyAxis,
    Optional<QualifiedName> segment,
    Optional<QualifiedName> product,
    boolean isConsolidated,
    boolean isReadThrough,
    boolean isNarrower) {
  private static final QualifiedName OPERATING_SEGMENTS =
      new QualifiedName("us-gaap", "OperatingSegmentsMember");
  private static final QualifiedName CONCENTRATION_BY_GEOGRAPHY =
      new QualifiedName("us-gaap", "GeographicConcentrationRiskMember");

  /** The dimensions of a fact, as a metric sees them. */
  static FactDimensions of(Fact fact, WantedMetric metric, FilingAxes axes) {
    Map<QualifiedName, QualifiedName> rest = new HashMap<>(fact.context().dimensions());
    boolean isRequired =
        metric.dimensions().entrySet().stream()
            .allMatch(one -> rest.remove(one.getKey(), one.getValue()));
    QualifiedName axis =
        Optional.of(StandardAxes.GEOGRAPHY)
            .filter(rest::containsKey)
            .or(() -> axes.ownGeography(fact.context()).filter(rest::containsKey))
            .orElse(StandardAxes.GEOGRAPHY);
    Optional<QualifiedName> geography = Optional.ofNullable(rest.remove(axis));
    boolean isReadThrough = ignoreConcentration(rest);
    if (geography.isPresent() && axes.isOfAllSegments(fact)) {
      isReadThrough |= rest.remove(StandardAxes.SEGMENTS) != null;
    }
    Optional<QualifiedName> segment = Optional.ofNullable(rest.remove(StandardAxes.SEGMENTS));
    boolean isConsolidated = rest.remove(StandardAxes.CONSOLIDATION, OPERATING_SEGMENTS);
    Optional<QualifiedName> product =
        metric.byProduct()
            ? Optional.ofNullable(rest.remove(StandardAxes.PRODUCTS))
            : Optional.empty();
    return new FactDimensions(
        geography,
        axis,
        segment,
        product,
        isConsolidated,
        isReadThrough,
        fact.context().hasOtherDimensions() || !isRequired || !rest.isEmpty());
  }

  /** A concentration of risk by geography says no more than that the fact is about geography. */
  private static boolean ignoreConcentration(Map<QualifiedName, QualifiedName> dimensions) {
    boolean isByGeography =
        dimensions.remove(StandardAxes.CONCENTRATION_TYPE, CONCENTRATION_BY_GEOGRAPHY);
    if (isByGeography) {
      dimensions.remove(StandardAxes.CONCENTRATION_BENCHMARK);
    }
    return isByGeography;
  }
}
