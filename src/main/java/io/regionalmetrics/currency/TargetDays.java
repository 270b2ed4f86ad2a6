package io.regionalmetrics.currency;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days on which the euro's reference rates are fixed: those on which TARGET, the euro's payment
 * system, is open. It is closed on Saturdays and Sundays, New Year's Day, Good Friday, Easter
 * Monday, 1 May, 25 and 26 December. Until 2001 it also closed on 31 December; in 1999 it was open
 * on Good Friday and Easter Monday.
 *
 * <p>Source: European Central Bank, the long-term calendar of TARGET closing days, in force from
 * 2002; before that, the days of the fixings themselves.
 */
public final class TargetDays {
  private static final Set<MonthDay> CLOSED =
      Set.of(
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.MAY, 1),
          MonthDay.of(Month.DECEMBER, 25),
          MonthDay.of(Month.DECEMBER, 26));

  private static final MonthDay LAST_OF_YEAR = MonthDay.of(Month.DECEMBER, 31);
  private static final int LAST_YEAR_CLOSED_ON_ITS_LAST_DAY = 2001;
  private static final int FIRST_YEAR_CLOSED_AT_EASTER = 2000;

  private TargetDays() {}

  /** Whether rates are fixed on a day. */
  static boolean isOpen(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !CLOSED.contains(MonthDay.from(day))
        && !isLastOfYear(day)
        && !isEaster(day);
  }

  private static boolean isLastOfYear(LocalDate day) {
    return day.getYear() <= LAST_YEAR_CLOSED_ON_ITS_LAST_DAY
        && MonthDay.from(day).equals(LAST_OF_YEAR);
  }

  private static boolean isEaster(LocalDate day) {
    LocalDate sunday = easterSunday(day.getYear());
    return day.getYear() >= FIRST_YEAR_CLOSED_AT_EASTER
        && (day.equals(sunday.minusDays(2)) || day.equals(sunday.plusDays(1)));
  }

  /** How many days of a range rates are fixed on; both ends are included. */
  public static int count(LocalDate first, LocalDate last) {
    return (int) first.datesUntil(last.plusDays(1)).filter(TargetDays::isOpen).count();
  }

  /** The first day on or after a day on which rates are fixed. */
  public static LocalDate onOrAfter(LocalDate day) {
    return firstOpen(Stream.iterate(day, d -> d.plusDays(1)));
  }

  /** The last day on or before a day on which rates are fixed. */
  public static LocalDate onOrBefore(LocalDate day) {
    return firstOpen(Stream.iterate(day, d -> d.minusDays(1)));
  }

  private static LocalDate firstOpen(Stream<LocalDate> days) {
    return days.filter(TargetDays::isOpen).findFirst().orElseThrow();
  }

  /**
   * Easter Sunday of a year of the Gregorian calendar. Source: the algorithm of J. Meeus,
   * <i>Astronomical Algorithms</i>, 1991, chapter 8; its letters are kept.
   */
  private static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (b - (b + 8) / 25 + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
