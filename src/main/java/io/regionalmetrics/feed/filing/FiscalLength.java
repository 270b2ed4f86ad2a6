package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.util.Optional;

/**
 * The lengths of the parts of a fiscal year that filings report on. A quarter has three months, or
 * 12, 13, 14, 16 or 17 weeks; longer parts are sums of quarters. Companies are found to date a part
 * a day too early or too late, so each length may be off by a day.
 */
enum FiscalLength {
  /** Three months, or 12 to 14, 16 or 17 weeks. */
  QUARTER(1, "the quarter", 12, 17, 89, 92),
  /** Six months, or 24 to 29 weeks. */
  HALF_YEAR(2, "the half-year", 24, 29, 181, 184),
  /** Nine months, or 36 to 41 weeks. */
  NINE_MONTHS(3, "the nine months", 36, 41, 273, 276),
  /** Twelve months, or 52 or 53 weeks. */
  YEAR(4, "the year", 52, 53, 365, 366);

  /** The most days of a fiscal year. */
  static final int MAX_DAYS = 53 * 7 + 1;

  private static final long DAYS_OF_WEEK = 7;
  private static final long MAX_ERROR = 1;

  /** No company has quarters of so many weeks: they have 12, 13 or 16, or one more. */
  private static final long WEEKS_OF_NO_QUARTER = 15;

  private final int quarters;
  private final String description;
  private final int leastWeeks;
  private final int mostWeeks;
  private final int leastDaysOfMonths;
  private final int mostDaysOfMonths;

  FiscalLength(
      int quarters,
      String description,
      int leastWeeks,
      int mostWeeks,
      int leastDaysOfMonths,
      int mostDaysOfMonths) {
    this.quarters = quarters;
    this.description = description;
    this.leastWeeks = leastWeeks;
    this.mostWeeks = mostWeeks;
    this.leastDaysOfMonths = leastDaysOfMonths;
    this.mostDaysOfMonths = mostDaysOfMonths;
  }

  /** How many quarters it has: 1 to 4. */
  int quarters() {
    return quarters;
  }

  /** The length of a span; empty if no part of a fiscal year is that long. */
  static Optional<FiscalLength> of(Span span) {
    for (FiscalLength length : values()) {
      if (length.isLengthOf(span.days())) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }

  private boolean isLengthOf(long days) {
    long weeks = (days + MAX_ERROR) / DAYS_OF_WEEK;
    boolean isWhole = Math.abs(days - weeks * DAYS_OF_WEEK) <= MAX_ERROR;
    return (days >= leastDaysOfMonths - MAX_ERROR && days <= mostDaysOfMonths + MAX_ERROR)
        || (isWhole && weeks >= leastWeeks && weeks <= mostWeeks && weeks != WEEKS_OF_NO_QUARTER);
  }

  /** Whether a span is as long as a fiscal quarter. */
  static boolean isQuarter(Span span) {
    return of(span).filter(QUARTER::equals).isPresent();
  }

  /** A span for a reader: {@code the nine months to 2023-09-30}. */
  static String describe(Span span) {
    return of(span)
        .map(length -> "%s to %s".formatted(length.description, span.end()))
        .orElse("%s to %s".formatted(span.start(), span.end()));
  }
}
