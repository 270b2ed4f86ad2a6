package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.derive.StatedInTwoCurrencies;
import io.regionalmetrics.derive.StatedInTwoCurrencies.TriedRates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Says which exchange rates fit an amount that was published in two currencies. */
final class ConversionMessage {
  private static final MathContext FIVE_DIGITS = new MathContext(5);

  private ConversionMessage() {}

  /**
   * "€86.2m and $106m imply 1.2294 USD per EUR (1.2235 to 1.2353). Within rounding, they fit the
   * fixing of 2018-02-27 (1.2301). They do not fit the average of 63 fixings (1.1774)."
   */
  static String of(StatedInTwoCurrencies pair, TriedRates tried) {
    return "%s and %s imply %s. %s"
        .formatted(
            FigureText.amount(pair.stated().figure()),
            FigureText.amount(pair.own().figure()),
            implied(pair),
            fit(tried));
  }

  private static String implied(StatedInTwoCurrencies pair) {
    return pair.rate() instanceof KnownFigure rate
        ? "%s %s per %s (%s)"
            .formatted(number(rate.figure().value()), pair.from(), pair.to(), bounds(rate))
        : "no exchange rate";
  }

  private static String fit(TriedRates tried) {
    if (tried.fitting().isEmpty()) {
      return "Within rounding, they fit none of these rates: %s.".formatted(list(tried.others()));
    }
    String fitting = "Within rounding, they fit %s.".formatted(list(tried.fitting()));
    return tried.others().isEmpty()
        ? fitting
        : "%s They do not fit %s.".formatted(fitting, list(tried.others()));
  }

  private static String list(List<ExchangeRate> rates) {
    return rates.stream()
        .map(rate -> "the %s (%s)".formatted(rate.basis(), number(rate.shown())))
        .collect(Collectors.joining(", "));
  }

  private static String bounds(KnownFigure rate) {
    return rate.figure()
        .bounds()
        .map(bounds -> "%s to %s".formatted(number(bounds.low()), number(bounds.high())))
        .orElse("without bounds");
  }

  private static String number(BigDecimal number) {
    return number.round(FIVE_DIGITS).stripTrailingZeros().toPlainString();
  }
}
