package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.number.Interval;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * One figure, published in two currencies: which rates its publisher may have converted it by. The
 * average of its quarter, the quarter's last fixing, and the five fixings up to the day of
 * publication are tried.
 *
 * <p>Worked example: 86.22m EUR (to the ten thousand) beside 106m USD (to the million) imply 106 /
 * 86.22 = 1.2294 USD per EUR; at least 105.5 / 86.225 = 1.2235, at most 106.5 / 86.215 = 1.2353. So
 * published on 2018-03-01 they fit the fixings of 23, 26 and 27 February (1.2299, 1.2320, 1.2301),
 * not the average (1.1774) nor the end (1.1993) of 2017-Q4.
 *
 * @param stated what was published in another currency
 * @param own the same in the one that the company reports in
 */
public record StatedInTwoCurrencies(KnownFigure stated, KnownFigure own, YearQuarter period) {
  private static final int FIXINGS = 5;

  /** A rate that was tried, and the figure that it gives. */
  private record Tried(ExchangeRate rate, KnownFigure converted) {}

  /** The currency of the amount that was published besides. */
  public String to() {
    return stated.figure().unit().currency();
  }

  /** The currency that the company reports in. */
  public String from() {
    return own.figure().unit().currency();
  }

  private LocalDate published() {
    return stated.vintage().orElseThrow().source().published();
  }

  /** The rates that have to be read to try them. */
  public Set<FixingsKey> reads() {
    YearQuarter then = YearQuarter.from(published());
    Set<FixingsKey> keys = new LinkedHashSet<>();
    for (String currency : List.of(from(), to())) {
      if (!currency.equals(FixingsKey.EURO)) {
        Stream.of(period, then.minusQuarters(1), then)
            .forEach(quarter -> keys.add(new FixingsKey(currency, quarter)));
      }
    }
    return keys;
  }

  /**
   * What follows by the rate that fits best, or comes nearest where none fits; missing where no
   * rates are known.
   */
  public RowValue computed(ExchangeRates rates) {
    Comparator<Tried> nearest = Comparator.comparing(this::distance);
    List<Tried> tried = tried(rates);
    return tried.stream()
        .filter(this::fits)
        .min(nearest)
        .or(() -> tried.stream().min(nearest))
        .<RowValue>map(Tried::converted)
        .orElseGet(() -> rates.missing(from(), to(), new Fx.Average(), period));
  }

  /** The rate that the two imply, units of the company's currency per unit of the other. */
  public RowValue rate() {
    return KnownFigure.quotient(
        own.formula().dividedBy(stated.formula()),
        Unit.rate(from(), to()),
        List.of(RowField.PUBLISHED),
        List.of(),
        "The published amount");
  }

  /** The rates that were tried: those that fit, and the others. */
  public record TriedRates(List<ExchangeRate> fitting, List<ExchangeRate> others) {
    /** Copies the lists. */
    public TriedRates {
      fitting = List.copyOf(fitting);
      others = List.copyOf(others);
    }

    /** Whether no rates are known to try. */
    public boolean isEmpty() {
      return fitting.isEmpty() && others.isEmpty();
    }
  }

  /** Tries the rates that are known. */
  public TriedRates triedRates(ExchangeRates rates) {
    List<Tried> tried = tried(rates);
    return new TriedRates(
        tried.stream().filter(this::fits).map(Tried::rate).toList(),
        tried.stream().filter(one -> !fits(one)).map(Tried::rate).toList());
  }

  private List<Tried> tried(ExchangeRates rates) {
    String fixed = from().equals(FixingsKey.EURO) ? to() : from();
    Stream<Fx> days =
        rates.last(fixed, published(), FIXINGS).stream().map(fixing -> new Fx.On(fixing.day()));
    return Stream.concat(Stream.of(new Fx.Average(), new Fx.End()), days)
        .flatMap(fx -> rates.rate(from(), to(), fx, period).stream())
        .map(rate -> new Tried(rate, converted(rate)))
        .toList();
  }

  private KnownFigure converted(ExchangeRate rate) {
    return own.converted(
        own.formula().times(rate.exact().reciprocal()), stated.figure().unit(), rate, List.of());
  }

  private BigFraction distance(Tried one) {
    return one.converted().value().subtract(stated.value()).abs();
  }

  private boolean fits(Tried one) {
    Interval interval = stated.figure().bounds().orElseThrow().interval();
    return FormulaRange.of(one.converted().formula()).map(interval::meets).orElse(false);
  }
}
