package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Unit;
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
 * One figure published in two currencies, and the exchange rates that its publisher may have used.
 * Tries the average of the figure's quarter, the quarter's last fixing, and the five fixings up to
 * the day of publication.
 *
 * <p>Worked example: 86.22m EUR (to the ten thousand) and 106m USD (to the million) imply 106 /
 * 86.22 = 1.2294 USD per EUR; at least 105.5 / 86.225 = 1.2235, at most 106.5 / 86.215 = 1.2353.
 * Published on 2018-03-01, they fit the fixings of 23, 26 and 27 February (1.2299, 1.2320, 1.2301),
 * but neither the average (1.1774) nor the end (1.1993) of 2017-Q4.
 *
 * @param stated the figure in another currency
 * @param own the same figure in the company's reporting currency
 * @param period the figure's quarter
 */
public record StatedInTwoCurrencies(KnownFigure stated, KnownFigure own, YearQuarter period) {
  private static final int FIXINGS = 5;

  /** A rate, and the company's figure converted at that rate. */
  private record ConvertedAt(ExchangeRate rate, KnownFigure figure) {}

  /** The other currency. */
  public String to() {
    return stated.figure().unit().currency();
  }

  /** The company's reporting currency. */
  public String from() {
    return own.figure().unit().currency();
  }

  private LocalDate published() {
    return stated.vintage().orElseThrow().source().published();
  }

  /** The fixings to read for trying all rates. */
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
   * The company's figure converted at the rate that fits best, or comes nearest if none fits;
   * missing if no rate is known.
   */
  public RowValue computed(ExchangeRates rates) {
    Comparator<ConvertedAt> nearest = Comparator.comparing(this::distance);
    List<ConvertedAt> all = convertedAtEach(rates);
    return all.stream()
        .filter(this::fits)
        .min(nearest)
        .or(() -> all.stream().min(nearest))
        .<RowValue>map(ConvertedAt::figure)
        .orElseGet(() -> rates.missing(from(), to(), new Fx.Average(), period));
  }

  /** The rate that the two figures imply: units of the company's currency per unit of the other. */
  public RowValue rate() {
    return KnownFigure.quotient(
        own.formula().dividedBy(stated.formula()),
        Unit.rate(from(), to()),
        List.of(RowField.PUBLISHED),
        List.of(),
        "The published amount");
  }

  /** The rates that fit the two figures within rounding, and those that don't. */
  public record TriedRates(List<ExchangeRate> fitting, List<ExchangeRate> others) {
    /** Copies the lists. */
    public TriedRates {
      fitting = List.copyOf(fitting);
      others = List.copyOf(others);
    }

    /** Whether no rate was known. */
    public boolean isEmpty() {
      return fitting.isEmpty() && others.isEmpty();
    }
  }

  /** Tries every known rate. */
  public TriedRates triedRates(ExchangeRates rates) {
    List<ConvertedAt> all = convertedAtEach(rates);
    return new TriedRates(
        all.stream().filter(this::fits).map(ConvertedAt::rate).toList(),
        all.stream().filter(one -> !fits(one)).map(ConvertedAt::rate).toList());
  }

  private List<ConvertedAt> convertedAtEach(ExchangeRates rates) {
    String fixed = from().equals(FixingsKey.EURO) ? to() : from();
    Stream<Fx> days =
        rates.last(fixed, published(), FIXINGS).stream().map(fixing -> new Fx.On(fixing.day()));
    return Stream.concat(Stream.of(new Fx.Average(), new Fx.End()), days)
        .flatMap(fx -> rates.rate(from(), to(), fx, period).stream())
        .map(rate -> new ConvertedAt(rate, converted(rate)))
        .toList();
  }

  private KnownFigure converted(ExchangeRate rate) {
    return own.converted(
        own.formula().times(rate.exact().reciprocal()), stated.figure().unit(), rate, List.of());
  }

  private BigFraction distance(ConvertedAt one) {
    return one.figure().value().subtract(stated.value()).abs();
  }

  private boolean fits(ConvertedAt one) {
    Interval interval = stated.figure().bounds().orElseThrow().interval();
    return one.figure().range().map(interval::meets).orElse(false);
  }
}
