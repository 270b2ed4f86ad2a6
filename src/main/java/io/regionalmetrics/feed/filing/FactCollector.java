package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Vocabulary;
import java.util.ArrayList;
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

  private final FiledInstance filed;
  private final FilingSurvey survey;
  private final ReadingReport report;
  private final SliceIds slices;
  private final PreferredFacts preferred;
  private final MetricDefiner definer;
  private final RegionResolver regions;
  private final FigureSlots figures;
  private final Remainders remainders;
  private final RegionHierarchy hierarchy;
  private final Map<String, DefinedMetric> metrics = new LinkedHashMap<>();

  /**
   * Collects the facts of the company that filed an instance.
   *
   * @param wanted the metrics to read
   * @param vocabulary what is defined already
   * @param report counts the facts that are left out
   */
  FactCollector(
      FiledInstance filed, WantedMetrics wanted, Vocabulary vocabulary, ReadingReport report) {
    this.filed = filed;
    this.survey =
        FilingSurvey.of(filed.instance(), filed.linkbases().labels(), wanted, filed.filing());
    this.report = report;
    this.slices = new SliceIds(vocabulary, report);
    this.preferred = new PreferredFacts(report);
    this.definer = new MetricDefiner(vocabulary, report);
    this.regions = new RegionResolver(vocabulary);
    this.figures = new FigureSlots(report);
    this.remainders = new Remainders(report);
    this.hierarchy = new RegionHierarchy(filed.linkbases().hierarchy());
  }

  /** Collects the facts; to be called once. */
  CollectedFacts collect() {
    FactPlacer placer = new FactPlacer(survey, regions, remainders, report);
    Map<String, List<CandidateFact>> placed = placed(placer);
    ConceptEvidence concepts =
        ConceptTellings.inFiling(placed.values().stream().flatMap(List::stream).toList());
    complete(placed, placer);
    Map<String, List<CandidateFact>> byMetric = slices.separate(placed);
    leaveOutFurtherSlices(byMetric);
    List<ReportedFact> facts =
        byMetric.entrySet().stream()
            .flatMap(one -> ofMetric(one.getKey(), one.getValue()).stream())
            .toList();
    return new CollectedFacts(
        facts, metrics, regions.toDefine(), hierarchy, remainders, concepts, segmentDivisions());
  }

  private List<ProvedBreakdown> segmentDivisions() {
    return SegmentDivisions.of(
        filed.instance().facts(), survey.geography().axes(), survey.lines().concepts());
  }

  /** The candidates of each metric; those that are no regions are kept as remainders. */
  private Map<String, List<CandidateFact>> placed(FactPlacer placer) {
    Map<String, List<CandidateFact>> byMetric = new LinkedHashMap<>();
    placer.place(filed.instance().facts()).forEach(candidate -> keep(candidate, byMetric));
    return byMetric;
  }

  /** Adds what follows from the placed facts, and what may be remainders of their regions. */
  private void complete(Map<String, List<CandidateFact>> byMetric, FactPlacer placer) {
    SegmentWholes.addTo(byMetric);
    addCrossCuts(byMetric);
    addRevenueItems();
    leaveOutGrossBesideNet(byMetric);
    Optional.ofNullable(byMetric.get(WantedMetric.BEFORE_ELIMINATIONS))
        .ifPresent(gross ->
            placer
                .besideGross(gross, filed.instance().facts())
                .forEach(remainders::addBesideGross));
  }

  private void keep(CandidateFact candidate, Map<String, List<CandidateFact>> byMetric) {
    if (candidate.isRemainder()) {
      remainders.add(candidate);
    } else {
      byMetric.computeIfAbsent(candidate.metricId(), id -> new ArrayList<>()).add(candidate);
      candidate
          .member(survey.geography().axes())
          .ifPresent(member -> hierarchy.add(member, candidate.region()));
    }
  }

  private void addRevenueItems() {
    RevenueItems items =
        new RevenueItems(
            filed.instance().facts(),
            survey.geography().axes().cube(),
            survey.lines().concepts(),
            filed.linkbases().hierarchy());
    remainders.addItems(items, filed.filing(), survey.lines(), survey.citations());
  }

  /** Adds regions of the whole business that follow from those of its parts. */
  private void addCrossCuts(Map<String, List<CandidateFact>> byMetric) {
    List<CandidateFact> business = byMetric.get(WantedMetric.REVENUE.id());
    if (business != null) {
      List<CandidateFact> parts =
          byMetric.values().stream()
              .flatMap(List::stream)
              .filter(fact -> !fact.slice().isWhole())
              .toList();
      business.addAll(CrossCuts.of(business, parts, survey.geography().axes()));
    }
  }

  /** Leaves out the last slices with regions, if there are too many. */
  private void leaveOutFurtherSlices(Map<String, List<CandidateFact>> byMetric) {
    byMetric.entrySet().stream()
        .filter(one -> !one.getValue().getFirst().slice().isWhole())
        .filter(one -> hasRegions(one.getValue()))
        .skip(MAX_SLICES)
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
    if (hasRegions(byMetric.getOrDefault(WantedMetric.REVENUE.id(), List.of()))) {
      List<CandidateFact> gross = byMetric.remove(WantedMetric.BEFORE_ELIMINATIONS);
      if (gross != null) {
        report.leaveOut(LeftOutReason.BEFORE_ELIMINATIONS, gross);
      }
    }
  }

  private List<ReportedFact> ofMetric(String id, List<CandidateFact> all) {
    Optional<LeftOutReason> reason = reasonAgainst(all);
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
  private Optional<LeftOutReason> reasonAgainst(List<CandidateFact> all) {
    CandidateFact first = all.getFirst();
    if (first.part().filter(survey.lines()::isMoreThanRevenue).isPresent()) {
      return Optional.of(LeftOutReason.OTHER_INCOME);
    }
    boolean isOwnMetric = first.slice().isWhole() && first.part().isEmpty();
    return isOwnMetric || hasRegions(all)
        ? Optional.empty()
        : Optional.of(first.reasonWithoutRegions());
  }

  private static boolean hasRegions(List<CandidateFact> facts) {
    return facts.stream().anyMatch(fact -> !fact.isWhole());
  }
}
