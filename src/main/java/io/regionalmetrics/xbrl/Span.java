package io.regionalmetrics.xbrl;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * The days of a duration.
 *
 * @param start the first day
 * @param end the last day, included
 */
public record Span(LocalDate start, LocalDate end) {
  /** By the last day; of spans that end together the longest first. */
  public static final Comparator<Span> BY_END =
      Comparator.comparing(Span::end).thenComparing(Span::start);

  /**
   * Checks the order of the days.
   *
   * @throws IllegalArgumentException if the end is before the start
   */
  public Span {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "a span ends on %s, before it starts on %s".formatted(end, start));
    }
  }

  /** The number of days, at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(start, end) + 1;
  }

  /** Whether all days of another span are days of this one. */
  public boolean contains(Span other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }
}
