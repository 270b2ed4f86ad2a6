package io.regionalmetrics.model;

import java.util.Currency;

/** The words for units. */
public final class Units {
  /** Of a growth or a share. */
  public static final String PERCENT = "%";

  /** Of a difference of two numbers in percent: percentage points. */
  public static final String POINTS = "pp";

  /** Of a plain number, such as how many times one figure is another. */
  public static final String ONE = "1";

  private Units() {}

  /** What a unit of money begins with: {@code USD} of {@code USD/user}. */
  public static String currency(String unit) {
    int slash = unit.indexOf('/');
    return slash < 0 ? unit : unit.substring(0, slash);
  }

  /** Whether a word is the code of a currency, today's or a former one (ISO 4217). */
  public static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
