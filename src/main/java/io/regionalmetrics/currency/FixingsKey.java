package io.regionalmetrics.currency;

import java.time.LocalDate;
import org.threeten.extra.YearQuarter;

/**
 * Identifies the reference rates of one currency in one quarter, which are stored together.
 *
 * @param currency an ISO 4217 code, never the euro's
 */
public record FixingsKey(String currency, YearQuarter period) {
  /** The base currency of all rates; it has no rates of its own. */
  public static final String EURO = "EUR";

  /** Refuses the euro, and anything that is not a currency code. */
  public FixingsKey {
    if (!isCode(currency) || currency.equals(EURO)) {
      throw new IllegalArgumentException(
          "'%s' is not a currency with rates: use an ISO 4217 code other than EUR, such as USD"
              .formatted(currency));
    }
  }

  /** The key for a currency in the quarter that contains a day. */
  static FixingsKey on(String currency, LocalDate day) {
    return new FixingsKey(currency, YearQuarter.from(day));
  }

  private static boolean isCode(String text) {
    return text.length() == 3
        && isLetter(text.charAt(0))
        && isLetter(text.charAt(1))
        && isLetter(text.charAt(2));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
