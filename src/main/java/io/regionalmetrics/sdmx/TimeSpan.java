package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Periods;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/**
 * The days of a period. Quarters are those of the calendar: a company's fiscal quarter is named by
 * one.
 *
 * @param first the first day
 * @param last the last day
 */
record TimeSpan(LocalDate first, LocalDate last) {
  /** All quarters that there may be. */
  static final TimeSpan ALL = new TimeSpan(Periods.FIRST.atDay(1), Periods.LAST.atEndOfQuarter());

  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]{5,18}(Z|[+-][0-9:]{5})?)?)?)?");

  /** The days of a quarter. */
  static TimeSpan of(YearQuarter quarter) {
    return new TimeSpan(quarter.atDay(1), quarter.atEndOfQuarter());
  }

  /**
   * Reads a period: {@code 2017}, {@code 2017-Q4}, {@code 2017-10}, {@code 2017-10-01}, or a day
   * with a time, which doesn't count.
   *
   * @return empty for any other text
   */
  static Optional<TimeSpan> parse(String text) {
    Optional<YearQuarter> quarter = Periods.quarter(text);
    if (quarter.isPresent()) {
      return quarter.map(TimeSpan::of);
    }
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (text.length()) {
            case YEAR -> ofYear(Year.parse(text));
            case MONTH -> ofMonth(YearMonth.parse(text));
            case DAY -> ofDay(LocalDate.parse(text));
            default -> ofMoment(text);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day of a moment such as {@code 2017-10-01T00:00:00}, wherever its time zone is. */
  private static TimeSpan ofMoment(String text) {
    return ofDay(DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDate::from));
  }

  private static TimeSpan ofYear(Year year) {
    return new TimeSpan(year.atDay(1), year.atDay(year.length()));
  }

  private static TimeSpan ofMonth(YearMonth month) {
    return new TimeSpan(month.atDay(1), month.atEndOfMonth());
  }

  private static TimeSpan ofDay(LocalDate day) {
    return new TimeSpan(day, day);
  }

  /** Whether another period lies in this one. */
  boolean holds(TimeSpan other) {
    return !other.first.isBefore(first) && !other.last.isAfter(last);
  }

  /** The days of both; empty if they have none in common. */
  Optional<TimeSpan> and(TimeSpan other) {
    LocalDate later = first.isAfter(other.first) ? first : other.first;
    LocalDate earlier = last.isBefore(other.last) ? last : other.last;
    return later.isAfter(earlier) ? Optional.empty() : Optional.of(new TimeSpan(later, earlier));
  }

  /** The days from the first of both to the last of both. */
  TimeSpan to(TimeSpan other) {
    return new TimeSpan(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
