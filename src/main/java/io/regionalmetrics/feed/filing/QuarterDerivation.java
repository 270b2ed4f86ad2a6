package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.FilingHistory.RecordedQuarter;
import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.threeten.extra.YearQuarter;

/**
 * Derives quarters from what a filing states together with the history, and adds them to the
 * observations of the filing. A renamed region is one region here; the observations have the code
 * that their source has for it.
 */
final class QuarterDerivation {
  private final FilingHistory history;
  private final RenamedRegions renamed;
  private final NamesInFilings names;
  private final Function<String, Optional<Metric>> metrics;
  private final FilingObservations observations;
  private final ReadingReport report;
  private final Set<SourceCell> cells = new HashSet<>();
  private final List<RecordedQuarter> derived = new ArrayList<>();

  /** What one source can report only once. */
  private record SourceCell(String source, String metric, String region, YearQuarter quarter) {}

  /**
   * A derivation for one filing.
   *
   * @param history what all filings stated, this one too
   * @param metrics finds a metric by its id
   * @param observations what the filing states; derived quarters are added to it
   */
  QuarterDerivation(
      FilingHistory history,
      RenamedRegions renamed,
      Function<String, Optional<Metric>> metrics,
      FilingObservations observations,
      ReadingReport report) {
    this.history = UnitedHistory.of(history, renamed);
    this.renamed = renamed;
    this.names = new NamesInFilings(renamed, history.regions());
    this.metrics = metrics;
    this.observations = observations;
    this.report = report;
    observations
        .bySource()
        .forEach((source, some) -> some.forEach(one -> cells.add(cell(source, one))));
  }

  private SourceCell cell(String source, FilingObservation one) {
    return new SourceCell(source, one.metric(), renamed.id(one.region()), one.quarter());
  }

  /**
   * Adds the quarters that follow from some facts. If other regions were renamed before, adds all
   * that follow from anything: years may have been filed under two names long ago.
   *
   * @param renamedBefore the renamed regions that the history showed before this filing
   * @return the quarters that are new to the history
   */
  List<RecordedQuarter> derive(Collection<ReportedFact> facts, RenamedRegions renamedBefore) {
    (renamed.equals(renamedBefore) ? spans(facts) : spansOfAll()).forEach(this::derive);
    return derived;
  }

  private Map<FactSeries, Set<Span>> spans(Collection<ReportedFact> facts) {
    Map<FactSeries, Set<Span>> spans = new LinkedHashMap<>();
    for (ReportedFact fact : facts) {
      fact.span().ifPresent(span -> add(fact.series(), span, spans));
    }
    return spans;
  }

  private Map<FactSeries, Set<Span>> spansOfAll() {
    Map<FactSeries, Set<Span>> spans = new LinkedHashMap<>();
    for (FactSeries series : history.series()) {
      if (!Codes.isRemainder(series.region())) {
        history.stated(series).forEach(stated -> add(series, stated.span(), spans));
      }
    }
    return spans;
  }

  private void add(FactSeries series, Span span, Map<FactSeries, Set<Span>> spans) {
    if (FiscalLength.of(span).isPresent()) {
      spans
          .computeIfAbsent(series.in(renamed.id(series.region())), same -> new LinkedHashSet<>())
          .add(span);
    }
  }

  private void derive(FactSeries series, Set<Span> spans) {
    metrics
        .apply(series.metric())
        .map(Metric::mayBeNegative)
        .ifPresent(mayBeNegative -> {
          for (DerivedQuarter one : new DerivedQuarters(history).of(series, spans)) {
            add(one, mayBeNegative);
          }
        });
  }

  private void add(DerivedQuarter quarter, boolean mayBeNegative) {
    RecordedQuarter recorded =
        new RecordedQuarter(quarter.series(), quarter.days(), quarter.source());
    if (history.hasRecorded(recorded) || isStated(quarter)) {
      return;
    }
    if (quarter.value().signum() < 0 && !mayBeNegative) {
      reportNegative(quarter);
      return;
    }
    history.record(recorded);
    derived.add(recorded);
    Bounds bounds = mayBeNegative ? quarter.bounds() : quarter.bounds().atLeast(BigDecimal.ZERO);
    Precision precision = new Precision.Between(bounds.low(), bounds.high());
    String region = names.in(quarter.source()).apply(quarter.series().region());
    add(quarter, FilingObservation.derived(quarter, precision).in(region));
  }

  private void add(DerivedQuarter quarter, FilingObservation observation) {
    cells.add(cell(quarter.source(), observation));
    observations.add(quarter.source(), observation);
    addBreakdowns(quarter);
  }

  /** Whether its source states the quarter, though with a figure that nothing follows from. */
  private boolean isStated(DerivedQuarter quarter) {
    FactSeries series = quarter.series();
    return cells.contains(
        new SourceCell(quarter.source(), series.metric(), series.region(), quarter.name()));
  }

  /** Adds the breakdowns of a derived quarter that its operands share. */
  private void addBreakdowns(DerivedQuarter quarter) {
    history
        .breakdowns(quarter.series().metric(), quarter.series().unit())
        .flatMap(spans -> spans.ofAll(quarter.operands()).stream())
        .flatMap(parts -> breakdown(quarter, parts).stream())
        .forEach(breakdown -> observations.add(quarter.source(), breakdown));
  }

  /** The breakdown of a derived quarter; empty if one of its remainders can't be derived. */
  private Optional<FilingBreakdown> breakdown(DerivedQuarter quarter, ProvedParts parts) {
    List<RemainderRow> remainders =
        parts.remainders().stream().flatMap(one -> remainder(one, quarter).stream()).toList();
    return Optional.of(
            new FilingBreakdown(
                quarter.series().metric(),
                quarter.name(),
                parts.members().stream().map(names.in(quarter.source())).toList(),
                remainders))
        .filter(complete -> remainders.size() == parts.remainders().size());
  }

  /** A remainder in a derived quarter, as of the same filing. */
  private Optional<RemainderRow> remainder(FactSeries series, DerivedQuarter ofRegion) {
    return new DerivedQuarters(history)
        .of(series, List.of(ofRegion.days())).stream()
            .filter(one -> one.days().equals(ofRegion.days()))
            .filter(one -> one.source().equals(ofRegion.source()))
            .findFirst()
            .map(one ->
                observations.remainder(
                    series,
                    one.value(),
                    new Precision.Between(one.bounds().low(), one.bounds().high()),
                    Optional.of(one.derivation()),
                    one.facts()));
  }

  private void reportNegative(DerivedQuarter quarter) {
    report.note(
        "difference-negative",
        "%s of %s in %s would be below zero: %s"
            .formatted(
                quarter.series().metric(),
                quarter.series().region(),
                quarter.name(),
                quarter.derivation()));
  }
}
