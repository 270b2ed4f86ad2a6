package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.ingest.CompanyFigures;
import io.regionalmetrics.ingest.StaleDefinitions;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the table holds of a company when a run begins to read its filings again, or continues. */
final class EarlierReading {
  private final Predicate<String> metrics;
  private final Optional<CompanyRecord> record;
  private final FiledDefinitions filed;
  private final SourceQuarters quarters;

  private EarlierReading(
      Optional<CompanyRecord> record, List<Filing> filings, Predicate<String> metrics) {
    this.metrics = metrics;
    this.record = record;
    this.filed = new FiledDefinitions(filings);
    this.quarters = new SourceQuarters(metrics);
  }

  /**
   * Reads all figures of a company.
   *
   * @param company the company's id
   * @param filings all filings of the company
   * @param metrics the metrics that are read from filings
   */
  static EarlierReading read(
      FeedRun run, String company, List<Filing> filings, Predicate<String> metrics) {
    Optional<CompanyRecord> record =
        Optional.ofNullable(
                run.store().companiesToWrite(Set.of(company), run.deadline()).get(company))
            .map(Versioned::value);
    EarlierReading reading = new EarlierReading(record, filings, metrics);
    record.ifPresent(
        one -> new CompanyFigures(run.store(), one, run.deadline()).forEachMetric(reading::add));
    return reading;
  }

  private void add(List<MetricQuarter> stored) {
    filed.add(stored);
    quarters.add(stored);
  }

  /** Whether no document reports figures of the company. */
  boolean isOfFilingsAlone() {
    return filed.areAll();
  }

  /** The definitions that were made by filings alone. */
  StaleDefinitions filedDefinitions() {
    return record.map(one -> filed.of(one, metrics)).orElse(StaleDefinitions.NONE);
  }

  /** In which quarters each source reports anything. */
  SourceQuarters quarters() {
    return quarters;
  }
}
