package io.regionalmetrics.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The units of a ratio's numerator and denominator, and the units that fit the ratio.
 *
 * <ul>
 *   <li>Like units, such as dollars over dollars: {@code %} or {@code 1}. Profit of 20 USD over
 *       revenue of 100 USD is 20 %, or 0.2.
 *   <li>Other units: the numerator's per the denominator's. Revenue in USD over {@code users} is in
 *       {@code USD/user}; orders over revenue in USD are in {@code orders/USD}.
 *   <li>Over a plain number, whose unit is {@code 1}: also the numerator's own unit.
 * </ul>
 */
public record TermUnits(Metric numerator, Metric denominator) {

  /** The units of a ratio's terms; empty if it has none, or if they are not defined. */
  public static Optional<TermUnits> of(Metric ratio, Vocabulary vocabulary) {
    return ratio
        .terms()
        .flatMap(terms ->
            vocabulary
                .metric(terms.numerator())
                .flatMap(numerator ->
                    vocabulary
                        .metric(terms.denominator())
                        .map(denominator -> new TermUnits(numerator, denominator))));
  }

  /** Whether a ratio of these terms can be in the ratio's unit. */
  public boolean fit(Metric ratio) {
    Unit unit = ratio.unit();
    if (unit.isOfLikeUnits()) {
      return areAlike();
    }
    return isPerDenominator(ratio)
        || (denominator.unit().equals(Unit.ONE) && unit.equals(numerator.unit()));
  }

  private boolean areAlike() {
    return areMoney()
        ? numerator.unit().suffix().equals(denominator.unit().suffix())
        : numerator.dimension() == denominator.dimension()
            && singular(numerator.unit()).equalsIgnoreCase(singular(denominator.unit()));
  }

  private boolean areMoney() {
    return numerator.dimension() == Dimension.MONEY && denominator.dimension() == Dimension.MONEY;
  }

  /**
   * Whether a ratio's unit is an amount per something: a currency if the numerator is money, per
   * the currency of a denominator that is money. What it is per is a word, which the company may
   * choose; a number would be a scale.
   */
  private boolean isPerDenominator(Metric ratio) {
    Unit unit = ratio.unit();
    boolean money = numerator.dimension() == Dimension.MONEY;
    return !areMoney()
        && unit.suffix().length() > 1
        && !Character.isDigit(unit.suffix().charAt(1))
        && unit.isMoney() == money
        && (ratio.dimension() == Dimension.MONEY) == money
        && currencyOfDenominator().map(unit.suffix()::equals).orElse(true);
  }

  private Optional<String> currencyOfDenominator() {
    return denominator.currency(denominator.unit()).map(currency -> Unit.PER + currency);
  }

  /** Which units fit, and why: "revenue in USD over users in users is in USD/user". */
  public String fitting() {
    return "%s in %s over %s in %s is in %s"
        .formatted(
            numerator.id(),
            numerator.unit(),
            denominator.id(),
            denominator.unit(),
            areAlike() ? "% or 1" : perDenominator());
  }

  private String perDenominator() {
    return denominator.unit().equals(Unit.ONE)
        ? numerator.unit().code()
        : "%s%s%s".formatted(numerator.unit(), Unit.PER, singular(denominator.unit()));
  }

  /** The singular of an English word: {@code user} for users, {@code city} for cities. */
  private static String singular(Unit unit) {
    String code = unit.code();
    String small = code.toLowerCase(Locale.ROOT);
    if (small.equals(code) && code.length() > 2 && code.endsWith("s") && !code.endsWith("ss")) {
      return code.endsWith("ies")
          ? code.substring(0, code.length() - 3) + "y"
          : code.substring(0, code.length() - 1);
    }
    return code;
  }
}
