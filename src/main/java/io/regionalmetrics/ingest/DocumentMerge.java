package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges a document into the known definitions. Notes a fault for each part that contradicts them
 * or makes no sense.
 */
final class DocumentMerge {
  private final KnownDefinitions known;
  private final WrittenLevels levels;
  private final DocumentFaults faults;

  DocumentMerge(KnownDefinitions known, WrittenLevels levels, DocumentFaults faults) {
    this.known = known;
    this.levels = levels;
    this.faults = faults;
  }

  /**
   * What a document reports, expressed by region and metric ids.
   *
   * @param breakdowns how it shows wholes to divide
   */
  record Reported(List<Located<Observation>> observations, List<BreakdownRow> breakdowns) {}

  /** Merges the definitions, then returns what the document reports. */
  Reported merge(Document document) {
    mergeDefinitions(document);
    List<Located<Observation>> observations = observations(document);
    observations.forEach(observation -> extendCoverage(observation.row()));
    return new Reported(observations, breakdowns(document, observations));
  }

  private void mergeDefinitions(Document document) {
    LocalDate published = document.source().published();
    document.companies().forEach(new CompanyMerge(known, faults)::merge);
    MetricMerge metrics = new MetricMerge(known, faults);
    document.metrics().forEach(row -> metrics.merge(row, published));
    document.metrics().forEach(metrics::checkTerms);
    metrics.checkUnits();
    RegionMerge regions = new RegionMerge(known, faults);
    document.regions().forEach(row -> regions.merge(row, published));
    RegionParts parts = new RegionParts(known, faults);
    document.regions().forEach(parts::resolve);
    if (faults.none()) {
      document.regions().forEach(parts::check);
    }
    document.companies().forEach(new TraitsMerge(known, faults)::merge);
  }

  private List<Located<Observation>> observations(Document document) {
    ObservationCheck check = new ObservationCheck(known, levels, faults);
    List<Located<Observation>> observations = new ArrayList<>();
    for (Located<ObservationRow> row : document.observations()) {
      check.check(row).ifPresent(observations::add);
    }
    return observations;
  }

  private List<BreakdownRow> breakdowns(
      Document document, List<Located<Observation>> observations) {
    BreakdownCheck check = new BreakdownCheck(known, observations, faults);
    return document.breakdowns().stream()
        .flatMap(row -> check.check(row, document.isProved()).stream())
        .toList();
  }

  private void extendCoverage(Observation observation) {
    known
        .companies()
        .computeIfPresent(
            observation.cell().quarter().company(), (id, record) -> record.covering(observation));
  }
}
