package io.regionalmetrics.model;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The unit of a figure, by its code: a currency ({@code USD}), a currency per something ({@code
 * USD/user}), the things counted ({@code users}), or one of the constants below.
 *
 * @param code as in documents and answers; never blank
 */
public record Unit(String code) implements Comparable<Unit> {
  /** Percent: the unit of a growth or a share. */
  public static final Unit PERCENT = new Unit("%");

  /** Percentage points: the unit of the difference of two percentages. */
  public static final Unit POINTS = new Unit("pp");

  /** No unit: a plain number, such as the ratio of two figures in the same unit. */
  public static final Unit ONE = new Unit("1");

  /** Divides a unit of a ratio: {@code USD/user} is dollars per user. */
  static final char PER = '/';

  /** Kept, because the JDK makes a new set for each caller and every figure asks. */
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Refuses a blank code. */
  public Unit {
    if (code.isBlank()) {
      throw new IllegalArgumentException(
          "a unit's code must not be blank; use a code such as USD or users");
    }
  }

  /** The unit of an exchange rate: {@code USD/EUR} is dollars per euro. */
  public static Unit rate(String currency, String perCurrency) {
    return new Unit(currency + PER + perCurrency);
  }

  /** Whether a text is the ISO 4217 code of a current or former currency. */
  public static boolean isCurrency(String text) {
    return CURRENCIES.contains(text);
  }

  /** The part before the slash: for a unit of money, its currency. {@code USD} of USD/user. */
  public String currency() {
    int slash = code.indexOf(PER);
    return slash <= 0 ? code : code.substring(0, slash);
  }

  /** The part after the {@link #currency}: {@code /user} of USD/user; empty for USD. */
  public String suffix() {
    return code.substring(currency().length());
  }

  /** Whether this is money: it begins with the ISO 4217 code of a current or former currency. */
  public boolean isMoney() {
    return isCurrency(currency());
  }

  /** The unit of the difference of two figures in this unit: points for percentages. */
  public Unit ofDifferences() {
    return equals(PERCENT) ? POINTS : this;
  }

  /** Whether this is a unit of quotients of like units: percent, or a plain number. */
  boolean isOfLikeUnits() {
    return equals(PERCENT) || equals(ONE);
  }

  /** The same unit in another currency: EUR/user for USD/user. Only for a unit of money. */
  Unit in(String otherCurrency) {
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
