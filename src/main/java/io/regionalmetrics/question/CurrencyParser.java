package io.regionalmetrics.question;

import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parses the values of {@code currency} and {@code fx}.
 *
 * @param today the current day, in UTC
 * @param lastKnown the last day whose fixings are known
 */
record CurrencyParser(LocalDate today, LocalDate lastKnown) {
  /** Up to 34 digits, the limit for values in documents, and a decimal point. */
  private static final int MOST_CHARACTERS = 35;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final List<String> RATES = List.of("average", "end");

  /**
   * Parses {@code currency}.
   *
   * @return a code of ISO 4217, such as {@code EUR}
   * @throws Refusal if it is not one such code
   */
  static String currency(String text) {
    if (text.indexOf(',') >= 0) {
      throw Refusal.of(
          Reason.MALFORMED,
          "currency",
          "'%s' names several currencies; ask for one at a time".formatted(text));
    }
    if (!Unit.isCurrency(text)) {
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

  /**
   * Parses {@code fx}: {@code average}, {@code end}, a day, or a rate.
   *
   * @throws Refusal if it is none of these, the day is too late, or the rate is not positive
   */
  Fx fx(String text) {
    if (text.equals("average")) {
      return new Fx.Average();
    }
    if (text.equals("end")) {
      return new Fx.End();
    }
    return NUMBER.matcher(text).matches() ? new Fx.Given(rate(text)) : fixing(text);
  }

  private static BigDecimal rate(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "fx",
          "more than %s characters; give a rate such as 1.2294".formatted(MOST_CHARACTERS));
    }
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() <= 0) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "'%s' is not above zero; a rate is units of the figure's currency per unit of the requested one, such as 1.2294"
              .formatted(text));
    }
    return rate;
  }

  private Fx fixing(String text) {
    LocalDate day = Periods.day(text).orElseThrow(() -> unreadable(text));
    if (day.isAfter(today)) {
      throw Refusal.of(
          Reason.SENSELESS, "fx", "%s is in the future; today is %s, UTC".formatted(day, today));
    }
    if (day.isAfter(lastKnown)) {
      throw Refusal.of(
          Reason.SENSELESS,
          "fx",
          "%s is after %s, the last day that the question takes into account; choose that day or an earlier one"
              .formatted(day, lastKnown));
    }
    return new Fx.On(day);
  }

  private static Refusal unreadable(String text) {
    return Refusal.of(
        Reason.MALFORMED,
        "fx",
        "'%s' is not average, end, a day like 2018-02-27, or a rate like 1.2294%s"
            .formatted(text, Codes.suggestion(text, RATES)));
  }
}
