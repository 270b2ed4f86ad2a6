package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which members of a filing are regions, and which region each one is.
 *
 * <p>On the geographical axis every member is a region, except for eliminations and amounts that
 * belong to no region. On the segments' axis a member is a region only if it names at least one
 * place, and all its other words join or narrow places (rest of, other, greater, north, and). So
 * {@code GreaterChinaSegmentMember} is a region; {@code ServicesSegmentMember} and {@code
 * WalmartUSMember} are not.
 *
 * <p>If the segments make up the whole of revenue, a place anywhere in a member's name or its label
 * is enough: McDonald's US, International Operated Markets and International Developmental Licensed
 * Markets.
 *
 * <p>If two members name the same place, neither is that place. Walgreens has two segments in the
 * United States, retail pharmacies and health care, so neither is {@code US}: each gets its own id,
 * made from its full name.
 */
final class Geography {
  private static final Set<String> NO_REGION =
      Set.of(
          "elimination",
          "eliminations",
          "intersegment",
          "intercompany",
          "reconciling",
          "reconciliation",
          "corporate",
          "unallocated",
          "nonsegment",
          "adjustments");

  private final FilingAxes axes;
  private final Eliminations eliminations;
  private final AxisMembers segments;
  private final Map<QualifiedName, AxisMembers> geographies = new HashMap<>();
  private final Collection<Fact> facts;
  private final ElementLabels labels;

  /**
   * The geography of the filing that states these facts.
   *
   * @param labels what it calls its members
   * @param revenue the concepts of total revenue
   */
  Geography(Collection<Fact> facts, ElementLabels labels, Set<QualifiedName> revenue) {
    this.facts = facts;
    this.labels = labels;
    this.axes = new FilingAxes(facts, revenue);
    this.eliminations = new Eliminations(axes.cube());
    boolean areWhole =
        new SegmentSums(axes).makeUp(facts, revenue, WantedMetric.REVENUE.concepts());
    this.segments =
        new AxisMembers(
            facts,
            labels,
            StandardAxes.SEGMENTS,
            MemberName::placeWithin,
            areWhole ? MemberName::namesPlace : MemberName::namesPlaceOnly);
  }

  /** What the filing's axes mean. */
  FilingAxes axes() {
    return axes;
  }

  /** Which of the filing's facts are before eliminations. */
  Eliminations eliminations() {
    return eliminations;
  }

  /** The region of a member on a geographical axis, if it is one. */
  Optional<MemberRegion> onGeographicalAxis(QualifiedName axis, QualifiedName member) {
    return geographies.computeIfAbsent(axis, this::membersOf).region(member);
  }

  private AxisMembers membersOf(QualifiedName axis) {
    return new AxisMembers(
        facts, labels, axis, name -> Optional.of(name.region().id()), Geography::isRegion);
  }

  private static boolean isRegion(MemberName name) {
    QualifiedName member = name.member();
    return switch (member.prefix()) {
      case "country" -> true;
      case "stpr" -> member.local().matches("[A-Z]{2}");
      default ->
          !member.local().endsWith("Domain")
              && name.allWords().stream()
                  .noneMatch(word -> NO_REGION.contains(PlaceNames.letters(word)));
    };
  }

  /** The region of a member on the segments' axis, if it is one. */
  Optional<MemberRegion> onSegmentsAxis(QualifiedName member) {
    return segments.region(member);
  }
}
