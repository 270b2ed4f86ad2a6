package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the members of a fact mean to a metric.
 *
 * @param geography the member of the geographical axis, or of one of the company's own
 * @param geographyAxis that axis; the standard one if there is no such member
 * @param segment the member of the segments' axis; empty if the fact has a region and the segment
 *     equals the whole company
 * @param slice the members of all other axes that select a part of the business, if the metric is
 *     also read by slice
 * @param isConsolidated whether the fact is of operating segments on the consolidation axis
 * @param hasIgnoredAxis whether an axis was ignored because it selects nothing
 * @param isNarrower whether a further dimension makes it only a part of what the metric measures,
 *     or a required dimension is missing
 */
record FactDimensions(
    Optional<QualifiedName> geography,
    QualifiedName geographyAxis,
    Optional<QualifiedName> segment,
    Slice slice,
    boolean isConsolidated,
    boolean hasIgnoredAxis,
    boolean isNarrower) {
  /** The most members that select a slice. */
  private static final int MAX_MEMBERS = 3;

  private static final QualifiedName CONCENTRATION_BY_GEOGRAPHY =
      new QualifiedName("us-gaap", "GeographicConcentrationRiskMember");

  /** The dimensions of a fact, as a metric sees them. */
  static FactDimensions of(Fact fact, WantedMetric metric, FilingAxes axes) {
    Remaining rest = new Remaining(fact.context().dimensions());
    boolean hasRequired = rest.takeAll(metric.dimensions());
    QualifiedName axis = rest.geographyAxis(fact, axes);
    Optional<QualifiedName> geography = rest.take(axis);
    boolean isByConcentration = rest.takeConcentration();
    boolean isOfAllSegments =
        geography.isPresent()
            && axes.isOfAllSegments(fact)
            && rest.take(StandardAxes.SEGMENTS).isPresent();
    return new FactDimensions(
        geography,
        axis,
        rest.take(StandardAxes.SEGMENTS),
        metric.bySlice() ? rest.takeSlice(axes) : Slice.WHOLE,
        rest.takeOperatingSegments(),
        isByConcentration || isOfAllSegments,
        fact.context().hasOtherDimensions() || !hasRequired || !rest.isEmpty());
  }

  /** The dimensions of a fact that nothing has been made of yet. */
  private static final class Remaining {
    private final Map<QualifiedName, QualifiedName> dimensions;

    Remaining(Map<QualifiedName, QualifiedName> dimensions) {
      this.dimensions = new HashMap<>(dimensions);
    }

    boolean isEmpty() {
      return dimensions.isEmpty();
    }

    /** Takes the member of an axis, if there is one. */
    Optional<QualifiedName> take(QualifiedName axis) {
      return Optional.ofNullable(dimensions.remove(axis));
    }

    /** Takes an axis if it has this member; returns whether it had. */
    boolean take(QualifiedName axis, QualifiedName member) {
      return dimensions.remove(axis, member);
    }

    /** Takes some members, by axis, until one is missing; returns whether all were there. */
    boolean takeAll(Map<QualifiedName, QualifiedName> members) {
      return members.entrySet().stream().allMatch(one -> take(one.getKey(), one.getValue()));
    }

    /** Takes the members of axes that select a part of the business. */
    Slice takeSlice(FilingAxes axes) {
      List<Slice.Member> members =
          dimensions.entrySet().stream()
              .filter(one -> axes.selectsPart(one.getKey()))
              .limit(MAX_MEMBERS)
              .map(one -> new Slice.Member(one.getKey(), one.getValue()))
              .toList();
      members.forEach(member -> take(member.axis()));
      return new Slice(members);
    }

    /** Takes the consolidation axis if its member is of operating segments. */
    boolean takeOperatingSegments() {
      QualifiedName member = dimensions.get(StandardAxes.CONSOLIDATION);
      return member != null
          && ConsolidationItem.isOperatingSegments(member)
          && take(StandardAxes.CONSOLIDATION, member);
    }

    /** The axis that names the region: the standard one, or one of the company's own. */
    QualifiedName geographyAxis(Fact fact, FilingAxes axes) {
      return dimensions.containsKey(StandardAxes.GEOGRAPHY)
          ? StandardAxes.GEOGRAPHY
          : axes.ownGeography(fact.context())
              .filter(dimensions::containsKey)
              .orElse(StandardAxes.GEOGRAPHY);
    }

    /** Takes a concentration of risk by geography, which adds nothing to the region itself. */
    boolean takeConcentration() {
      boolean isByGeography = take(StandardAxes.CONCENTRATION_TYPE, CONCENTRATION_BY_GEOGRAPHY);
      if (isByGeography) {
        dimensions.remove(StandardAxes.CONCENTRATION_BENCHMARK);
      }
      return isByGeography;
    }
  }
}
