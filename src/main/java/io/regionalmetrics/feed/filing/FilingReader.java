package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the instances of a company's filings into documents. An instance contains facts; facts are
 * assigned to quarters and become observations, and observations fill documents.
 *
 * <p>Filings are read {@linkplain Filing#OLDEST_FIRST oldest first}. In another order, quarters
 * would be derived before all restatements are known.
 */
final class FilingReader {
  private final Company company;
  private final Vocabulary vocabulary;
  private final WantedMetrics wanted;

  /**
   * A reader for one company.
   *
   * @param company the company as the documents describe it
   * @param vocabulary the definitions that hold for it
   * @param wanted the metrics to read
   */
  FilingReader(Company company, Vocabulary vocabulary, WantedMetrics wanted) {
    this.company = company;
    this.vocabulary = vocabulary;
    this.wanted = wanted;
  }

  /**
   * Reads one filing.
   *
   * @param before what earlier filings have stated; it isn't changed
   */
  FilingContents read(FiledInstance filed, FilingHistory before) {
    FilingHistory history = before.copy();
    Source source = filed.source(company);
    FiscalCalendar calendar = FiscalCalendar.of(filed.instance(), company);
    history.add(source, calendar.year());
    ReadingReport report = new ReadingReport();
    CollectedFacts collected = new FactCollector(filed, wanted, vocabulary, report).collect();
    FilingReading reading = new FilingReading(source, calendar, history, report, collected);
    RenamedRegions renamed = reading.derive(reading.take(), before, metrics(collected));
    FilingObservations observations = reading.observations();
    return new FilingContents(
        documents(collected, observations, source).of(observations, history),
        observations.count(),
        report.found(),
        report.stored(),
        report.leftOut(),
        report.notes(),
        history.traits().with(renamed),
        history);
  }

  /** Finds metrics of the filing, and those that earlier filings have defined. */
  private Function<String, Optional<Metric>> metrics(CollectedFacts collected) {
    return id ->
        Optional.ofNullable(collected.metrics().get(id))
            .map(DefinedMetric::metric)
            .or(() -> vocabulary.metric(id));
  }

  private FilingDocuments documents(
      CollectedFacts collected, FilingObservations observations, Source source) {
    Map<String, MemberRegion> regions = new LinkedHashMap<>();
    observations
        .regions()
        .filter(code -> vocabulary.region(code).isEmpty())
        .forEach(code -> regions.put(code, MemberRegion.ofCode(code)));
    collected.regionsToDefine().forEach(region -> regions.put(region.id(), region));
    return new FilingDocuments(
        company, collected.metrics().values(), regions(regions.values(), source.published()));
  }

  private static List<Region> regions(Collection<MemberRegion> undefined, LocalDate day) {
    return undefined.stream()
        .map(region ->
            new Region(
                region.id(),
                FiledInstance.bounded(region.name()),
                region.formerId().stream().toList(),
                List.of(),
                Optional.empty(),
                day))
        .toList();
  }
}
