package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.compare.ConvertedAnswer;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/**
 * The currency that a question converts money to.
 *
 * @param exchange the currency and the rate; empty if the question names none
 */
record RequestedCurrency(Optional<Exchange> exchange) {

  /**
   * Reads {@code currency} and {@code fx}.
   *
   * @param lastKnown the last day whose fixings are known
   * @throws Refusal if one of them is malformed, unknown or makes no sense
   */
  static RequestedCurrency parse(QueryParameters query, LocalDate today, LocalDate lastKnown) {
    Optional<String> currency = query.text("currency").map(CurrencyParser::currency);
    Optional<String> rate = query.text("fx");
    if (rate.isPresent() && currency.isEmpty()) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "needs the parameter currency, which is missing; add it, such as currency=EUR");
    }
    if (currency.isEmpty()) {
      return new RequestedCurrency(Optional.empty());
    }
    Fx fx =
        rate.map(text -> new CurrencyParser(today, lastKnown).fx(text)).orElseGet(Fx.ByKind::new);
    return new RequestedCurrency(Optional.of(new Exchange(currency.get(), fx)));
  }

  /** Whether every quarter is converted at the fixing of the same day. */
  boolean isOfOneDay() {
    return exchange.map(one -> one.fx() instanceof Fx.On).orElse(false);
  }

  /** Refuses a currency if none of the metrics is money. */
  void refuseUnlessMoney(Collection<Metric> metrics) {
    if (exchange.isPresent() && metrics.stream().noneMatch(Exchange::converts)) {
      String units =
          metrics.stream()
              .map(metric -> "%s is in %s".formatted(metric.id(), metric.unit()))
              .distinct()
              .collect(Collectors.joining(", "));
      throw Refusal.of(
          Reason.SENSELESS,
          "currency",
          "only money is converted, and %s; leave currency out"
              .formatted(units.isEmpty() ? "no metric of the question is money" : units));
    }
  }

  /** The rates needed to convert figures in these currencies and quarters. */
  Set<FixingsKey> reads(Collection<String> currencies, Collection<YearQuarter> periods) {
    return exchange.map(one -> one.reads(currencies, periods)).orElse(Set.of());
  }

  /**
   * The answer, with its currency and rates stated.
   *
   * @param metrics the metrics whose figures may have been converted
   * @throws Refusal if the question gives one rate, but figures in several currencies were
   *     converted, or none because all are in the requested currency
   */
  Answer in(Answer answer, Collection<Metric> metrics) {
    if (exchange.isEmpty()) {
      return answer;
    }
    if (exchange.get().fx() instanceof Fx.Given(BigDecimal rate)) {
      refuseUnlessOneCurrency(answer, rate, exchange.get().currency());
    }
    return ConvertedAnswer.of(answer, exchange.get(), metrics);
  }

  private static void refuseUnlessOneCurrency(Answer answer, BigDecimal rate, String currency) {
    Set<String> from = answer.convertedFrom();
    if (from.size() > 1) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "%s is one rate, but there are figures in %s; ask for the figures of one currency at a time"
              .formatted(rate.toPlainString(), String.join(" and in ", from)));
    }
    if (from.isEmpty() && answer.hasMoneyIn(currency)) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "%s converts nothing, because all figures are in %s already; leave fx out"
              .formatted(rate.toPlainString(), currency));
    }
  }
}
