package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the quarters of a flow that no filing states but that follow by {@link Subtraction}.
 *
 * <p>Only values that were valid at the same time are subtracted. Say a year is reported in
 * January, and in October the next year's filing restates the nine months of that year. Their
 * difference would be the fourth quarter plus the restatement, so it is not taken.
 */
final class DerivedQuarters {
  private final FilingHistory history;
  private final Comparator<String> order;

  DerivedQuarters(FilingHistory history) {
    this.history = history;
    this.order = history.oldestFirst();
  }

  /**
   * The derived quarters of a series: each as of the first filing that it follows from, and again
   * as of every filing that changes it.
   *
   * @param newSpans the spans of the newest filing; quarters farther away than a year can't change
   */
  List<DerivedQuarter> of(FactSeries series, Collection<Span> newSpans) {
    Restatements statements = new Restatements(near(newSpans, history.stated(series)), order);
    List<DerivedQuarter> all = new ArrayList<>();
    Map<Span, DerivedQuarter> newest = new HashMap<>();
    for (String filing : statements.filings()) {
      for (DerivedQuarter derived : derive(series, statements, filing)) {
        DerivedQuarter before = newest.put(derived.days(), derived);
        boolean isNew = before == null || !before.hasSameValueAs(derived);
        if (isNew && !isStated(derived)) {
          all.add(derived);
        }
      }
    }
    return all;
  }

  private static List<StatedSpan> near(Collection<Span> newSpans, List<StatedSpan> stated) {
    return stated.stream().filter(one -> isNearAny(one.span(), newSpans)).toList();
  }

  private static boolean isNearAny(Span one, Collection<Span> others) {
    ReadingTime.check();
    return others.stream().anyMatch(other -> isWithinAYear(one, other));
  }

  private static boolean isWithinAYear(Span one, Span other) {
    return !one.end().isBefore(other.start().minusDays(FiscalLength.MAX_DAYS))
        && !one.start().isAfter(other.end().plusDays(FiscalLength.MAX_DAYS));
  }

  private List<DerivedQuarter> derive(FactSeries series, Restatements statements, String filing) {
    List<DerivedQuarter> derived = new ArrayList<>();
    bestWays(series, statements, filing)
        .forEach((days, way) -> way.derive(series, days, history).ifPresent(derived::add));
    return derived;
  }

  /** The best way to derive each quarter from what was known when a filing was made. */
  private Map<Span, Subtraction> bestWays(
      FactSeries series, Restatements statements, String filing) {
    Map<Span, Subtraction> best = new LinkedHashMap<>();
    List<Operand> known = statements.knownAt(filing);
    for (Operand whole : known) {
      ReadingTime.check();
      if (!FiscalLength.isQuarter(whole.span())) {
        for (Subtraction way : Subtraction.from(whole, known)) {
          Optional<Span> quarter = way.quarter();
          if (quarter.isPresent()
              && !statements.areStale(way.operands())
              && !isAcrossRecast(series, way)) {
            best.merge(quarter.get(), way, Subtraction::better);
          }
        }
      }
    }
    return best;
  }

  /** Whether the metric's whole divides differently in the longer span and in one of its parts. */
  private boolean isAcrossRecast(FactSeries series, Subtraction way) {
    return way.parts().stream()
        .anyMatch(part ->
            history.isRecast(series.metric(), series.unit(), way.whole().span(), part.span()));
  }

  /** Whether a filing states the quarter for the same metric and region, on any axis or concept. */
  private boolean isStated(DerivedQuarter derived) {
    ReadingTime.check();
    return history.series().stream()
        .filter(derived.series()::measuresSameAs)
        .flatMap(same -> history.stated(same).stream())
        .anyMatch(stated ->
            history.quarterOf(stated.span(), stated.first()).equals(Optional.of(derived.name())));
  }
}
