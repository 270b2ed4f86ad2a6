package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The observations and breakdowns that follow from one filing, by the id of the source that they
 * belong to.
 */
final class FilingObservations {
  private final FilingHistory history;
  private final Map<String, List<FilingObservation>> bySource = new LinkedHashMap<>();
  private final Map<String, Set<FilingBreakdown>> breakdowns = new LinkedHashMap<>();

  FilingObservations(FilingHistory history) {
    this.history = history;
  }

  Map<String, List<FilingObservation>> bySource() {
    return bySource;
  }

  /** The observations of all sources. */
  List<FilingObservation> all() {
    return bySource.values().stream().flatMap(List::stream).toList();
  }

  /** The regions that they are of. */
  Stream<String> regions() {
    return all().stream().map(FilingObservation::region).distinct();
  }

  /** How many there are in all. */
  int count() {
    return bySource.values().stream().mapToInt(List::size).sum();
  }

  /** Adds an observation that belongs to a source. */
  void add(String source, FilingObservation observation) {
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

  /** Adds a breakdown that belongs to a source. */
  void add(String source, FilingBreakdown breakdown) {
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

  /** A remainder under the name that filings give it. */
  RemainderRow remainder(
      FactSeries series,
      BigDecimal value,
      Precision precision,
      Optional<String> derivation,
      List<FiledFact> facts) {
    String name = Objects.requireNonNull(history.names().get(series.region()));
    return new RemainderRow(
        series.region(), name, series.unit(), value, precision, derivation, facts);
  }
}
