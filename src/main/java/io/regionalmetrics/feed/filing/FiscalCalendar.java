package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/** Assigns fiscal quarters to calendar quarters. */
final class FiscalCalendar {
  private static final int DAYS_TO_MIDDLE_OF_QUARTER = 45;

  private final Set<LocalDate> periodEnds = new HashSet<>();

  /** The fiscal periods that an instance has contexts of. */
  FiscalCalendar(Instance instance) {
    for (Span span : instance.spans()) {
      if (FiscalLength.of(span).isPresent()) {
        periodEnds.add(span.end());
        periodEnds.add(span.start().minusDays(1));
      }
    }
  }

  /** Whether a fiscal period ends on a day, or the next one starts on the day after. */
  boolean isPeriodEnd(LocalDate day) {
    return periodEnds.contains(day);
  }

  /** The calendar quarter that holds the middle of a fiscal quarter. */
  static YearQuarter quarterOf(Span fiscalQuarter) {
    return YearQuarter.from(fiscalQuarter.start().plusDays((fiscalQuarter.days() - 1) / 2));
  }

  /**
   * The calendar quarter that holds the middle of the fiscal quarter that ends on a day: {@code
   * 2023-07-01} ends that of 2023-Q2.
   */
  static YearQuarter quarterEnding(LocalDate day) {
    return YearQuarter.from(day.minusDays(DAYS_TO_MIDDLE_OF_QUARTER));
  }
}
