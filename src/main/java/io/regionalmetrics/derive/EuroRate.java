package io.regionalmetrics.derive;

import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.ExchangeRate.Note;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.currency.TargetDays;
import io.regionalmetrics.number.Interval;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * One currency's rate against the euro. An {@link ExchangeRate} is the quotient of two of these.
 *
 * @param perEuro units of the currency per euro
 * @param basis what the rate is, as text: an average or a fixing; empty for the euro itself
 * @param newest the day of the newest fixing used; empty for the euro itself
 * @param note what the reader must know about the rate
 */
record EuroRate(
    BigFraction perEuro, String basis, Optional<LocalDate> newest, Optional<Note> note) {
  /** The euro's rate against itself, 1. */
  static final EuroRate EURO =
      new EuroRate(BigFraction.ONE, "", Optional.empty(), Optional.empty());

  /** The average of a quarter's fixings. */
  static EuroRate average(String currency, YearQuarter period, Fixings.Average average) {
    return new EuroRate(
        average.rate(),
        "%saverage of %s, %s to %s"
            .formatted(
                prefix(average.provisional()), count(average), average.first(), average.last()),
        Optional.of(average.last()),
        average.provisional() ? provisionalAverage(currency, period, average) : Optional.empty());
  }

  private static String count(Fixings.Average average) {
    return average.fixings() == 1 ? "1 fixing" : average.fixings() + " fixings";
  }

  private static Optional<Note> provisionalAverage(
      String currency, YearQuarter period, Fixings.Average average) {
    return provisional(
        "The average rate of %s in %s is provisional: it covers %s up to %s, and the quarter has more to come."
            .formatted(currency, period, count(average), average.last()));
  }

  /** The last known fixing of a quarter. */
  static EuroRate end(
      String currency, YearQuarter period, Fixings.Fixing end, boolean isProvisional) {
    return of(
        end,
        "%sfixing of %s, the last of %s".formatted(prefix(isProvisional), end.day(), period),
        isProvisional ? provisionalEnd(currency, period, end) : Optional.empty());
  }

  private static String prefix(boolean isProvisional) {
    return isProvisional ? "provisional " : "";
  }

  private static Optional<Note> provisionalEnd(
      String currency, YearQuarter period, Fixings.Fixing end) {
    return provisional(
        "The rate of %s at the end of %s is provisional: it is the fixing of %s, and the quarter has more to come."
            .formatted(currency, period, end.day()));
  }

  /**
   * The rate of a day.
   *
   * @param fixing the last known fixing up to that day
   * @param asOf the last day whose fixings count; long after the day, no missing one follows
   */
  static EuroRate on(String currency, LocalDate day, Fixings.Fixing fixing, LocalDate asOf) {
    LocalDate expected = TargetDays.onOrBefore(day);
    boolean mayFollow = !asOf.isAfter(day.plusDays(Fx.MOST_DAYS_BEFORE));
    if (expected.isAfter(fixing.day()) && mayFollow) {
      return notYetKnown(currency, day, expected, fixing);
    }
    return fixing.day().isBefore(day)
        ? before(currency, day, fixing)
        : of(fixing, "fixing of " + fixing.day(), Optional.empty());
  }

  /** An older fixing, because the one {@code expected} for the day isn't known yet. */
  private static EuroRate notYetKnown(
      String currency, LocalDate day, LocalDate expected, Fixings.Fixing fixing) {
    return of(
        fixing,
        "fixing of %s, the last up to %s; the fixing of %s isn't known here yet"
            .formatted(fixing.day(), day, expected),
        provisional(
            "The rate of %s on %s is provisional: the fixing of %s isn't known here yet, so that of %s is used."
                .formatted(currency, day, expected, fixing.day())));
  }

  /** The last fixing before a day that has none. */
  private static EuroRate before(String currency, LocalDate day, Fixings.Fixing fixing) {
    return of(
        fixing,
        "fixing of %s, the last before %s, which has none".formatted(fixing.day(), day),
        Optional.of(
            new Note(
                Note.Kind.FIXING_BEFORE,
                "%s has no fixing on %s, so that of %s, the last before it, is used."
                    .formatted(currency, day, fixing.day()))));
  }

  /** The rate of the last day up to a day on which another currency has a fixing too. */
  static EuroRate onDayOf(String other, LocalDate day, String currency, Fixings.Fixing fixing) {
    return of(
        fixing,
        "fixing of %s, the last up to %s when %s has one too".formatted(fixing.day(), day, other),
        Optional.of(
            new Note(
                Note.Kind.FIXING_BEFORE,
                "%s is converted at its fixing of %s, the last day up to %s when %s has one too."
                    .formatted(currency, fixing.day(), day, other))));
  }

  private static Optional<Note> provisional(String message) {
    return Optional.of(new Note(Note.Kind.PROVISIONAL, message));
  }

  private static EuroRate of(Fixings.Fixing fixing, String basis, Optional<Note> note) {
    return new EuroRate(Interval.exact(fixing.rate()), basis, Optional.of(fixing.day()), note);
  }
}
