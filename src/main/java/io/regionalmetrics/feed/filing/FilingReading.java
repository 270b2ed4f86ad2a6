package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.model.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the collected facts of one filing into observations and breakdowns. */
final class FilingReading {
  private final Source source;
  private final FiscalCalendar calendar;
  private final FilingHistory history;
  private final ReadingReport report;
  private final CollectedFacts collected;
  private final FilingObservations observations;

  /**
   * A reading without observations yet.
   *
   * @param history what earlier filings have stated; this filing is added to it
   */
  FilingReading(
      Source source,
      FiscalCalendar calendar,
      FilingHistory history,
      ReadingReport report,
      CollectedFacts collected) {
    this.source = source;
    this.calendar = calendar;
    this.history = history;
    this.report = report;
    this.collected = collected;
    this.observations = new FilingObservations(history);
  }

  /** The observations and breakdowns so far. */
  FilingObservations observations() {
    return observations;
  }

  /**
   * Adds the observations and breakdowns that the collected facts make.
   *
   * @return all figures that quarters may be derived from
   */
  List<ReportedFact> take() {
    List<ReportedFact> facts = collected.facts();
    addToHistory(facts);
    Set<ReportedFact> suspects = ScaleSuspects.of(facts);
    addStated(facts, suspects);
    GrossWholes wholes = new GrossWholes(facts);
    List<ProvedBreakdown> breakdowns = prove(ScaleSuspects.sound(facts, suspects), wholes);
    List<ReportedFact> proved = wholes.provedBy(breakdowns);
    takeRemainders(breakdowns).forEach(quarters(report)::assign);
    observations.addBreakdowns(source.id(), breakdowns, calendar);
    addAgain(proved);
    return Stream.concat(facts.stream(), proved.stream()).toList();
  }

  /** Adds what the filing shows beyond single figures. */
  private void addToHistory(List<ReportedFact> facts) {
    history.add(collected.concepts());
    history.add(RegionalSpans.of(facts, collected.metrics()));
    history
        .regions()
        .add(
            source.id(),
            facts.stream()
                .filter(fact -> !fact.isWhole())
                .map(fact -> fact.series().region())
                .collect(Collectors.toSet()));
  }

  /**
   * Adds the quarters that follow from figures of the filing together with the history.
   *
   * @param before the history without this filing
   * @param metrics finds a metric by its id
   * @return the regions that this and all earlier filings prove to be renamed
   */
  RenamedRegions derive(
      List<ReportedFact> figures,
      FilingHistory before,
      Function<String, Optional<Metric>> metrics) {
    RenamedRegions renamed = RenamingProof.of(history);
    new QuarterDerivation(history, renamed, metrics, observations, report)
        .derive(figures, RenamingProof.of(before))
        .forEach(history::record);
    return renamed;
  }

  private QuarterAssignment quarters(ReadingReport reportOfLeftOut) {
    return new QuarterAssignment(source.id(), calendar, history, reportOfLeftOut);
  }

  private void addStated(List<ReportedFact> facts, Set<ReportedFact> suspects) {
    QuarterAssignment quarters = quarters(report);
    facts.stream().filter(fact -> !suspects.contains(fact)).forEach(quarters::assign);
    addAll(quarters);
    // No quarter may be derived from figures of a mistaken scale, so they aren't remembered.
    QuarterAssignment apart = new QuarterAssignment(source.id(), calendar, history.copy(), report);
    suspects.forEach(apart::assign);
    apart.forEach((quarter, fact) ->
        observations.add(source.id(), FilingObservation.stated(fact, quarter).withSuspectScale()));
  }

  /** Adds figures of another metric, too. Whether they are left out is reported there. */
  private void addAgain(List<ReportedFact> facts) {
    QuarterAssignment quarters = quarters(new ReadingReport());
    facts.forEach(quarters::assign);
    addAll(quarters);
  }

  private void addAll(QuarterAssignment quarters) {
    quarters.forEach(
        (quarter, fact) -> observations.add(source.id(), FilingObservation.stated(fact, quarter)));
  }

  /** Proves the breakdowns of the filing, and adds them and its segments to the history. */
  private List<ProvedBreakdown> prove(List<ReportedFact> sound, GrossWholes wholes) {
    List<ProvedBreakdown> breakdowns =
        new BreakdownProof(
                Stream.concat(sound.stream(), wholes.all().stream()).toList(),
                collected.remainders().candidates(collected.metrics()),
                collected.metrics(),
                collected.hierarchy())
            .find();
    ProvedBreakdown.finest(breakdowns).forEach(history::add);
    collected.segmentDivisions().forEach(history::add);
    return breakdowns;
  }

  /** The remainders that breakdowns have; adds their names to the history. */
  private Set<ReportedFact> takeRemainders(List<ProvedBreakdown> breakdowns) {
    Remainders remainders = collected.remainders();
    Set<ReportedFact> used =
        breakdowns.stream()
            .flatMap(one -> one.remainders().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (ReportedFact one : used) {
      String code = one.series().region();
      history.addName(code, remainders.name(code));
    }
    return used;
  }
}
