package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.currency.TargetDays;
import io.regionalmetrics.number.Interval;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * The euro's reference rates that were read for a question, as they were known on a day.
 *
 * <p>Between two currencies other than the euro the rate is the quotient of theirs. By hand: with
 * 1.2 USD and 0.9 GBP per euro, a pound is 1.2 / 0.9 = 1.3333 dollars.
 *
 * @param read the fixings by currency and quarter
 * @param asOf the last day whose fixings are known
 */
public record ExchangeRates(Map<FixingsKey, Fixings> read, LocalDate asOf) {

  /** One currency's rate: units of it per euro, and what that is. */
  private record Leg(
      BigFraction perEuro,
      String words,
      Optional<LocalDate> newest,
      Optional<ExchangeRate.Note> note) {
    static final Leg EURO = new Leg(BigFraction.ONE, "", Optional.empty(), Optional.empty());
  }

  /** Copies the fixings. */
  public ExchangeRates {
    read = Map.copyOf(read);
  }

  /** These with more that were read. */
  public ExchangeRates and(Map<FixingsKey, Fixings> more) {
    Map<FixingsKey, Fixings> all = new HashMap<>(read);
    all.putAll(more);
    return new ExchangeRates(all, asOf);
  }

  /**
   * The rate from one currency to another.
   *
   * @param fx by which rate, never by the metric's kind
   * @param period the quarter of the figure that is converted
   */
  Optional<ExchangeRate> rate(String from, String to, Fx fx, YearQuarter period) {
    if (fx instanceof Fx.Given(var rate)) {
      return Optional.of(ExchangeRate.given(rate));
    }
    return leg(from, fx, period)
        .flatMap(above -> leg(to, fx, period).map(below -> rate(from, above, to, below)));
  }

  private static ExchangeRate rate(String from, Leg above, String to, Leg below) {
    return new ExchangeRate(
        above.perEuro().divide(below.perEuro()),
        basis(from, above, to, below),
        Stream.of(above, below).flatMap(leg -> leg.newest().stream()).max(LocalDate::compareTo),
        Stream.of(above, below).flatMap(leg -> leg.note().stream()).toList());
  }

  private static String basis(String from, Leg above, String to, Leg below) {
    return above.equals(Leg.EURO) || below.equals(Leg.EURO)
        ? above.words() + below.words()
        : "%s: %s; %s: %s".formatted(from, above.words(), to, below.words());
  }

  /** Why there is no rate: of which currency no fixing is known. */
  Missing missing(String from, String to, Fx fx, YearQuarter period) {
    String which = leg(from, fx, period).isEmpty() ? from : to;
    String when = fx instanceof Fx.On(LocalDate day) ? "for " + day : "in " + period;
    return new Missing(
        MissingReason.NO_RATES,
        "No reference rate of %s %s is known here, as of %s: %s can't be converted to %s by it."
            .formatted(which, when, asOf, from, to));
  }

  private Optional<Leg> leg(String currency, Fx fx, YearQuarter period) {
    if (currency.equals(FixingsKey.EURO)) {
      return Optional.of(Leg.EURO);
    }
    return switch (fx) {
      case Fx.Average average -> average(currency, period);
      case Fx.End end -> end(currency, period);
      case Fx.On(LocalDate day) -> on(currency, day);
      case Fx.ByKind byKind -> throw new IllegalArgumentException("a metric's kind must decide");
      case Fx.Given given -> throw new IllegalArgumentException("a given rate has no legs");
    };
  }

  private Optional<Fixings> of(String currency, YearQuarter period) {
    return Optional.ofNullable(read.get(new FixingsKey(currency, period)));
  }

  private Optional<Leg> average(String currency, YearQuarter period) {
    return of(currency, period)
        .flatMap(fixings -> fixings.average(asOf))
        .map(average ->
            new Leg(
                average.rate(),
                "%saverage of %s %s, %s to %s"
                    .formatted(
                        average.provisional() ? "provisional " : "",
                        average.fixings(),
                        average.fixings() == 1 ? "fixing" : "fixings",
                        average.first(),
                        average.last()),
                Optional.of(average.last()),
                average.provisional()
                    ? Optional.of(
                        new ExchangeRate.Note(
                            ExchangeRate.Note.Kind.PROVISIONAL,
                            "The average rate of %s in %s is provisional: of %s %s, the last of %s, which isn't the quarter's last."
                                .formatted(
                                    currency,
                                    period,
                                    average.fixings(),
                                    average.fixings() == 1 ? "fixing" : "fixings",
                                    average.last())))
                    : Optional.empty()));
  }

  private Optional<Leg> end(String currency, YearQuarter period) {
    return of(currency, period)
        .flatMap(fixings ->
            fixings
                .end(asOf)
                .map(end -> end(currency, period, end, fixings.isBeforeTheEnd(end.day()))));
  }

  private static Leg end(
      String currency, YearQuarter period, Fixings.Fixing end, boolean provisional) {
    return new Leg(
        Interval.exact(end.rate()),
        "%sfixing of %s, the last of %s"
            .formatted(provisional ? "provisional " : "", end.day(), period),
        Optional.of(end.day()),
        provisional
            ? Optional.of(
                new ExchangeRate.Note(
                    ExchangeRate.Note.Kind.PROVISIONAL,
                    "The rate of %s at the end of %s is provisional: the fixing of %s isn't the quarter's last."
                        .formatted(currency, period, end.day())))
            : Optional.empty());
  }

  private Optional<Leg> on(String currency, LocalDate day) {
    return last(currency, day, 1).stream()
        .filter(fixing -> !fixing.day().isBefore(day.minusDays(Fx.MOST_DAYS_BEFORE)))
        .findFirst()
        .map(fixing -> on(currency, day, fixing));
  }

  private static Leg on(String currency, LocalDate day, Fixings.Fixing fixing) {
    LocalDate open = TargetDays.onOrBefore(day);
    return open.isAfter(fixing.day())
        ? notYet(currency, day, open, fixing)
        : onOpen(currency, day, fixing);
  }

  /** Where a day's fixing, or that of the last open day before it, isn't known yet. */
  private static Leg notYet(String currency, LocalDate day, LocalDate open, Fixings.Fixing fixing) {
    return new Leg(
        Interval.exact(fixing.rate()),
        "fixing of %s, the last up to %s; the fixing of %s isn't known here yet"
            .formatted(fixing.day(), day, open),
        Optional.of(fixing.day()),
        Optional.of(
            new ExchangeRate.Note(
                ExchangeRate.Note.Kind.PROVISIONAL,
                "The rate of %s on %s is provisional: the fixing of %s isn't known here yet, that of %s is used."
                    .formatted(currency, day, open, fixing.day()))));
  }

  private static Leg onOpen(String currency, LocalDate day, Fixings.Fixing fixing) {
    boolean before = fixing.day().isBefore(day);
    return new Leg(
        Interval.exact(fixing.rate()),
        "fixing of %s%s"
            .formatted(
                fixing.day(), before ? ", the last before %s, which has none".formatted(day) : ""),
        Optional.of(fixing.day()),
        before
            ? Optional.of(
                new ExchangeRate.Note(
                    ExchangeRate.Note.Kind.FIXING_BEFORE,
                    "%s has no fixing of %s: that of %s, the last before it, is used."
                        .formatted(day, currency, fixing.day())))
            : Optional.empty());
  }

  /** The last fixings of a currency up to a day, that day too, newest first. */
  List<Fixings.Fixing> last(String currency, LocalDate day, int most) {
    NavigableMap<LocalDate, Fixings.Fixing> all = new TreeMap<>();
    LocalDate until = day.isAfter(asOf) ? asOf : day;
    YearQuarter period = YearQuarter.from(until);
    for (YearQuarter quarter : List.of(period.minusQuarters(1), period)) {
      of(currency, quarter)
          .ifPresent(fixings ->
              fixings
                  .days()
                  .headMap(until, true)
                  .forEach((one, rate) -> all.put(one, new Fixings.Fixing(one, rate))));
    }
    return all.descendingMap().values().stream().limit(most).toList();
  }
}
