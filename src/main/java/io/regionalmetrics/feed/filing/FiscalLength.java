package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.util.Optional;

/** The lengths of the parts of a fiscal year that filings report on. */
enum FiscalLength {
  /** 80 to 100 days: 12 to 14 weeks, or three months. */
  QUARTER(80, 100, "the quarter"),
  /** 170 to 195 days: two quarters. */
  HALF_YEAR(170, 195, "the half-year"),
  /** 260 to 290 days: three quarters. */
  NINE_MONTHS(260, 290, "the nine months"),
  /** 350 to 380 days: 52 or 53 weeks, or twelve months. */
  YEAR(350, 380, "the year");

  /** The most days of a fiscal year. */
  static final int MAX_DAYS = YEAR.most;

  private final int least;
  private final int most;
  private final String description;

  FiscalLength(int least, int most, String description) {
    this.least = least;
    this.most = most;
    this.description = description;
  }

  /** The length of a span; empty if no part of a fiscal year is that long. */
  static Optional<FiscalLength> of(Span span) {
    long days = span.days();
    for (FiscalLength length : values()) {
      if (days >= length.least && days <= length.most) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
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
