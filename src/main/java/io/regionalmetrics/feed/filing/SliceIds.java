package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives slices that have the same name an id each. Caterpillar's product {@code FinancialProducts}
 * is reported for the whole company only, so its segment of that name is {@code
 * revenue-financial-products}. If both had regions, the segment would be {@code
 * revenue-financial-products-segment}.
 */
final class SliceIds {
  private final Vocabulary vocabulary;
  private final ReadingReport report;

  /**
   * The ids of a filing's slices.
   *
   * @param vocabulary what earlier filings have defined: a slice keeps its id
   * @param report of the filing; facts of slices without regions are left out there
   */
  SliceIds(Vocabulary vocabulary, ReadingReport report) {
    this.vocabulary = vocabulary;
    this.report = report;
  }

  /** The same facts by metric, so that facts of one metric are selected by the same axes. */
  Map<String, List<CandidateFact>> separate(Map<String, List<CandidateFact>> byMetric) {
    Map<String, List<CandidateFact>> separate = new LinkedHashMap<>();
    byMetric.values().stream()
        .flatMap(this::separate)
        .forEach(
            fact -> separate.computeIfAbsent(fact.metricId(), id -> new ArrayList<>()).add(fact));
    return separate;
  }

  private Stream<CandidateFact> separate(List<CandidateFact> facts) {
    List<CandidateFact> kept = withRegions(facts);
    Optional<Slice> plain =
        kept.stream()
            .filter(this::fitsDefinition)
            .map(CandidateFact::slice)
            .distinct()
            .min(Slice.BEST_FIRST);
    return kept.stream()
        .map(fact ->
            plain.filter(slice -> slice.axes().equals(fact.slice().axes())).isPresent()
                ? fact
                : fact.withNamedAxis());
  }

  /** All facts if no slice has regions; otherwise those of slices that have. */
  private List<CandidateFact> withRegions(List<CandidateFact> facts) {
    Set<Slice> regional =
        facts.stream()
            .filter(fact -> !fact.isWhole())
            .map(CandidateFact::slice)
            .collect(Collectors.toSet());
    if (regional.isEmpty()) {
      return facts;
    }
    facts.stream()
        .filter(fact -> !regional.contains(fact.slice()))
        .forEach(fact -> report.leaveOut(fact.reasonWithoutRegions(), List.of(fact)));
    return facts.stream().filter(fact -> regional.contains(fact.slice())).toList();
  }

  /** Whether the id is free for a fact's slice, or defined by the same axes. */
  private boolean fitsDefinition(CandidateFact fact) {
    return fact.slice().isWhole()
        || vocabulary
            .metric(fact.metricId())
            .flatMap(Metric::definition)
            .map(fact.slice()::hasAxesOf)
            .orElse(true);
  }
}
