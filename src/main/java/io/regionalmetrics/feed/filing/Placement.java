package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a fact is to a metric: a figure of some region, or nothing, and why. */
sealed interface Placement {
  /** The axes that a metric and a region are read from. */
  Set<QualifiedName> AXES =
      Set.of(
          StandardAxes.GEOGRAPHY,
          StandardAxes.SEGMENTS,
          StandardAxes.PRODUCTS,
          StandardAxes.CONSOLIDATION);

  /** It is no figure of the metric. */
  record Nowhere(LeftOut why) implements Placement {}

  /**
   * It is a figure.
   *
   * @param place its region; nothing where it is the whole
   * @param axis that the region is on
   * @param product what it is of, where that makes a metric of its own
   * @param together whether it has the consolidation axis too, with the member that is read through
   */
  record Placed(
      Optional<MemberRegion> place, Axis axis, Optional<QualifiedName> product, boolean together)
      implements Placement {}

  /** What tells the region, the one that goes before first. */
  enum Axis {
    /** Nothing: the whole. */
    NONE(""),
    /** The geographical axis. */
    GEOGRAPHY("geography"),
    /** The business segments'. */
    SEGMENTS("segments");

    private final String code;

    Axis(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * What a fact is to a metric that is said by its concept.
   *
   * @param cik whose facts count
   */
  static Placement of(Fact fact, WantedMetric metric, String cik) {
    if (!isOf(cik, fact.context().entity())) {
      return new Nowhere(LeftOut.OTHER_ENTITY);
    }
    Placement placement = byDimensions(fact.context(), metric);
    if (placement instanceof Nowhere) {
      return placement;
    }
    if (fact.nil()) {
      return new Nowhere(LeftOut.NIL);
    }
    if (fact.value().isEmpty() || fact.unit().isEmpty()) {
      return new Nowhere(LeftOut.NOT_A_NUMBER);
    }
    if (fact.precision().isEmpty()) {
      return new Nowhere(LeftOut.NO_DECIMALS);
    }
    return fact.context().span().isPresent() == (metric.kind() == MetricKind.FLOW)
        ? placement
        : new Nowhere(LeftOut.OTHER_PERIOD);
  }

  private static boolean isOf(String cik, String entity) {
    return entity.length() <= cik.length()
        && ("0".repeat(cik.length() - entity.length()) + entity).equals(cik);
  }

  private static Placement byDimensions(Context context, WantedMetric metric) {
    Map<QualifiedName, QualifiedName> left = new LinkedHashMap<>(context.dimensions());
    boolean asAsked =
        metric.dimensions().entrySet().stream()
            .allMatch(one -> left.remove(one.getKey(), one.getValue()));
    Optional<QualifiedName> geography = Optional.ofNullable(left.remove(StandardAxes.GEOGRAPHY));
    Optional<QualifiedName> segment = Optional.ofNullable(left.remove(StandardAxes.SEGMENTS));
    Optional<QualifiedName> consolidation =
        Optional.ofNullable(left.remove(StandardAxes.CONSOLIDATION));
    Optional<QualifiedName> product =
        metric.byProduct()
            ? Optional.ofNullable(left.remove(StandardAxes.PRODUCTS))
            : Optional.empty();
    if (context.hasOtherDimensions()
        || !asAsked
        || !left.isEmpty()
        || !consolidation.map(Placement::isWholeOfSegments).orElse(true)) {
      return new Nowhere(LeftOut.FURTHER_DIMENSION);
    }
    if (segment.isPresent()) {
      return onSegments(segment.get(), geography, product, consolidation.isPresent());
    }
    if (geography.isPresent()) {
      return Geography.onGeographicalAxis(geography.get())
          .<Placement>map(place ->
              new Placed(Optional.of(place), Axis.GEOGRAPHY, product, consolidation.isPresent()))
          .orElseGet(() -> new Nowhere(LeftOut.MEMBER_NOT_A_REGION));
    }
    return consolidation.isPresent()
        ? new Nowhere(LeftOut.SEGMENTS_TOGETHER)
        : new Placed(Optional.empty(), Axis.NONE, product, false);
  }

  /** Whether a member on the consolidation axis means the segments as they are, all together. */
  private static boolean isWholeOfSegments(QualifiedName member) {
    return member.isStandard() && member.local().equals("OperatingSegmentsMember");
  }

  private static Placement onSegments(
      QualifiedName segment,
      Optional<QualifiedName> geography,
      Optional<QualifiedName> product,
      boolean together) {
    Optional<MemberRegion> place = Geography.onSegmentsAxis(segment);
    if (geography.isPresent()) {
      return new Nowhere(place.isPresent() ? LeftOut.TWO_REGIONS : LeftOut.FURTHER_DIMENSION);
    }
    return place.isPresent()
        ? new Placed(place, Axis.SEGMENTS, product, together)
        : new Nowhere(LeftOut.SEGMENT_NOT_A_REGION);
  }
}
