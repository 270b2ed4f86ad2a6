package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.FilingHistory.RecordedQuarter;
import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/**
 * The observations and breakdowns that follow from one filing, by the id of the source that they
 * belong to.
 */
final class FilingObservations {
  private final FilingHistory history;
  private final ReadingReport report;
  private final Map<String, List<FilingObservation>> bySource = new LinkedHashMap<>();
  private final Map<String, Set<FilingBreakdown>> breakdowns = new LinkedHashMap<>();
  private final Set<SourceCell> cells = new HashSet<>();

  /** What one source can report only once. */
  private record SourceCell(String source, String metric, String region, YearQuarter quarter) {}

  FilingObservations(FilingHistory history, ReadingReport report) {
    this.history = history;
    this.report = report;
  }

  Map<String, List<FilingObservation>> bySource() {
    return bySource;
  }

  /** The observations of all sources. */
  List<FilingObservation> all() {
    return bySource.values().stream().flatMap(List::stream).toList();
  }

  /** How many there are in all. */
  int count() {
    return bySource.values().stream().mapToInt(List::size).sum();
  }

  void add(String source, FilingObservation observation) {
    cells.add(
        new SourceCell(source, observation.metric(), observation.region(), observation.quarter()));
    bySource.computeIfAbsent(source, same -> new ArrayList<>()).add(observation);
  }

  /** The breakdowns that belong to a source. */
  List<FilingBreakdown> breakdowns(String source) {
    return List.copyOf(breakdowns.getOrDefault(source, Set.of()));
  }

  /** Adds the breakdowns that a filing proves, if they are of quarters. */
  void addBreakdowns(String source, List<ProvedBreakdown> proved, FiscalCalendar calendar) {
    for (ProvedBreakdown one : proved) {
      FactTime time = one.time();
      Optional<YearQuarter> quarter =
          time.span().isPresent()
              ? calendar.quarterOf(time.span().get())
              : calendar.quarterEnding(time.end());
      quarter.ifPresent(name -> add(source, breakdown(one, name)));
    }
  }

  private void add(String source, FilingBreakdown breakdown) {
    breakdowns.computeIfAbsent(source, same -> new LinkedHashSet<>()).add(breakdown);
  }

  private FilingBreakdown breakdown(ProvedBreakdown proved, YearQuarter quarter) {
    return new FilingBreakdown(
        proved.series().metric(),
        quarter,
        proved.members(),
        proved.remainders().stream().map(this::remainder).toList());
  }

  private RemainderRow remainder(ReportedFact fact) {
    return remainder(
        fact.series(), fact.value(), fact.precision(), fact.derivation(), fact.facts());
  }

  private RemainderRow remainder(
      FactSeries series,
      BigDecimal value,
      Precision precision,
      Optional<String> derivation,
      List<FiledFact> facts) {
    String name = Objects.requireNonNull(history.names().get(series.region()));
    return new RemainderRow(
        series.region(), name, series.unit(), value, precision, derivation, facts);
  }

  /** Adds the quarters that follow from facts of a filing together with the history. */
  void derive(List<ReportedFact> facts, Map<String, DefinedMetric> metrics) {
    Map<FactSeries, Set<Span>> newSpans = new LinkedHashMap<>();
    for (ReportedFact fact : facts) {
      fact.span()
          .filter(span -> FiscalLength.of(span).isPresent())
          .ifPresent(span ->
              newSpans.computeIfAbsent(fact.series(), same -> new LinkedHashSet<>()).add(span));
    }
    newSpans.forEach((series, spans) -> {
      DefinedMetric metric = Objects.requireNonNull(metrics.get(series.metric()));
      for (DerivedQuarter derived : new DerivedQuarters(history).of(series, spans)) {
        addDerived(derived, metric.metric().mayBeNegative());
      }
    });
  }

  /** Whether its source states the quarter, though with a figure that nothing follows from. */
  private boolean isStated(DerivedQuarter derived) {
    FactSeries series = derived.series();
    return cells.contains(
        new SourceCell(derived.source(), series.metric(), series.region(), derived.name()));
  }

  private void addDerived(DerivedQuarter derived, boolean mayBeNegative) {
    RecordedQuarter recorded =
        new RecordedQuarter(derived.series(), derived.days(), derived.source());
    if (history.hasRecorded(recorded) || isStated(derived)) {
      return;
    }
    if (derived.value().signum() < 0 && !mayBeNegative) {
      reportNegative(derived);
      return;
    }
    history.record(recorded);
    Bounds bounds = mayBeNegative ? derived.bounds() : derived.bounds().atLeast(BigDecimal.ZERO);
    Precision precision = new Precision.Between(bounds.low(), bounds.high());
    add(derived.source(), FilingObservation.derived(derived, precision));
    addBreakdowns(derived);
  }

  /** Adds the breakdowns of a derived quarter that its operands share. */
  private void addBreakdowns(DerivedQuarter derived) {
    history
        .breakdowns(derived.series().metric(), derived.series().unit())
        .flatMap(spans -> spans.ofAll(derived.operands()).stream())
        .flatMap(parts -> breakdown(derived, parts).stream())
        .forEach(breakdown -> add(derived.source(), breakdown));
  }

  /** The breakdown of a derived quarter; empty if one of its remainders can't be derived. */
  private Optional<FilingBreakdown> breakdown(DerivedQuarter derived, ProvedParts parts) {
    List<RemainderRow> remainders =
        parts.remainders().stream().flatMap(one -> remainder(one, derived).stream()).toList();
    return Optional.of(
            new FilingBreakdown(
                derived.series().metric(), derived.name(), parts.members(), remainders))
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
                remainder(
                    series,
                    one.value(),
                    new Precision.Between(one.bounds().low(), one.bounds().high()),
                    Optional.of(one.derivation()),
                    one.facts()));
  }

  private void reportNegative(DerivedQuarter derived) {
    report.note(
        "difference-negative",
        "%s of %s in %s would be below zero: %s"
            .formatted(
                derived.series().metric(),
                derived.series().region(),
                derived.name(),
                derived.derivation()));
  }
}
