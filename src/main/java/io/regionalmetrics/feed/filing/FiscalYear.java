package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * A company's fiscal year. Nominally it ends with a month and has four quarters of three months
 * each. A fiscal quarter is named after its place in the year: it gets the name of the calendar
 * quarter that holds the second of its nominal months, whatever days it really has.
 *
 * <p>Costco's year ends on the Sunday nearest to the end of August, so nominally with August. Its
 * quarters have 12, 12, 12 and 16 weeks. Nominally the first one has September to November. Its
 * second month is October, so the quarter to 2023-11-26 is 2023-Q4, and the next one, to
 * 2024-02-18, is 2024-Q1.
 *
 * @param lastMonth the month with whose end the year nominally ends
 */
record FiscalYear(Month lastMonth) {
  /** Days by which a year of weeks may begin before or after the nominal year. */
  private static final int MAX_DRIFT = 16;

  /** A quarter has 12 to 17 weeks, two have 24 to 29, three have 36 to 41, and a year 52 or 53. */
  private static final int[][] DAYS_OF_QUARTERS = {
    {0, 0}, {83, 120}, {167, 204}, {251, 288}, {363, 372}
  };

  private static final int ANY_YEAR = 2023;
  private static final int MONTHS_OF_QUARTER = 3;

  /** The year that nominally ends with the month whose end is nearest to a day. */
  static FiscalYear ending(MonthDay day) {
    LocalDate end = day.atYear(ANY_YEAR);
    YearMonth month = YearMonth.from(end);
    boolean isNearerToMonthBefore = 2 * end.getDayOfMonth() < month.lengthOfMonth();
    return new FiscalYear((isNearerToMonthBefore ? month.minusMonths(1) : month).getMonth());
  }

  /** Whether this year, as a year of weeks, may end on a day. */
  boolean mayEndOn(MonthDay day) {
    LocalDate end = day.atYear(ANY_YEAR);
    return ChronoUnit.DAYS.between(nominalStart(end.plusDays(1)), end.plusDays(1)) <= MAX_DRIFT;
  }

  /**
   * A quarter of a fiscal year.
   *
   * @param name the calendar quarter after which it is named
   * @param place its place in the year, from 1 to 4
   */
  record FiscalQuarter(YearQuarter name, int place) {}

  /** The fiscal quarter that has some days; empty if they are no quarter of a year. */
  Optional<FiscalQuarter> quarter(Span days) {
    LocalDate yearStart = nominalStart(days.start());
    Optional<Integer> before = quartersUntil(days.start(), yearStart);
    Optional<Integer> after = quartersUntil(days.end().plusDays(1), yearStart);
    return FiscalLength.isQuarter(days)
            && before.isPresent()
            && after.equals(before.map(quarters -> quarters + 1))
        ? after.map(place -> new FiscalQuarter(name(yearStart, place), place))
        : Optional.empty();
  }

  /** The name of the fiscal quarter that ends on a day; empty if none does. */
  Optional<YearQuarter> quarterEnding(LocalDate day) {
    LocalDate yearStart = nominalStart(day.plusDays(1));
    return quartersUntil(day.plusDays(1), yearStart).map(place -> name(yearStart, place));
  }

  /** The nominal first day of the fiscal year that a day may be in; at most 16 days later. */
  private LocalDate nominalStart(LocalDate day) {
    LocalDate latest = day.plusDays(MAX_DRIFT);
    YearMonth first = YearMonth.of(latest.getYear(), lastMonth).plusMonths(1);
    return first.atDay(1).isAfter(latest) ? first.minusYears(1).atDay(1) : first.atDay(1);
  }

  /** How many whole quarters lie between the year's first day and a day: 0 to 4, or unknown. */
  private static Optional<Integer> quartersUntil(LocalDate day, LocalDate yearStart) {
    long days = ChronoUnit.DAYS.between(yearStart, day);
    for (int quarters = 0; quarters < DAYS_OF_QUARTERS.length; quarters++) {
      if (days >= DAYS_OF_QUARTERS[quarters][0] - MAX_DRIFT
          && days <= DAYS_OF_QUARTERS[quarters][1] + MAX_DRIFT) {
        return Optional.of(quarters);
      }
    }
    return Optional.empty();
  }

  /** The calendar quarter that holds the second nominal month of a place in the year. */
  private static YearQuarter name(LocalDate yearStart, int place) {
    return YearQuarter.from(yearStart.plusMonths(MONTHS_OF_QUARTER * (place - 1L) + 1));
  }
}
