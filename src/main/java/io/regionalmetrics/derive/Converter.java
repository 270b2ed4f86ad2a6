package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * Converts figures to the requested currency.
 *
 * <p>A rate is an exact number, so converting only scales the bounds. Worked example: Japan's 106m
 * USD in 2017-Q4 is 106m / 1.17738571429 = 90,029,969.55 EUR at the average of the quarter's 63
 * fixings; at least 105.5m / 1.17738571429 = 89,605,299.88, at most 90,454,639.21.
 *
 * @param exchange the requested currency, and which rate to use
 * @param rates the known rates
 */
public record Converter(Exchange exchange, ExchangeRates rates) {

  /** The unit of a metric in the requested currency. */
  Unit unit(Metric metric) {
    return exchange.unit(metric);
  }

  /** The unit of a subject's figures after conversion: the metric's own if it is not money. */
  Unit unit(Subject subject) {
    return Exchange.converts(subject.metric()) ? unit(subject.metric()) : subject.metric().unit();
  }

  /** Whether converting gives a metric's figures in this unit. */
  boolean converts(Metric metric, Unit unit) {
    return Exchange.converts(metric) && unit.equals(unit(metric));
  }

  /** A level in the requested currency, or missing if a rate that it needs is not known. */
  public RowValue level(KnownFigure level, Metric metric, YearQuarter period) {
    String from = level.figure().unit().currency();
    if (from.equals(exchange.currency())) {
      return level;
    }
    Fx fx = exchange.fx().of(metric);
    return rates
        .rate(from, exchange.currency(), fx, period)
        .<RowValue>map(rate -> converted(level, metric, rate))
        .orElseGet(() -> rates.missing(from, exchange.currency(), fx, period));
  }

  private KnownFigure converted(KnownFigure level, Metric metric, ExchangeRate rate) {
    return level.converted(
        level.formula().times(rate.exact().reciprocal()), unit(metric), rate, level.from());
  }

  /**
   * A published growth g in the requested currency: (1 + g) x the base quarter's rate / this
   * quarter's rate - 1. Worked example: 34 % in dollars, from 1.0789 to 1.1774 dollars per euro, is
   * 1.34 x 1.0789 / 1.1774 - 1 = 22.8 % in euros. If the rates are the same, so is the growth.
   *
   * @return empty if a rate is not known
   */
  Optional<KnownFigure> growth(
      KnownFigure growth, Metric metric, YearQuarter period, YearQuarter base) {
    String currency = growth.vintage().orElseThrow().cell().unit().currency();
    if (currency.equals(exchange.currency())) {
      return Optional.of(growth);
    }
    return rate(currency, metric, period)
        .flatMap(rate -> rate(currency, metric, base).map(before -> rate.over(before)))
        .map(rate -> rate.exact().equals(BigFraction.ONE) ? growth : converted(growth, rate));
  }

  private static KnownFigure converted(KnownFigure growth, ExchangeRate rate) {
    Formula factor = Formula.ONE.plus(growth.formula().dividedBy(100));
    return growth.converted(
        factor.times(rate.exact().reciprocal()).minus(Formula.ONE).times(100),
        Unit.PERCENT,
        rate,
        List.of());
  }

  private Optional<ExchangeRate> rate(String from, Metric metric, YearQuarter period) {
    return rates.rate(from, exchange.currency(), exchange.fx().of(metric), period);
  }
}
