package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Optional;

/**
 * Adds what a document tells of a company's filings together to what is known of it. Nothing that
 * is known is taken away.
 */
final class TraitsMerge {
  private final KnownDefinitions known;
  private final DocumentFaults faults;

  TraitsMerge(KnownDefinitions known, DocumentFaults faults) {
    this.known = known;
    this.faults = faults;
  }

  /** Adds the traits of a company; those that contradict known ones are a fault. */
  void merge(Located<CompanyRow> located) {
    FilingTraits traits = located.row().traits();
    CompanyRecord record = known.companies().get(located.row().company().id());
    if (record != null && !traits.isEmpty()) {
      checkMetrics(located, record);
      merge(located, record);
    }
  }

  private void merge(Located<CompanyRow> located, CompanyRecord record) {
    record
        .traits()
        .and(located.row().traits())
        .ifPresentOrElse(
            all -> known.companies().put(record.company().id(), record.with(all)),
            () ->
                faults.add(
                    Reason.CONTRADICTION,
                    located.place() + ".renamedRegions",
                    "contradicts what is known: a region has one id that it is known under"));
  }

  private void checkMetrics(Located<CompanyRow> located, CompanyRecord record) {
    Vocabulary vocabulary = new Vocabulary(record, known.common());
    located.row().traits().regionsOnlyByYear().stream()
        .filter(metric -> vocabulary.metric(metric).isEmpty())
        .forEach(metric ->
            fault(
                located,
                "regionsOnlyByYear",
                known.unknownMetric(Optional.of(vocabulary.id()), metric)));
  }

  private void fault(Located<CompanyRow> located, String member, String why) {
    faults.add(Reason.SENSELESS, located.place() + "." + member, why);
  }
}
