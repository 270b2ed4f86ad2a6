package io.regionalmetrics.derive;

import io.regionalmetrics.currency.ExchangeRate.Note;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.currency.TargetDays;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * Says how much of a quarter a rate covers, if it is not all of it.
 *
 * <p>Worked example: the Icelandic króna has fixings again since 2018-02-01. So 41 of the 63 days
 * of 2018-Q1 have one of the króna and one of the dollar, and the average uses these 41.
 *
 * @param currencies the converted currencies, in words
 * @param used the fixings used, none of them later than {@code asOf}
 * @param asOf the last day whose fixings count
 */
record PartialRate(String currencies, Fixings used, LocalDate asOf) {

  /** The note on an average; empty if it uses every day on which rates were fixed. */
  Optional<Note> ofAverage() {
    int fixed = TargetDays.count(period().atDay(1), lastExpected());
    int count = days().size();
    return count < fixed
        ? note(
            "The average rate of %s in %s uses %s of %s days; the others have no fixing%s."
                .formatted(currencies, period(), count, fixed, endsEarly() ? lastDay() : ""))
        : Optional.empty();
  }

  /** The note on a quarter's last fixing; empty unless it is long before the quarter's end. */
  Optional<Note> ofEnd() {
    return endsEarly()
        ? note(
            "The rate of %s at the end of %s is the fixing of %s, the last day that has one."
                .formatted(currencies, period(), last()))
        : Optional.empty();
  }

  private String lastDay() {
    return ", and the last that has one is %s".formatted(last());
  }

  /** The last day that should have a fixing: later ones are still to come. */
  private LocalDate lastExpected() {
    return used.mayFollow(last(), asOf) ? last() : period().atEndOfQuarter();
  }

  private boolean endsEarly() {
    return last().isBefore(lastExpected().minusDays(Fx.MOST_DAYS_BEFORE));
  }

  private YearQuarter period() {
    return used.key().period();
  }

  private NavigableSet<LocalDate> days() {
    return used.days().headMap(asOf, true).navigableKeySet();
  }

  private LocalDate last() {
    return days().last();
  }

  private static Optional<Note> note(String message) {
    return Optional.of(new Note(Note.Kind.PARTIAL, message));
  }
}
