package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.compare.ConvertedAnswer;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** The currency of a question while it is being understood: {@code currency} and {@code fx}. */
public final class CurrencyParameters {
  /** What it is asked with. */
  public static final Set<String> PARAMETERS = Set.of("currency", "fx");

  /** More than any rate has: 34 digits, as many as a value of a document, and a point. */
  private static final int MOST_CHARACTERS = 35;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final List<String> WORDS = List.of("average", "end");

  private final Optional<Exchange> exchange;

  /**
   * Reads the parameters.
   *
   * @param known the last day whose fixings are known
   */
  CurrencyParameters(QueryParameters query, LocalDate today, LocalDate known) {
    Optional<String> fx = query.text("fx");
    exchange =
        query
            .text("currency")
            .map(CurrencyParameters::code)
            .map(code ->
                new Exchange(
                    code, fx.map(text -> fx(text, today, known)).orElseGet(Fx.ByKind::new)));
    if (fx.isPresent() && exchange.isEmpty()) {
      throw Refusal.of(
          Reason.SENSELESS, "fx", "is the rate for currency, which isn't asked; add currency=EUR");
    }
  }

  /** What is asked for, if it is. */
  Optional<Exchange> exchange() {
    return exchange;
  }

  /** Whether the fixing of one day is asked for, whatever the quarter. */
  boolean isOfADay() {
    return exchange.map(asked -> asked.fx() instanceof Fx.On).orElse(false);
  }

  private static String code(String text) {
    if (text.indexOf(',') >= 0) {
      throw Refusal.of(
          Reason.MALFORMED,
          "currency",
          "'%s' are several currencies; ask for one at a time".formatted(text));
    }
    if (!Units.isCurrency(text)) {
      List<String> known =
          Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList();
      throw Refusal.of(
          Reason.UNKNOWN,
          "currency",
          "'%s' is not the code of a currency (ISO 4217)%s"
              .formatted(text, Codes.suggestion(text, known)));
    }
    return text;
  }

  private static Fx fx(String text, LocalDate today, LocalDate known) {
    if (text.equals("average")) {
      return new Fx.Average();
    }
    if (text.equals("end")) {
      return new Fx.End();
    }
    if (NUMBER.matcher(text).matches()) {
      return new Fx.Given(rate(text));
    }
    return Periods.day(text)
        .map(day -> on(day, today, known))
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "fx",
                "'%s' is not average, end, a day like 2018-02-27, or a rate like 1.2294%s"
                    .formatted(text, Codes.suggestion(text, WORDS))));
  }

  private static BigDecimal rate(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "fx",
          "a rate of more than %s characters; 1.2294 has 6".formatted(MOST_CHARACTERS));
    }
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() <= 0) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "'%s' is not above zero; a rate is units of the figure's currency per one of the asked"
              .formatted(text));
    }
    return rate;
  }

  private static Fx on(LocalDate day, LocalDate today, LocalDate known) {
    if (day.isAfter(today)) {
      throw Refusal.of(
          Reason.SENSELESS, "fx", "%s is in the future; today is %s, UTC".formatted(day, today));
    }
    if (day.isAfter(known)) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "%s is after %s, the day as of which is asked; its fixing wasn't known then"
              .formatted(day, known));
    }
    return new Fx.On(day);
  }

  /** Refuses a currency for what has none. */
  void refuseUnlessMoney(Collection<Metric> metrics) {
    if (exchange.isPresent() && metrics.stream().noneMatch(Exchange::converts)) {
      String which =
          metrics.stream()
              .map(metric -> "%s is in %s".formatted(metric.id(), metric.unit()))
              .distinct()
              .collect(Collectors.joining(", "));
      throw Refusal.of(
          Reason.SENSELESS,
          "currency",
          "only money is converted, and %s; leave currency out"
              .formatted(which.isEmpty() ? "nothing that is asked about is money" : which));
    }
  }

  /** The rates that some quarters of money need, if they are in some currencies. */
  Set<FixingsKey> reads(Collection<String> currencies, Collection<YearQuarter> periods) {
    return exchange.map(asked -> asked.reads(currencies, periods)).orElse(Set.of());
  }

  /** An answer with what it was asked in. */
  Answer in(Answer answer, Collection<Metric> metrics) {
    return exchange.map(asked -> in(answer, asked, metrics)).orElse(answer);
  }

  private static Answer in(Answer answer, Exchange asked, Collection<Metric> metrics) {
    Set<String> from = answer.convertedFrom();
    if (asked.fx() instanceof Fx.Given(BigDecimal rate) && from.size() > 1) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "%s is one rate, but there are figures in %s; ask for those of one currency at a time"
              .formatted(rate.toPlainString(), String.join(" and in ", from)));
    }
    return ConvertedAnswer.of(answer, asked, metrics);
  }
}
