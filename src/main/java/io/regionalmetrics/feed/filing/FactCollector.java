package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.NetOfEliminations.Net;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects what an instance reports about metrics and regions, each figure once. Every fact of a
 * wanted concept either becomes a figure or is counted as left out.
 *
 * <p>A fact on a region axis is a figure of that region; a fact without dimensions is a figure of
 * {@code WORLD}. A fact of a slice, such as a segment or a product, is a figure of a separate
 * metric.
 */
final class FactCollector {
  /** The most slices of a filing, so that a company's definitions stay small. */
  private static final int MAX_SLICES = 200;

  private final Vocabulary vocabulary;
  private final ReadingReport report;
  private final PreferredFacts preferred;
  private final MetricDefiner definer;
  private final RegionResolver regions;
  private final FigureSlots figures;
  private final Remainders remainders;
  private final Map<String, DefinedMetric> metrics = new LinkedHashMap<>();

  private List<ProvedBreakdown> segmentDivisions = List.of();
  private ConceptEvidence concepts = new ConceptEvidence();
  private RegionHierarchy hierarchy = new RegionHierarchy(MemberHierarchy.NONE);

  FactCollector(Vocabulary vocabulary, ReadingReport report) {
    this.vocabulary = vocabulary;
    this.report = report;
    this.remainders = new Remainders(report);
    this.preferred = new PreferredFacts(report);
    this.definer = new MetricDefiner(vocabulary, report);
    this.regions = new RegionResolver(vocabulary);
    this.figures = new FigureSlots(report);
  }

  /** The metrics of the collected facts, by id. */
  Map<String, DefinedMetric> metrics() {
    return metrics;
  }

  /** What the filing shows about concepts that may mean the same. */
  ConceptEvidence concepts() {
    return concepts;
  }

  /** Which regions lie inside others. */
  RegionHierarchy hierarchy() {
    return hierarchy;
  }

  /** What the regions may leave of the whole. */
  Remainders remainders() {
    return remainders;
  }

  /** The segments that make up total revenue in each span. */
  List<ProvedBreakdown> segmentDivisions() {
    return segmentDivisions;
  }

  /** The regions of the facts that a document has to define or name. */
  Collection<MemberRegion> regionsToDefine() {
    return regions.toDefine();
  }

  /** What is found out about a filing before its facts are placed. */
  private record Findings(
      Filing filing,
      Geography geography,
      RevenueLines lines,
      List<WantedMetric> metrics,
      FactCitations citations) {
    static Findings of(
        Instance instance, ElementLabels labels, WantedMetrics wanted, Filing filing) {
      RevenueLines lines =
          new RevenueLines(instance.facts(), WantedMetric.REVENUE.concepts(), filing);
      return new Findings(
          filing,
          new Geography(instance.facts(), labels, lines.concepts()),
          lines,
          wanted.metrics().stream()
              .map(metric ->
                  metric.bySlice() ? metric.withConcepts(lines.before(metric.concepts())) : metric)
              .toList(),
          new FactCitations(instance));
    }

    /** Whether a fact is of the company that files, under a concept of total revenue. */
    boolean isRevenue(Fact fact) {
      return lines.concepts().contains(fact.concept()) && filing.isOf(fact.context().entity());
    }
  }

  /** Collects the facts of the company that filed an instance. */
  List<ReportedFact> collect(FiledInstance filed, WantedMetrics wanted) {
    Instance instance = filed.instance();
    Filing filing = filed.filing();
    Findings findings = Findings.of(instance, filed.linkbases().labels(), wanted, filing);
    hierarchy = new RegionHierarchy(filed.linkbases().hierarchy());
    segmentDivisions =
        SegmentDivisions.of(
            instance.facts(), findings.geography().axes(), findings.lines().concepts());
    Map<String, List<CandidateFact>> byMetric = candidatesByMetric(instance, findings);
    concepts = ConceptTellings.inFiling(byMetric.values().stream().flatMap(List::stream).toList());
    SegmentWholes.addTo(byMetric);
    addCrossCuts(byMetric, findings.geography().axes());
    remainders.addItems(
        new RevenueItems(
            instance.facts(), findings.lines().concepts(), filed.linkbases().hierarchy()),
        filing,
        findings.lines(),
        findings.citations());
    leaveOutGrossBesideNet(byMetric);
    addGrossRemainders(byMetric, instance, findings);
    byMetric = new SliceIds(vocabulary, report).separate(byMetric);
    leaveOutSlicesBeyond(MAX_SLICES, byMetric);
    List<ReportedFact> reported = new ArrayList<>();
    byMetric.forEach((id, candidates) -> reported.addAll(ofMetric(id, candidates, findings)));
    return reported;
  }

  /** The candidates of each metric; those that are no regions are kept as remainders. */
  private Map<String, List<CandidateFact>> candidatesByMetric(
      Instance instance, Findings findings) {
    Map<String, List<CandidateFact>> byMetric = new LinkedHashMap<>();
    IdentityHashMap<Fact, Net> nets = netsBySegmentFact(instance, findings);
    for (Fact fact : instance.facts()) {
      ReadingTime.check();
      Optional<Net> net = Optional.ofNullable(nets.get(fact));
      for (CandidateFact candidate :
          candidates(net.map(Net::fact).orElse(fact), origin(fact, net, findings), findings)) {
        if (candidate.isRemainder()) {
          remainders.add(candidate);
        } else {
          byMetric.computeIfAbsent(candidate.metricId(), id -> new ArrayList<>()).add(candidate);
          candidate
              .member(findings.geography().axes())
              .ifPresent(member -> hierarchy.add(member, candidate.region()));
        }
      }
    }
    return byMetric;
  }

  /** Adds regions of the whole business that follow from those of its parts. */
  private static void addCrossCuts(Map<String, List<CandidateFact>> byMetric, FilingAxes axes) {
    List<CandidateFact> business = byMetric.get(WantedMetric.REVENUE.id());
    if (business != null) {
      List<CandidateFact> parts =
          byMetric.values().stream()
              .flatMap(List::stream)
              .filter(fact -> !fact.slice().isWhole())
              .toList();
      business.addAll(CrossCuts.of(business, parts, axes));
    }
  }

  /** Leaves out the last slices with regions, if there are too many. */
  private void leaveOutSlicesBeyond(int most, Map<String, List<CandidateFact>> byMetric) {
    byMetric.entrySet().stream()
        .filter(one -> !one.getValue().getFirst().slice().isWhole())
        .filter(one -> one.getValue().stream().anyMatch(fact -> !fact.isWhole()))
        .skip(most)
        .toList()
        .forEach(one -> {
          report.leaveOut(LeftOutReason.FURTHER_DIMENSION, one.getValue());
          byMetric.remove(one.getKey());
        });
  }

  private static IdentityHashMap<Fact, Net> netsBySegmentFact(
      Instance instance, Findings findings) {
    IdentityHashMap<Fact, Net> nets = new IdentityHashMap<>();
    NetOfEliminations.of(instance.facts(), findings.geography().axes())
        .forEach(net -> nets.put(net.segments(), net));
    return nets;
  }

  private static FactOrigin origin(Fact fact, Optional<Net> net, Findings findings) {
    return net.map(one -> FactOrigin.of(one, findings.citations()))
        .orElseGet(() -> FactOrigin.of(fact, findings.citations()));
  }

  private List<CandidateFact> candidates(Fact fact, FactOrigin origin, Findings findings) {
    List<WantedMetric> metrics =
        findings.metrics().stream()
            .filter(metric -> metric.concepts().contains(fact.concept()))
            .toList();
    if (metrics.isEmpty()) {
      leaveOutUnreadRevenue(fact, findings);
      return List.of();
    }
    origin.facts().forEach(report::want);
    List<CandidateFact> found = new ArrayList<>();
    for (WantedMetric metric : metrics) {
      Placement placement = Placement.of(fact, metric, findings.filing(), findings.geography());
      reason(placement).ifPresent(why -> origin.facts().forEach(one -> report.leaveOut(why, one)));
      found.addAll(candidates(fact, origin, metric, placement, findings.lines()));
    }
    return found;
  }

  private void leaveOutUnreadRevenue(Fact fact, Findings findings) {
    if (UnreadRevenue.isStatedBy(fact, findings.geography().axes())
        && findings.filing().isOf(fact.context().entity())) {
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
      Fact fact, FactOrigin origin, WantedMetric metric, Placement placement, RevenueLines lines) {
    return switch (placement) {
      case Placement.Placed placed ->
          Optional.of(candidate(fact, origin, metric, spot(placed), lines));
      case Placement.BeforeEliminations gross
          when metric.bySlice() && lines.concepts().contains(fact.concept()) ->
          Optional.of(
              candidate(fact, origin, metric.beforeEliminations(), spot(gross.figure()), lines));
      default -> Optional.empty();
    };
  }

  /**
   * Leaves out figures before eliminations if the filing also reports regions after them: the
   * series of a company never mixes both.
   */
  private void leaveOutGrossBesideNet(Map<String, List<CandidateFact>> byMetric) {
    List<CandidateFact> net = byMetric.getOrDefault(WantedMetric.REVENUE.id(), List.of());
    if (net.stream().anyMatch(fact -> !fact.isWhole())) {
      List<CandidateFact> gross = byMetric.remove(WantedMetric.BEFORE_ELIMINATIONS);
      if (gross != null) {
        report.leaveOut(LeftOutReason.BEFORE_ELIMINATIONS, gross);
      }
    }
  }

  /** Adds what may be left of the whole by regions before eliminations. */
  private void addGrossRemainders(
      Map<String, List<CandidateFact>> byMetric, Instance instance, Findings findings) {
    List<CandidateFact> regions = byMetric.get(WantedMetric.BEFORE_ELIMINATIONS);
    if (regions != null) {
      WantedMetric metric = regions.getFirst().wanted();
      GrossRemainders gross = new GrossRemainders(findings.geography(), regions);
      for (Fact fact : instance.facts()) {
        if (findings.isRevenue(fact)) {
          FactOrigin origin = FactOrigin.of(fact, findings.citations());
          gross
              .beside(fact)
              .map(one -> candidate(fact, origin, metric, spot(one), findings.lines()))
              .ifPresent(remainders::addBesideGross);
        }
      }
    }
  }

  private List<CandidateFact> candidates(
      Fact fact, FactOrigin origin, WantedMetric metric, Placement placement, RevenueLines lines) {
    Optional<CandidateFact> beside =
        remainders.beside(placement).map(one -> candidate(fact, origin, metric, spot(one), lines));
    Optional<CandidateFact> own = own(fact, origin, metric, placement, lines);
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

  private static CandidateFact candidate(
      Fact fact, FactOrigin origin, WantedMetric metric, Spot spot, RevenueLines lines) {
    return new CandidateFact(
        metric,
        spot.slice(),
        part(fact.concept(), metric, spot.slice(), lines),
        metric.bySlice() ? lines.line(fact.concept()) : fact.concept(),
        spot.region(),
        spot.axis(),
        spot.hasIgnoredAxis(),
        fact,
        origin);
  }

  /** The concept of a fact if it isn't total revenue; empty if the fact is of a slice. */
  private static Optional<QualifiedName> part(
      QualifiedName concept, WantedMetric metric, Slice slice, RevenueLines lines) {
    return metric.bySlice() && slice.isWhole() && !lines.concepts().contains(concept)
        ? Optional.of(concept)
        : Optional.empty();
  }

  private List<ReportedFact> ofMetric(String id, List<CandidateFact> all, Findings findings) {
    Optional<LeftOutReason> reason = reasonAgainst(all, findings.lines());
    if (reason.isPresent()) {
      report.leaveOut(reason.get(), all);
      return List.of();
    }
    List<CandidateFact> facts = preferred.of(all);
    Optional<DefinedMetric> metric = definer.metric(id, facts);
    if (metric.isEmpty()) {
      return List.of();
    }
    Map<ReportedFact, List<CandidateFact>> reported = figures.figures(facts, metric.get().metric());
    reported.forEach(report::addFigure);
    if (!reported.isEmpty()) {
      metrics.put(id, metric.get());
    }
    return List.copyOf(reported.keySet());
  }

  /** Why all facts of a metric are left out: none has a region, or the metric isn't revenue. */
  private static Optional<LeftOutReason> reasonAgainst(
      List<CandidateFact> all, RevenueLines lines) {
    CandidateFact first = all.getFirst();
    boolean hasRegions = all.stream().anyMatch(fact -> !fact.isWhole());
    if (first.part().filter(lines::isMoreThanRevenue).isPresent()) {
      return Optional.of(LeftOutReason.OTHER_INCOME);
    }
    if (hasRegions) {
      return Optional.empty();
    }
    return first.slice().isWhole()
        ? first.part().map(part -> LeftOutReason.OTHER_CONCEPT)
        : Optional.of(first.slice().reasonWithoutRegions());
  }
}
