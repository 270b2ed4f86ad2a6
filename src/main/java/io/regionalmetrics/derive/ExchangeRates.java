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
 * <p>Two currencies are compared on the days on which both have a fixing, so that their quotient is
 * not shifted by a time that only one of them covers. Worked example: the dollar has 1.2, 1.3 and
 * 1.4 on three days, the króna 120 and 130 on the last two. A dollar is (120 + 130) / (1.3 + 1.4) =
 * 92.5926 krónur on average; the mean of all three days would give 125 / 1.3 = 96.1538.
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
    return euroRate(from, to, fx, period)
        .flatMap(source ->
            euroRate(to, from, fx, period)
                .map(target ->
                    quotient(from, source, to, target, partial(from, to, fx, period).stream())));
  }

  private static ExchangeRate quotient(
      String from, EuroRate source, String to, EuroRate target, Stream<ExchangeRate.Note> partial) {
    return new ExchangeRate(
        source.perEuro().divide(target.perEuro()),
        basis(from, source, to, target),
        Stream.of(source, target).flatMap(rate -> rate.newest().stream()).max(LocalDate::compareTo),
        Stream.concat(Stream.of(source, target).flatMap(rate -> rate.note().stream()), partial)
            .toList());
  }

  private Optional<ExchangeRate.Note> partial(String from, String to, Fx fx, YearQuarter period) {
    boolean cross = !from.equals(FixingsKey.EURO) && !to.equals(FixingsKey.EURO);
    String currency = from.equals(FixingsKey.EURO) ? to : from;
    String other = currency.equals(from) ? to : from;
    return common(currency, other, period)
        .map(
            used -> new PartialRate(cross ? "%s and %s".formatted(from, to) : currency, used, asOf))
        .flatMap(rate ->
            switch (fx) {
              case Fx.Average average -> rate.ofAverage();
              case Fx.End end -> rate.ofEnd();
              default -> Optional.empty();
            });
  }

  private static String basis(String from, EuroRate source, String to, EuroRate target) {
    return source.equals(EuroRate.EURO) || target.equals(EuroRate.EURO)
        ? source.basis() + target.basis()
        : "%s: %s; %s: %s".formatted(from, source.basis(), to, target.basis());
  }

  /** Why there is no rate: names the currency and the time without fixings. */
  Missing missing(String from, String to, Fx fx, YearQuarter period) {
    String which = which(from, to, fx, period);
    String when = fx instanceof Fx.On(LocalDate day) ? "for " + day : "in " + period;
    return new Missing(
        MissingReason.NO_RATES,
        "No reference rate of %s %s is known here as of %s, so %s can't be converted to %s."
            .formatted(which, when, asOf, from, to));
  }

  private String which(String from, String to, Fx fx, YearQuarter period) {
    if (euroRate(from, FixingsKey.EURO, fx, period).isEmpty()) {
      return from;
    }
    return euroRate(to, FixingsKey.EURO, fx, period).isEmpty()
        ? to
        : "%s on a day with one of %s".formatted(from, to);
  }

  /**
   * A currency's rate against the euro, from the days on which another currency has a fixing too.
   */
  private Optional<EuroRate> euroRate(String currency, String other, Fx fx, YearQuarter period) {
    if (currency.equals(FixingsKey.EURO)) {
      return Optional.of(EuroRate.EURO);
    }
    return switch (fx) {
      case Fx.Average average ->
          common(currency, other, period)
              .flatMap(fixings -> fixings.average(asOf))
              .map(mean -> EuroRate.average(currency, period, mean));
      case Fx.End end ->
          common(currency, other, period).flatMap(fixings -> end(currency, period, fixings));
      case Fx.On(LocalDate day) -> on(currency, other, day);
      case Fx.ByKind byKind ->
          throw new IllegalArgumentException("ByKind must be resolved with Fx.of(metric) first");
      case Fx.Given given ->
          throw new IllegalArgumentException("a given rate is not the quotient of two euro rates");
    };
  }

  private Optional<EuroRate> end(String currency, YearQuarter period, Fixings fixings) {
    return fixings
        .end(asOf)
        .map(end -> EuroRate.end(currency, period, end, fixings.mayFollow(end.day(), asOf)));
  }

  private Optional<EuroRate> on(String currency, String other, LocalDate day) {
    List<Fixings.Fixing> own = last(currency, day);
    return own.stream()
        .filter(fixing -> isFixed(other, fixing.day()))
        .findFirst()
        .map(fixing ->
            fixing.equals(own.getFirst())
                ? EuroRate.on(currency, day, fixing, asOf)
                : EuroRate.onDayOf(other, day, currency, fixing));
  }

  /** Whether a currency has a rate on a day: the euro has one on every day. */
  private boolean isFixed(String currency, LocalDate day) {
    return currency.equals(FixingsKey.EURO)
        || fixings(currency, YearQuarter.from(day))
            .filter(fixings -> fixings.days().containsKey(day))
            .isPresent();
  }

  /** The fixings of the week up to a day, newest first. */
  private List<Fixings.Fixing> last(String currency, LocalDate day) {
    return last(currency, day, Fx.MOST_DAYS_BEFORE + 1).stream()
        .filter(fixing -> !fixing.day().isBefore(day.minusDays(Fx.MOST_DAYS_BEFORE)))
        .toList();
  }

  /**
   * A currency's fixings up to {@code asOf} on the days on which another has one too; empty if
   * there is none. The euro has its own rate, 1, on every day.
   */
  private Optional<Fixings> common(String currency, String other, YearQuarter period) {
    Optional<Fixings> own = fixings(currency, period);
    return (other.equals(FixingsKey.EURO)
            ? own
            : own.flatMap(fixings -> fixings(other, period).map(fixings::onDaysOf)))
        .filter(fixings -> fixings.end(asOf).isPresent());
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
