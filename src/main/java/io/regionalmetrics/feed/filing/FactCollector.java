package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.MemberHierarchy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Collects the facts of the company that filed an instance. */
  List<ReportedFact> collect(FiledInstance filed, WantedMetrics wanted) {
    FilingSurvey survey =
        FilingSurvey.of(filed.instance(), filed.linkbases().labels(), wanted, filed.filing());
    hierarchy = new RegionHierarchy(filed.linkbases().hierarchy());
    segmentDivisions =
        SegmentDivisions.of(
            filed.instance().facts(), survey.geography().axes(), survey.lines().concepts());
    Map<String, List<CandidateFact>> byMetric =
        new SliceIds(vocabulary, report).separate(candidatesByMetric(filed, survey));
    leaveOutSlicesBeyond(MAX_SLICES, byMetric);
    return byMetric.entrySet().stream()
        .flatMap(one -> ofMetric(one.getKey(), one.getValue(), survey.lines()).stream())
        .toList();
  }

  /** The candidates of each metric; those that are no regions are kept as remainders. */
  private Map<String, List<CandidateFact>> candidatesByMetric(
      FiledInstance filed, FilingSurvey survey) {
    List<Fact> facts = filed.instance().facts();
    FactPlacer placer = new FactPlacer(survey, regions, remainders, report);
    FilingAxes axes = survey.geography().axes();
    Map<String, List<CandidateFact>> byMetric = new LinkedHashMap<>();
    placer.place(facts).forEach(candidate -> keep(candidate, axes, byMetric));
    concepts = ConceptTellings.inFiling(byMetric.values().stream().flatMap(List::stream).toList());
    SegmentWholes.addTo(byMetric);
    addCrossCuts(byMetric, axes);
    addRevenueItems(filed, survey);
    leaveOutGrossBesideNet(byMetric);
    Optional.ofNullable(byMetric.get(WantedMetric.BEFORE_ELIMINATIONS))
        .ifPresent(gross -> placer.besideGross(gross, facts).forEach(remainders::addBesideGross));
    return byMetric;
  }

  private void keep(
      CandidateFact candidate, FilingAxes axes, Map<String, List<CandidateFact>> byMetric) {
    if (candidate.isRemainder()) {
      remainders.add(candidate);
    } else {
      byMetric.computeIfAbsent(candidate.metricId(), id -> new ArrayList<>()).add(candidate);
      candidate.member(axes).ifPresent(member -> hierarchy.add(member, candidate.region()));
    }
  }

  private void addRevenueItems(FiledInstance filed, FilingSurvey survey) {
    RevenueItems items =
        new RevenueItems(
            filed.instance().facts(), survey.lines().concepts(), filed.linkbases().hierarchy());
    remainders.addItems(items, filed.filing(), survey.lines(), survey.citations());
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

  private List<ReportedFact> ofMetric(String id, List<CandidateFact> all, RevenueLines lines) {
    Optional<LeftOutReason> reason = reasonAgainst(all, lines);
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
