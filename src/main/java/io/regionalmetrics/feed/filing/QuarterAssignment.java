package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Assigns the facts of one filing to quarters, and adds flows to the history. In the report, a fact
 * with a quarter is stored, and any other is left out.
 */
final class QuarterAssignment {
  /** Days by which a 53rd week and weekends may move the end of the same fiscal quarter. */
  private static final int MAX_DRIFT = 15;

  private final String source;
  private final FiscalCalendar calendar;
  private final FilingHistory history;
  private final ReadingReport report;
  private final Map<FactSeries, Map<YearQuarter, ReportedFact>> quarters = new LinkedHashMap<>();

  /**
   * An assignment of no facts yet.
   *
   * @param source the filing's id
   */
  QuarterAssignment(
      String source, FiscalCalendar calendar, FilingHistory history, ReadingReport report) {
    this.source = source;
    this.calendar = calendar;
    this.history = history;
    this.report = report;
  }

  /** Passes each fact that has a quarter to an action, series by series. */
  void forEach(BiConsumer<YearQuarter, ReportedFact> action) {
    quarters.values().forEach(byQuarter -> byQuarter.forEach(action));
  }

  /** Assigns a fact to its quarter, or reports why it has none. */
  void assign(ReportedFact fact) {
    ReadingTime.check();
    if (fact.span().isPresent()) {
      assignFlow(fact, fact.span().get());
    } else if (calendar.isPeriodEnd(fact.end())) {
      assign(fact, calendar.quarterEnding(fact.end()));
    } else {
      report.leaveOut(LeftOutReason.OTHER_PERIOD, fact);
    }
  }

  private void assignFlow(ReportedFact fact, Span days) {
    Optional<FiscalLength> length = FiscalLength.of(days);
    if (length.isEmpty()) {
      report.leaveOut(LeftOutReason.OTHER_PERIOD, fact);
    } else if (length.get() != FiscalLength.QUARTER) {
      remember(fact, days);
      report.leaveOut(
          length.get() == FiscalLength.YEAR ? LeftOutReason.YEAR : LeftOutReason.SEVERAL_QUARTERS,
          fact);
    } else if (assign(fact, calendar.quarterOf(days))) {
      remember(fact, days);
    }
  }

  private void remember(ReportedFact fact, Span days) {
    history.add(fact.series(), new StatedSpan(fact, days, source));
  }

  private boolean assign(ReportedFact fact, Optional<YearQuarter> quarter) {
    if (quarter.isPresent()) {
      return assignUnlessTaken(fact, quarter.get());
    }
    report.leaveOut(LeftOutReason.PLACE_UNKNOWN, fact);
    return false;
  }

  /**
   * Assigns a fact to a quarter, unless another fiscal quarter or fact has it; returns whether it
   * did.
   */
  private boolean assignUnlessTaken(ReportedFact fact, YearQuarter quarter) {
    Map<YearQuarter, ReportedFact> ofSeries =
        quarters.computeIfAbsent(fact.series(), same -> new LinkedHashMap<>());
    Optional<LocalDate> other =
        ends(fact.series(), quarter, ofSeries).filter(end -> isFarFrom(end, fact)).findFirst();
    if (other.isEmpty() && ofSeries.putIfAbsent(quarter, fact) == null) {
      report.store(fact);
      return true;
    }
    report.leaveOut(LeftOutReason.QUARTER_TAKEN, fact);
    other.ifPresent(end -> reportTaken(fact, quarter, end));
    return false;
  }

  /** The last days of fiscal quarters that have a name already. */
  private Stream<LocalDate> ends(
      FactSeries series, YearQuarter quarter, Map<YearQuarter, ReportedFact> ofSeries) {
    return Stream.concat(
        Stream.ofNullable(ofSeries.get(quarter)).map(ReportedFact::end),
        history.stated(series).stream()
            .filter(stated ->
                history.quarterOf(stated.span(), stated.first()).equals(Optional.of(quarter)))
            .map(stated -> stated.span().end()));
  }

  private static boolean isFarFrom(LocalDate end, ReportedFact fact) {
    return end.isAfter(fact.end().plusDays(MAX_DRIFT))
        || end.isBefore(fact.end().minusDays(MAX_DRIFT));
  }

  private void reportTaken(ReportedFact fact, YearQuarter quarter, LocalDate other) {
    report.note(
        "quarter-taken",
        "%s of %s to %s falls into %s, which already belongs to the fiscal quarter to %s"
            .formatted(fact.series().metric(), fact.series().region(), fact.end(), quarter, other));
  }
}
