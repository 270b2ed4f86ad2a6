package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The exchange rates read for a question, as known on one day.
 *
 * <p>All rates are per euro. Between two other currencies the rate is the quotient of theirs.
 * Worked example: at 1.2 USD and 0.9 GBP per euro, a pound is 1.2 / 0.9 = 1.3333 dollars.
 *
 * @param read the fixings by currency and quarter
 * @param asOf the last day whose fixings count
 */
public record ExchangeRates(Map<FixingsKey, Fixings> read, LocalDate asOf) {

  /** Copies the fixings. */
  public ExchangeRates {
    read = Map.copyOf(read);
  }

  /** A copy with more fixings. */
  public ExchangeRates and(Map<FixingsKey, Fixings> more) {
    Map<FixingsKey, Fixings> all = new HashMap<>(read);
    all.putAll(more);
    return new ExchangeRates(all, asOf);
  }

  /**
   * The rate to convert from one currency to another.
   *
   * @param fx which rate; not {@link Fx.ByKind}, which depends on the metric
   * @param period the quarter of the figure to convert
   * @return empty if a fixing that it needs is not known
   */
  Optional<ExchangeRate> rate(String from, String to, Fx fx, YearQuarter period) {
    if (fx instanceof Fx.Given(var rate)) {
      return Optional.of(ExchangeRate.given(rate));
    }
    return euroRate(from, fx, period)
        .flatMap(
            source -> euroRate(to, fx, period).map(target -> quotient(from, source, to, target)));
  }

  private static ExchangeRate quotient(String from, EuroRate source, String to, EuroRate target) {
    return new ExchangeRate(
        source.perEuro().divide(target.perEuro()),
        basis(from, source, to, target),
        Stream.of(source, target).flatMap(rate -> rate.newest().stream()).max(LocalDate::compareTo),
        Stream.of(source, target).flatMap(rate -> rate.note().stream()).toList());
  }

  private static String basis(String from, EuroRate source, String to, EuroRate target) {
    return source.equals(EuroRate.EURO) || target.equals(EuroRate.EURO)
        ? source.basis() + target.basis()
        : "%s: %s; %s: %s".formatted(from, source.basis(), to, target.basis());
  }

  /** Why there is no rate: names the currency and the time without fixings. */
  Missing missing(String from, String to, Fx fx, YearQuarter period) {
    String which = euroRate(from, fx, period).isEmpty() ? from : to;
    String when = fx instanceof Fx.On(LocalDate day) ? "for " + day : "in " + period;
    return new Missing(
        MissingReason.NO_RATES,
        "No reference rate of %s %s is known here as of %s, so %s can't be converted to %s."
            .formatted(which, when, asOf, from, to));
  }

  private Optional<EuroRate> euroRate(String currency, Fx fx, YearQuarter period) {
    if (currency.equals(FixingsKey.EURO)) {
      return Optional.of(EuroRate.EURO);
    }
    return switch (fx) {
      case Fx.Average average -> average(currency, period);
      case Fx.End end -> end(currency, period);
      case Fx.On(LocalDate day) -> on(currency, day);
      case Fx.ByKind byKind ->
          throw new IllegalArgumentException("ByKind must be resolved with Fx.of(metric) first");
      case Fx.Given given ->
          throw new IllegalArgumentException("a given rate is not the quotient of two euro rates");
    };
  }

  private Optional<EuroRate> average(String currency, YearQuarter period) {
    return fixings(currency, period)
        .flatMap(fixings -> fixings.average(asOf))
        .map(average -> EuroRate.average(currency, period, average));
  }

  private Optional<EuroRate> end(String currency, YearQuarter period) {
    return fixings(currency, period).flatMap(fixings -> end(currency, period, fixings));
  }

  private Optional<EuroRate> end(String currency, YearQuarter period, Fixings fixings) {
    return fixings
        .end(asOf)
        .map(end -> EuroRate.end(currency, period, end, fixings.isBeforeTheEnd(end.day())));
  }

  private Optional<EuroRate> on(String currency, LocalDate day) {
    return last(currency, day, 1).stream()
        .filter(fixing -> !fixing.day().isBefore(day.minusDays(Fx.MOST_DAYS_BEFORE)))
        .findFirst()
        .map(fixing -> EuroRate.on(currency, day, fixing));
  }

  private Optional<Fixings> fixings(String currency, YearQuarter period) {
    return Optional.ofNullable(read.get(new FixingsKey(currency, period)));
  }

  /**
   * The last fixings of a currency up to and including a day, newest first. Looks only in the
   * quarter of that day and the one before.
   */
  List<Fixings.Fixing> last(String currency, LocalDate day, int most) {
    LocalDate until = day.isAfter(asOf) ? asOf : day;
    YearQuarter period = YearQuarter.from(until);
    NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
    for (YearQuarter quarter : List.of(period.minusQuarters(1), period)) {
      fixings(currency, quarter)
          .ifPresent(fixings -> days.putAll(fixings.days().headMap(until, true)));
    }
    return days.descendingMap().entrySet().stream()
        .limit(most)
        .map(fixing -> new Fixings.Fixing(fixing.getKey(), fixing.getValue()))
        .toList();
  }
}
