package io.regionalmetrics.xbrl;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * Some days, the first and the last included: a fiscal quarter, a year, or what has passed of one.
 */
public record Span(LocalDate start, LocalDate end) {
  /** By the end, then the longest first. */
  public static final Comparator<Span> BY_END =
      Comparator.comparing(Span::end).thenComparing(Span::start);

  /** The longest year's days. */
  public static final int MOST_DAYS = 380;

  private static final int DAYS_TO_MIDDLE_OF_QUARTER = 45;

  /** How long a span of a fiscal year is. */
  enum Length {
    /** 80 to 100 days: 12 to 14 weeks, or three months. */
    QUARTER(80, 100, "the quarter"),
    /** Two quarters. */
    HALF_YEAR(170, 195, "the half-year"),
    /** Three quarters. */
    NINE_MONTHS(260, 290, "the nine months"),
    /** 350 to 380 days: 52 or 53 weeks, or twelve months. */
    YEAR(350, MOST_DAYS, "the year");

    private final int least;
    private final int most;
    private final String words;

    Length(int least, int most, String words) {
      this.least = least;
      this.most = most;
      this.words = words;
    }
  }

  /** Refuses an end before the start. */
  public Span {
    if (end.isBefore(start)) {
      throw new UnreadableFiling(
          "a period ends on %s, before it starts on %s".formatted(end, start));
    }
  }

  long days() {
    return ChronoUnit.DAYS.between(start, end) + 1;
  }

  /** How long it is; nothing where it is no part of a fiscal year that counts. */
  public Optional<Length> length() {
    for (Length length : Length.values()) {
      if (days() >= length.least && days() <= length.most) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }

  public boolean isQuarter() {
    return length().filter(Length.QUARTER::equals).isPresent();
  }

  /** The calendar quarter that holds its middle. */
  public YearQuarter quarter() {
    return YearQuarter.from(start.plusDays((days() - 1) / 2));
  }

  /**
   * The calendar quarter that holds the middle of the fiscal quarter that ends on a day: {@code
   * 2023-07-01} is in 2023-Q2's.
   */
  public static YearQuarter quarterEnding(LocalDate day) {
    return YearQuarter.from(day.minusDays(DAYS_TO_MIDDLE_OF_QUARTER));
  }

  public boolean holds(Span other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /** In words: {@code the nine months to 2023-09-30}. */
  public String inWords() {
    return length()
        .map(length -> "%s to %s".formatted(length.words, end))
        .orElse("%s to %s".formatted(start, end));
  }
}
