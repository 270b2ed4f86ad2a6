package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Source;
import java.time.LocalDate;
import org.threeten.extra.YearQuarter;

/**
 * The quarters that a source can report figures of: from 1900 on, and begun at most two years after
 * its publication. Any other is nearly always a mistyped year, such as 2107-Q4 for 2017-Q4.
 *
 * @param published the day the source was published
 * @param last the quarter of the same day two years later
 */
record PlausiblePeriods(LocalDate published, YearQuarter last) {
  private static final YearQuarter FIRST = YearQuarter.of(1900, 1);
  private static final int YEARS_AHEAD = 2;

  static PlausiblePeriods of(Source source) {
    LocalDate published = source.published();
    return new PlausiblePeriods(published, YearQuarter.from(published.plusYears(YEARS_AHEAD)));
  }

  /** Whether a quarter is one of these. */
  boolean contain(YearQuarter period) {
    return !period.isBefore(FIRST) && !period.isAfter(last);
  }

  /** Why a quarter is refused that is not one of these, and what to send instead. */
  String objection(YearQuarter period) {
    String why =
        period.isBefore(FIRST)
            ? "%s is before 1900".formatted(period)
            : "%s begins more than two years after the source was published (%s)"
                .formatted(period, published);
    return "%s: use a quarter from %s to %s, status F for a forecast, or status O to withdraw a figure that this publisher has sent"
        .formatted(why, FIRST, last);
  }
}
