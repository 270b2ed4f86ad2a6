package io.regionalmetrics.wording;

import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * "Converted to EUR at each quarter's average rate."
 *
 * @param exchange the requested currency and rate
 * @param metrics the requested metrics
 * @param ofTheDay if the rate of one day is requested: whether every conversion used a fixing of
 *     that day, not of an earlier one
 */
public record ConversionSentence(Exchange exchange, Collection<Metric> metrics, boolean ofTheDay) {

  /** The sentence. */
  public String text() {
    List<Fx> rates =
        metrics.stream()
            .filter(Exchange::converts)
            .map(metric -> exchange.fx().of(metric))
            .distinct()
            .toList();
    return rates.size() == 1
        ? "Converted to %s at %s.".formatted(exchange.currency(), rate(rates.getFirst()))
        : "Converted to %s at each quarter's average rate, stocks at the rate of its end."
            .formatted(exchange.currency());
  }

  private String rate(Fx fx) {
    return switch (fx) {
      case Fx.Average _ -> "each quarter's average rate";
      case Fx.End _ -> "the rate of each quarter's end";
      case Fx.On(LocalDate day) -> (ofTheDay ? "the rate of " : "the last rate up to ") + day;
      case Fx.Given(BigDecimal rate) -> rate.toPlainString();
      case Fx.ByKind _ ->
          throw new IllegalArgumentException("the metric's kind must choose the rate first");
    };
  }
}
