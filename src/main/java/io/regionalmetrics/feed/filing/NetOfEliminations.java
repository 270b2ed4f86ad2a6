package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The revenue of regions that a filing reports only in two pieces: what operating segments sold
 * there, and how much of it they sold to each other.
 *
 * <p>The differences of all regions must add up to the whole within rounding, in every period that
 * reports the whole. Chevron's segments sold 29,166 in the United States, of which 8,272 to each
 * other: 20,894. Outside they sold 29,242 less 2,920: 26,322. Together that is the whole of 47,216.
 */
final class NetOfEliminations {
  private final Set<QualifiedName> eliminations = new LinkedHashSet<>();
  private final FilingAxes axes;

  /** What the facts of regions that may make up one whole have in common. */
  private record Division(
      QualifiedName concept, QualifiedName axis, Map<QualifiedName, QualifiedName> others) {}

  /**
   * A figure that follows from two facts.
   *
   * @param fact the net figure, as a fact without the consolidation axis
   * @param segments the fact that it replaces: what the operating segments sold
   * @param eliminated the fact of what they sold to each other
   * @param derivation how it follows, for a reader
   */
  record Net(Fact fact, Fact segments, Fact eliminated, String derivation) {}

  private NetOfEliminations(Collection<Fact> all, FilingAxes axes) {
    this.axes = axes;
    for (Fact fact : all) {
      FactCube.member(fact, StandardAxes.CONSOLIDATION)
          .filter(ConsolidationItem::isElimination)
          .ifPresent(eliminations::add);
    }
  }

  /** All such figures of a filing. */
  static List<Net> of(Collection<Fact> all, FilingAxes axes) {
    NetOfEliminations nets = new NetOfEliminations(all, axes);
    Map<Division, List<Fact>> divisions = new LinkedHashMap<>();
    for (Fact fact : all) {
      nets.division(fact)
          .ifPresent(
              division -> divisions.computeIfAbsent(division, same -> new ArrayList<>()).add(fact));
    }
    return divisions.entrySet().stream()
        .flatMap(division -> nets.proved(division.getKey(), division.getValue()).stream())
        .toList();
  }

  /**
   * The division that a fact of operating segments in a region belongs to; empty for other facts.
   */
  private Optional<Division> division(Fact fact) {
    Map<QualifiedName, QualifiedName> others = new HashMap<>(fact.context().dimensions());
    boolean isOfSegments =
        others.remove(StandardAxes.CONSOLIDATION, ConsolidationItem.OPERATING_SEGMENTS);
    QualifiedName axis =
        others.containsKey(StandardAxes.GEOGRAPHY)
            ? StandardAxes.GEOGRAPHY
            : axes.ownGeography(fact.context()).orElse(StandardAxes.SEGMENTS);
    return isOfSegments && others.remove(axis) != null && fact.bounds().isPresent()
        ? Optional.of(new Division(fact.concept(), axis, Map.copyOf(others)))
        : Optional.empty();
  }

  /** The net figures by the first elimination member with which they add up; empty if none does. */
  private List<Net> proved(Division division, List<Fact> segments) {
    return eliminations.stream()
        .map(elimination -> nets(segments, elimination))
        .filter(nets -> nets.size() == segments.size() && addUp(division, nets))
        .findFirst()
        .orElse(List.of());
  }

  private List<Net> nets(List<Fact> segments, QualifiedName elimination) {
    ReadingTime.check();
    return segments.stream().flatMap(fact -> net(fact, elimination).stream()).toList();
  }

  private Optional<Net> net(Fact segments, QualifiedName elimination) {
    FactCell ofRegion = FactCell.of(segments).without(StandardAxes.CONSOLIDATION);
    return axes.cube().fact(ofRegion).isPresent()
        ? Optional.empty()
        : axes.cube()
            .fact(ofRegion.with(StandardAxes.CONSOLIDATION, elimination))
            .filter(fact -> fact.bounds().isPresent())
            .map(fact -> net(segments, fact, ofRegion.context()));
  }

  private static Net net(Fact segments, Fact eliminated, Context context) {
    BigDecimal sold = segments.value().orElseThrow();
    BigDecimal internal = eliminated.value().orElseThrow();
    Fact fact =
        new Fact(
            segments.concept(),
            context,
            segments.unit(),
            Optional.of(sold.add(internal)),
            false,
            Optional.of(sum(segments.bounds().orElseThrow(), eliminated.bounds().orElseThrow())));
    return new Net(
        fact,
        segments,
        eliminated,
        "operating segments %s less eliminations %s, both of this filing"
            .formatted(sold.toPlainString(), internal.negate().toPlainString()));
  }

  private static Precision sum(Bounds one, Bounds other) {
    return new Precision.Between(one.low().add(other.low()), one.high().add(other.high()));
  }

  /** Whether the figures of all regions add up to the whole in every period that reports it. */
  private boolean addUp(Division division, List<Net> nets) {
    Map<Context, RoundedSum> sums = new HashMap<>();
    for (Net net : nets) {
      Context whole = net.fact().context().without(division.axis());
      RoundedSum others = sums.getOrDefault(whole, RoundedSum.NONE);
      sums.put(whole, others.plus(net.fact()));
    }
    List<Map.Entry<Context, RoundedSum>> told =
        sums.entrySet().stream().filter(sum -> whole(division, sum.getKey()).isPresent()).toList();
    return !told.isEmpty()
        && told.stream()
            .allMatch(sum -> sum.getValue().proves(whole(division, sum.getKey()).orElseThrow()));
  }

  private Optional<Fact> whole(Division division, Context context) {
    return axes.cube()
        .fact(new FactCell(division.concept(), context))
        .filter(fact -> fact.bounds().isPresent());
  }
}
