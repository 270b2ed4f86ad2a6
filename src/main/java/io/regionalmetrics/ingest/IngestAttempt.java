package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricQuarter.Outcome;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One attempt to ingest documents: reads what is stored, checks the documents against it, and
 * writes, until another writer turns out to have changed the same definitions or sources.
 */
final class IngestAttempt {
  private final Store store;
  private final List<Document> documents;
  private final WrittenLevels levels;
  private final Optional<Replacement> replaced;
  private final DocumentFaults faults;
  private final Deadline deadline;
  private final Map<QuarterKey, List<Located<Vintage>>> vintages = new LinkedHashMap<>();
  private final Map<QuarterKey, List<Breakdown>> breakdowns = new LinkedHashMap<>();

  /**
   * Prepares an attempt.
   *
   * @param levels the levels by which those of the documents are judged
   * @param replaced what the documents replace, if anything
   */
  IngestAttempt(
      Store store,
      List<Document> documents,
      WrittenLevels levels,
      Optional<Replacement> replaced,
      DocumentFaults faults,
      Deadline deadline) {
    this.store = store;
    this.documents = documents;
    this.levels = levels;
    this.replaced = replaced;
    this.faults = faults;
    this.deadline = deadline;
  }

  /**
   * Returns what has changed; empty if another writer interfered, so that a new attempt is needed.
   *
   * @throws Refusal if anything is wrong with the documents; nothing was written then
   */
  Optional<ReplacementReport> ingest() {
    DefinitionChanges definitions = new DefinitionChanges(store, companyIds(), replaced, deadline);
    merge(definitions.known());
    SourceChanges sources = new SourceChanges(store, documents, replaced, faults, deadline);
    List<QuarterChange> quarters = quarters();
    faults.refuse();
    if (!definitions.write() || !sources.write()) {
      return Optional.empty();
    }
    quarters.forEach(quarter -> quarter.write(deadline));
    return Optional.of(report(quarters));
  }

  private Set<String> companyIds() {
    Set<String> ids = new LinkedHashSet<>();
    documents.forEach(document -> ids.addAll(document.companyIds()));
    return ids;
  }

  private void merge(KnownDefinitions known) {
    DocumentMerge merge = new DocumentMerge(known, levels, faults);
    for (Document document : documents) {
      DocumentMerge.Reported reported = merge.merge(document);
      reported.observations().forEach(one -> add(one, document.source()));
      reported.breakdowns().forEach(one -> add(one, document.source()));
    }
  }

  private void add(Located<Observation> observation, Source source) {
    Vintage vintage = new Vintage(observation.row(), source);
    vintages
        .computeIfAbsent(vintage.cell().quarter(), key -> new ArrayList<>())
        .add(new Located<>(observation.place(), vintage));
  }

  private void add(BreakdownRow row, Source source) {
    QuarterKey quarter = new QuarterKey(row.company(), row.metric(), row.period());
    breakdowns
        .computeIfAbsent(quarter, key -> new ArrayList<>())
        .add(row.breakdown(quarter, source));
  }

  private List<QuarterChange> quarters() {
    Map<QuarterKey, Versioned<MetricQuarter>> stored =
        store.quartersToWrite(keys(vintages.keySet()), deadline);
    List<QuarterChange> quarters = new ArrayList<>();
    stored.forEach((key, before) ->
        quarters.add(
            new QuarterChange(
                store,
                key,
                vintages.getOrDefault(key, List.of()),
                breakdowns.getOrDefault(key, List.of()),
                before,
                replaced.map(Replacement::source),
                faults)));
    return quarters;
  }

  /** The quarters that the documents report on, and those that the replaced source reported on. */
  private Set<QuarterKey> keys(Set<QuarterKey> reported) {
    Set<QuarterKey> keys = new LinkedHashSet<>(reported);
    replaced.ifPresent(one -> keys.addAll(one.quarters()));
    return keys;
  }

  private ReplacementReport report(List<QuarterChange> quarters) {
    List<ReplacedFigures> replacedFigures =
        quarters.stream().flatMap(quarter -> quarter.replacedFigures().stream()).toList();
    return new ReplacementReport(
        counts(quarters),
        replacedFigures.stream().mapToInt(ReplacedFigures::removed).sum(),
        replacedFigures.stream()
            .flatMap(figures -> figures.renamed().stream())
            .collect(Collectors.toSet()));
  }

  private IngestReport counts(List<QuarterChange> quarters) {
    return new IngestReport(
        documents.stream().mapToInt(document -> document.observations().size()).sum(),
        sum(quarters, Outcome.ADDED),
        sum(quarters, Outcome.REVISED),
        sum(quarters, Outcome.REPEATED, Outcome.STATED, Outcome.CITED, Outcome.UNCHANGED),
        (int) quarters.stream().filter(QuarterChange::hasNews).count(),
        Optional.empty());
  }

  private static int sum(List<QuarterChange> quarters, Outcome... outcomes) {
    return Stream.of(outcomes)
        .mapToInt(outcome -> quarters.stream().mapToInt(quarter -> quarter.count(outcome)).sum())
        .sum();
  }
}
