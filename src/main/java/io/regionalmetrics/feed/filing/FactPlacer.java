package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.NetOfEliminations.Net;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes candidates of facts: figures of a metric and a region, or of a remainder. A fact that
 * becomes none is counted as left out.
 */
final class FactPlacer {
  private final FilingSurvey survey;
  private final RegionResolver regions;
  private final Remainders remainders;
  private final ReadingReport report;

  /**
   * Places the facts of the surveyed filing.
   *
   * @param regions gives each region its code
   * @param remainders gives each remainder its code
   * @param report counts the facts that are left out
   */
  FactPlacer(
      FilingSurvey survey, RegionResolver regions, Remainders remainders, ReadingReport report) {
    this.survey = survey;
    this.regions = regions;
    this.remainders = remainders;
    this.report = report;
  }

  /** The candidates of these facts. A segment's fact stands for itself less its eliminations. */
  List<CandidateFact> place(Collection<Fact> facts) {
    IdentityHashMap<Fact, Net> nets = netsBySegmentFact(facts);
    List<CandidateFact> placed = new ArrayList<>();
    for (Fact fact : facts) {
      ReadingTime.check();
      Optional<Net> net = Optional.ofNullable(nets.get(fact));
      placed.addAll(candidates(net.map(Net::fact).orElse(fact), origin(fact, net)));
    }
    return placed;
  }

  /** What these facts, which aren't regions before eliminations, leave of the whole beside them. */
  List<CandidateFact> besideGross(
      List<CandidateFact> regionsBeforeEliminations, Collection<Fact> facts) {
    WantedMetric metric = regionsBeforeEliminations.getFirst().wanted();
    GrossRemainders gross = new GrossRemainders(survey.geography(), regionsBeforeEliminations);
    return facts.stream()
        .filter(survey::isRevenue)
        .flatMap(fact ->
            gross.beside(fact).stream()
                .map(one ->
                    candidate(fact, FactOrigin.of(fact, survey.citations()), metric, spot(one))))
        .toList();
  }

  private IdentityHashMap<Fact, Net> netsBySegmentFact(Collection<Fact> facts) {
    IdentityHashMap<Fact, Net> nets = new IdentityHashMap<>();
    NetOfEliminations.of(facts, survey.geography().axes())
        .forEach(net -> nets.put(net.segments(), net));
    return nets;
  }

  private FactOrigin origin(Fact fact, Optional<Net> net) {
    return net.map(one -> FactOrigin.of(one, survey.citations()))
        .orElseGet(() -> FactOrigin.of(fact, survey.citations()));
  }

  private List<CandidateFact> candidates(Fact fact, FactOrigin origin) {
    List<WantedMetric> metrics =
        survey.metrics().stream()
            .filter(metric -> metric.concepts().contains(fact.concept()))
            .toList();
    if (metrics.isEmpty()) {
      leaveOutUnreadRevenue(fact);
      return List.of();
    }
    origin.facts().forEach(report::want);
    List<CandidateFact> found = new ArrayList<>();
    for (WantedMetric metric : metrics) {
      Placement placement = Placement.of(fact, metric, survey.filing(), survey.geography());
      reason(placement).ifPresent(why -> origin.facts().forEach(one -> report.leaveOut(why, one)));
      found.addAll(candidates(fact, origin, metric, placement));
    }
    return found;
  }

  private void leaveOutUnreadRevenue(Fact fact) {
    if (UnreadRevenue.isStatedBy(fact, survey.geography().axes())
        && survey.filing().isOf(fact.context().entity())) {
      report.want(fact);
      report.leaveOut(LeftOutReason.UNREAD_CONCEPT, fact);
    }
  }

  /** Why a fact is left out, if nothing else becomes of it. */
  private static Optional<LeftOutReason> reason(Placement placement) {
    return switch (placement) {
      case Placement.Excluded excluded -> Optional.of(excluded.reason());
      case Placement.BeforeEliminations gross -> Optional.of(LeftOutReason.BEFORE_ELIMINATIONS);
      default -> Optional.empty();
    };
  }

  private Optional<CandidateFact> own(
      Fact fact, FactOrigin origin, WantedMetric metric, Placement placement) {
    return switch (placement) {
      case Placement.Placed placed -> Optional.of(candidate(fact, origin, metric, spot(placed)));
      case Placement.BeforeEliminations gross
          when metric.bySlice() && survey.lines().concepts().contains(fact.concept()) ->
          Optional.of(candidate(fact, origin, metric.beforeEliminations(), spot(gross.figure())));
      default -> Optional.empty();
    };
  }

  private List<CandidateFact> candidates(
      Fact fact, FactOrigin origin, WantedMetric metric, Placement placement) {
    Optional<CandidateFact> beside =
        remainders.beside(placement).map(one -> candidate(fact, origin, metric, spot(one)));
    Optional<CandidateFact> own = own(fact, origin, metric, placement);
    return Stream.concat(own.stream(), beside.stream()).toList();
  }

  /** Where a fact belongs: a region or remainder, its axis, and a part of the business. */
  private record Spot(String region, RegionAxis axis, Slice slice, boolean hasIgnoredAxis) {}

  private Spot spot(Placement.Placed placed) {
    return new Spot(
        placed.region().map(regions::code).orElse(Region.WORLD),
        placed.axis(),
        placed.slice(),
        placed.hasIgnoredAxis());
  }

  private Spot spot(Placement.Beside beside) {
    return new Spot(
        remainders.code(beside.member()), beside.axis(), beside.slice(), beside.hasIgnoredAxis());
  }

  private CandidateFact candidate(Fact fact, FactOrigin origin, WantedMetric metric, Spot spot) {
    return new CandidateFact(
        metric,
        spot.slice(),
        part(fact.concept(), metric, spot.slice()),
        metric.bySlice() ? survey.lines().line(fact.concept()) : fact.concept(),
        spot.region(),
        spot.axis(),
        spot.hasIgnoredAxis(),
        fact,
        origin);
  }

  /** The concept of a fact if it isn't total revenue; empty if the fact is of a slice. */
  private Optional<QualifiedName> part(QualifiedName concept, WantedMetric metric, Slice slice) {
    return metric.bySlice() && slice.isWhole() && !survey.lines().concepts().contains(concept)
        ? Optional.of(concept)
        : Optional.empty();
  }
}
