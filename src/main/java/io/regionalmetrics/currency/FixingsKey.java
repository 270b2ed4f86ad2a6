package io.regionalmetrics.currency;

import java.time.LocalDate;
import org.threeten.extra.YearQuarter;

/**
 * One quarter of one currency's reference rates: what is stored together.
 *
 * @param currency an ISO 4217 code, never the euro's
 */
public record FixingsKey(String currency, YearQuarter period) {
  /** The currency that all rates are of: it needs none. */
  public static final String EURO = "EUR";

  /** Refuses the euro, and what is no code of a currency. */
  public FixingsKey {
    if (!isCode(currency) || currency.equals(EURO)) {
      throw new IllegalArgumentException(
          "'%s' is not an ISO 4217 code like USD other than EUR".formatted(currency));
    }
  }

  /** The quarter that holds a day. */
  public static FixingsKey on(String currency, LocalDate day) {
    return new FixingsKey(currency, YearQuarter.from(day));
  }

  private static boolean isCode(String text) {
    return text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
