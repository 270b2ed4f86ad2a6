package io.regionalmetrics.model;

import java.util.Currency;

/**
 * What a figure counts, by its code: a currency ({@code USD}), a currency per something ({@code
 * USD/user}), the metric's own word for what it counts ({@code users}), or one of the constants
 * below.
 *
 * @param code as documents and answers write it; never blank
 */
public record Unit(String code) implements Comparable<Unit> {
  /** Percent: the unit of a growth or a share. */
  public static final Unit PERCENT = new Unit("%");

  /** Percentage points: the unit of a difference of two percentages. */
  public static final Unit POINTS = new Unit("pp");

  /** No unit: a plain number, such as how many times one figure is another. */
  public static final Unit ONE = new Unit("1");

  private static final char PER = '/';

  /** Refuses a blank code. */
  public Unit {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a unit's code is blank; it must be like USD or users");
    }
  }

  /** The unit of an exchange rate: {@code USD/EUR} is dollars per euro. */
  public static Unit rate(String currency, String perCurrency) {
    return new Unit(currency + PER + perCurrency);
  }

  /** Whether a text is the ISO 4217 code of a current or former currency. */
  public static boolean isCurrency(String text) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(text));
  }

  /** What stands before the slash: the currency of a unit of money, {@code USD} of USD/user. */
  public String currency() {
    int slash = code.indexOf(PER);
    return slash <= 0 ? code : code.substring(0, slash);
  }

  /** What follows the {@link #currency}: {@code /user} of USD/user, nothing of USD. */
  public String suffix() {
    return code.substring(currency().length());
  }

  /** Whether this is money: begins with the ISO 4217 code of a current or former currency. */
  public boolean isMoney() {
    return isCurrency(currency());
  }

  /** The same unit in another currency: EUR/user for USD/user. Only for a unit of money. */
  public Unit in(String otherCurrency) {
    return new Unit(otherCurrency + suffix());
  }

  /** Orders units by their codes. */
  @Override
  public int compareTo(Unit other) {
    return code.compareTo(other.code);
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
