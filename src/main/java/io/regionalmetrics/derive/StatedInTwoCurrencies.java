package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.wording.Wording;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  private String to() {
    return Units.currency(stated.figure().unit());
  }

  private String from() {
    return Units.currency(own.figure().unit());
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
        "%s/%s".formatted(from(), to()),
        List.of(RowField.PUBLISHED),
        List.of(),
        "The published amount");
  }

  /** The rates that fit, in words. */
  public List<String> fits(ExchangeRates rates) {
    return tried(rates).stream().filter(this::fits).map(one -> one.rate().basis()).toList();
  }

  /** What fits and what doesn't; nothing where no rates are known. */
  public Optional<String> inWords(ExchangeRates rates) {
    List<Tried> tried = tried(rates);
    if (tried.isEmpty()) {
      return Optional.empty();
    }
    List<Tried> fit = tried.stream().filter(this::fits).toList();
    List<Tried> others = tried.stream().filter(one -> !fits(one)).toList();
    String implied =
        rate() instanceof KnownFigure rate
            ? " imply %s %s per %s (%s)"
                .formatted(four(rate.figure().value()), from(), to(), bounds(rate))
            : "";
    return Optional.of(
        "%s beside %s%s: within rounding %s."
            .formatted(
                Wording.amount(stated.figure()),
                Wording.amount(own.figure()),
                implied,
                fit.isEmpty()
                    ? "that is none of %s".formatted(list(others))
                    : "that is %s%s"
                        .formatted(
                            list(fit), others.isEmpty() ? "" : "; it isn't " + list(others))));
  }

  private static String list(List<Tried> some) {
    return some.stream()
        .map(one -> "the %s (%s)".formatted(one.rate().basis(), four(one.rate().shown())))
        .collect(Collectors.joining(", "));
  }

  private static String bounds(KnownFigure rate) {
    return rate.figure()
        .bounds()
        .map(bounds -> "%s to %s".formatted(four(bounds.low()), four(bounds.high())))
        .orElse("without bounds");
  }

  private static String four(java.math.BigDecimal number) {
    return number.round(new java.math.MathContext(5)).stripTrailingZeros().toPlainString();
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
    return one.converted().formula().range().map(interval::meets).orElse(false);
  }
}
