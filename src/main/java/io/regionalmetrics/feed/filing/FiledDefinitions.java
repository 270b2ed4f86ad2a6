package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.StaleDefinitions;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells which of a company's definitions were made by filings alone. No definition names its
 * source, but each has the day of the source that named it last. It stems from filings if a filing
 * was published that day, and no document reports figures of it. The parts of a region are a
 * document's if a document was published that day, too.
 */
final class FiledDefinitions {
  private final Set<String> filings;
  private final Set<LocalDate> days;
  private final Set<LocalDate> documentDays = new HashSet<>();
  private final Set<String> documentRegions = new HashSet<>();
  private final Set<String> documentMetrics = new HashSet<>();

  /** The definitions of a company that has filed these reports. */
  FiledDefinitions(Collection<Filing> filings) {
    this.filings = filings.stream().map(Filing::sourceId).collect(Collectors.toSet());
    this.days = filings.stream().map(Filing::filed).collect(Collectors.toSet());
  }

  /** Considers which figures documents report. */
  void add(List<MetricQuarter> quarters) {
    quarters.stream()
        .flatMap(quarter -> quarter.allVintages().stream())
        .filter(vintage -> !filings.contains(vintage.source().id()))
        .forEach(this::addOfDocument);
  }

  private void addOfDocument(Vintage vintage) {
    Source document = vintage.source();
    documentDays.add(document.published());
    documentMetrics.add(vintage.cell().quarter().metric());
    if (!vintage.cell().region().equals(Region.WORLD)) {
      documentRegions.add(vintage.cell().region());
    }
  }

  /** Whether no document reports figures of the company. */
  boolean areAll() {
    return documentMetrics.isEmpty();
  }

  /**
   * The definitions that were made by filings alone.
   *
   * @param metrics the metrics that are read from filings
   */
  StaleDefinitions of(CompanyRecord record, Predicate<String> metrics) {
    Set<String> regions =
        record.definitions().regions().values().stream()
            .filter(this::isFiled)
            .map(Region::id)
            .collect(Collectors.toSet());
    regions.removeAll(partsOfOthers(record, regions));
    return new StaleDefinitions(
        record.definitions().metrics().values().stream()
            .filter(this::isFiled)
            .map(Metric::id)
            .filter(metrics)
            .collect(Collectors.toSet()),
        regions);
  }

  private boolean isFiled(Metric metric) {
    return days.contains(metric.named()) && !documentMetrics.contains(metric.id());
  }

  private boolean isFiled(Region region) {
    return days.contains(region.named())
        && !documentRegions.contains(region.id())
        && (region.parts().isEmpty() || !documentDays.contains(region.named()));
  }

  /** The parts of regions that documents define, except countries and the world. */
  private static Set<String> partsOfOthers(CompanyRecord record, Set<String> filed) {
    return record.definitions().regions().values().stream()
        .filter(region -> !filed.contains(region.id()))
        .flatMap(region -> region.parts().keySet().stream())
        .filter(part -> Countries.find(part).isEmpty())
        .collect(Collectors.toSet());
  }
}
