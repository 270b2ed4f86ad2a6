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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns the instances of a company's filings into documents. An instance contains facts; facts are
 * assigned to quarters and become observations, and observations fill documents.
 *
 * <p>Filings are best read {@linkplain Filing#OLDEST_FIRST oldest first}. Any other order finds
 * every figure too, but keeps figures that were derived before all restatements were known.
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
    FactCollector collector = new FactCollector(vocabulary, report);
    List<ReportedFact> facts = collector.collect(filed, wanted);
    history.add(collector.concepts());
    history.add(RegionalSpans.of(facts, collector.metrics()));
    history.regions().add(source.id(), regions(facts));
    FilingObservations observations = observations(source, calendar, facts, history, report);
    List<ProvedBreakdown> breakdowns = prove(facts, collector, history);
    takeRemainders(breakdowns, collector.remainders(), history, report)
        .forEach(new QuarterAssignment(source.id(), calendar, history, report)::assign);
    observations.addBreakdowns(source.id(), breakdowns, calendar);
    RenamedRegions renamed = RenamingProof.of(history);
    new QuarterDerivation(history, renamed, metrics(collector), observations, report)
        .derive(facts, RenamingProof.of(before))
        .forEach(history::record);
    return new FilingContents(
        documents(collector, observations, source).of(observations, history),
        observations.count(),
        report.leftOut(),
        report.notes(),
        history.traits().with(renamed),
        history);
  }

  /** The regions that a filing tells figures of. */
  private static Set<String> regions(List<ReportedFact> facts) {
    return facts.stream()
        .filter(fact -> !fact.isWhole())
        .map(fact -> fact.series().region())
        .collect(Collectors.toSet());
  }

  /** Finds metrics of the filing, and those that earlier filings have defined. */
  private Function<String, Optional<Metric>> metrics(FactCollector collector) {
    return id ->
        Optional.ofNullable(collector.metrics().get(id))
            .map(DefinedMetric::metric)
            .or(() -> vocabulary.metric(id));
  }

  /** Proves the breakdowns of a filing, and adds them and its segments to the history. */
  private static List<ProvedBreakdown> prove(
      List<ReportedFact> facts, FactCollector collector, FilingHistory history) {
    List<ProvedBreakdown> breakdowns =
        new BreakdownProof(
                ScaleSuspects.sound(facts, ScaleSuspects.of(facts)),
                collector.remainders().figures(collector.metrics()),
                collector.metrics(),
                collector.hierarchy())
            .find();
    breakdowns.forEach(history::add);
    collector.segmentDivisions().forEach(history::add);
    return breakdowns;
  }

  /** The remainders that breakdowns have; names them, and reports the others as left out. */
  private static Set<ReportedFact> takeRemainders(
      List<ProvedBreakdown> breakdowns,
      Remainders remainders,
      FilingHistory history,
      ReadingReport report) {
    Set<ReportedFact> used =
        breakdowns.stream()
            .flatMap(one -> one.remainders().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (ReportedFact one : used) {
      String code = one.series().region();
      history.addName(code, remainders.name(code));
    }
    remainders.reportUnused(used, report);
    return used;
  }

  private FilingDocuments documents(
      FactCollector collector, FilingObservations observations, Source source) {
    Map<String, MemberRegion> regions = new LinkedHashMap<>();
    observations
        .regions()
        .filter(code -> vocabulary.region(code).isEmpty())
        .forEach(code -> regions.put(code, MemberRegion.ofCode(code)));
    collector.regionsToDefine().forEach(region -> regions.put(region.id(), region));
    return new FilingDocuments(
        company, collector.metrics().values(), regions(regions.values(), source.published()));
  }

  private static FilingObservations observations(
      Source source,
      FiscalCalendar calendar,
      List<ReportedFact> facts,
      FilingHistory history,
      ReadingReport report) {
    QuarterAssignment quarters = new QuarterAssignment(source.id(), calendar, history, report);
    Set<ReportedFact> suspects = ScaleSuspects.of(facts);
    facts.stream().filter(fact -> !suspects.contains(fact)).forEach(quarters::assign);
    FilingObservations observations = new FilingObservations(history);
    quarters.forEach(
        (quarter, fact) -> observations.add(source.id(), FilingObservation.stated(fact, quarter)));
    // No quarter may be derived from figures of a mistaken scale, so they aren't remembered.
    QuarterAssignment apart = new QuarterAssignment(source.id(), calendar, history.copy(), report);
    suspects.forEach(apart::assign);
    apart.forEach((quarter, fact) ->
        observations.add(source.id(), FilingObservation.stated(fact, quarter).withSuspectScale()));
    return observations;
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
