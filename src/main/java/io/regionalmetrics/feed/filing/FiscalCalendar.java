package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.FiscalYear.FiscalQuarter;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/** The fiscal periods of one filing: where they end, and which quarter each one is. */
final class FiscalCalendar {
  private static final int MONTHS_OF_QUARTER = 3;

  private final Optional<FiscalYear> year;
  private final Map<LocalDate, Set<FiscalLength>> yearsToDate = new HashMap<>();
  private final Set<LocalDate> periodEnds = new HashSet<>();

  private FiscalCalendar(Optional<FiscalYear> year, Set<Span> spans) {
    this.year = year;
    spans.forEach(span -> FiscalLength.of(span).ifPresent(length -> add(span, length)));
  }

  private void add(Span span, FiscalLength length) {
    periodEnds.add(span.end());
    periodEnds.add(span.start().minusDays(1));
    if (length != FiscalLength.QUARTER) {
      yearsToDate
          .computeIfAbsent(span.end(), same -> EnumSet.noneOf(FiscalLength.class))
          .add(length);
    }
  }

  /**
   * The calendar of a filing.
   *
   * @param company the company, whose fiscal year applies unless the filing states another one
   */
  static FiscalCalendar of(Instance instance, Company company) {
    return new FiscalCalendar(fiscalYear(instance, company), instance.spans());
  }

  private static Optional<FiscalYear> fiscalYear(Instance instance, Company company) {
    Optional<MonthDay> filed = instance.fiscalYearEnd().or(() -> endByFocus(instance));
    return company
        .fiscalYearEnd()
        .map(FiscalYear::ending)
        .filter(usual -> filed.map(usual::mayEndOn).orElse(true))
        .or(() -> filed.map(FiscalYear::ending));
  }

  /** The end of the year, computed from the fiscal quarter that the filing names for its period. */
  private static Optional<MonthDay> endByFocus(Instance instance) {
    return instance
        .periodFocus()
        .map(focus ->
            switch (focus) {
              case "Q1" -> 1;
              case "Q2" -> 2;
              case "Q3" -> 3;
              case "Q4", "FY" -> 4;
              default -> 0;
            })
        .filter(place -> place > 0)
        .flatMap(place ->
            instance
                .periodEnd()
                .map(end -> MonthDay.from(end.plusMonths(MONTHS_OF_QUARTER * (4L - place)))));
  }

  /** The fiscal year in which the filing names its quarters; empty if it is unknown. */
  Optional<FiscalYear> year() {
    return year;
  }

  /** Whether a fiscal period ends on a day, or the next one starts on the day after. */
  boolean isPeriodEnd(LocalDate day) {
    return periodEnds.contains(day);
  }

  /**
   * The name of the fiscal quarter of some days. Empty if they are no quarter of the fiscal year,
   * or if the year-to-date period that ends with them implies another one.
   */
  Optional<YearQuarter> quarterOf(Span days) {
    return year.flatMap(known -> known.quarter(days))
        .filter(quarter -> isPlaceConfirmed(days, quarter.place()))
        .map(FiscalQuarter::name);
  }

  /** The name of the fiscal quarter that ends on a day; empty if it is unknown. */
  Optional<YearQuarter> quarterEnding(LocalDate day) {
    return year.flatMap(known -> known.quarterEnding(day));
  }

  private boolean isPlaceConfirmed(Span quarter, int place) {
    Set<FiscalLength> lengths = yearsToDate.getOrDefault(quarter.end(), Set.of());
    // Several lengths prove nothing: filings also report trailing years, or parts since a deal.
    return lengths.size() != 1 || lengths.iterator().next().quarters() == place;
  }
}
