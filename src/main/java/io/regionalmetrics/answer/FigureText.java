package io.regionalmetrics.answer;

import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Bounds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Writes figures for people. Published figures from a thousand up are rounded to three digits,
 * computed ones to as many digits as their bounds justify.
 */
public final class FigureText {
  private static final int MOST_DIGITS = 3;
  private static final int LEAST_DIGITS = 2;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final Map<String, String> SYMBOLS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
  private static final List<String> SCALES = List.of("", "k", "m", "bn", "tn");

  private FigureText() {}

  /** The symbol of a currency, such as {@code $}; its code if no symbol is known here. */
  public static String symbol(String currency) {
    return SYMBOLS.getOrDefault(currency, currency);
  }

  /** A figure for people: {@code $106m}, {@code €1.92}, {@code 45m}, {@code 12.5%}, {@code 1.9}. */
  public static String amount(Figure figure) {
    if (figure.unit().equals(Unit.PERCENT)) {
      return percent(figure.value());
    }
    if (figure.unit().equals(Unit.POINTS)) {
      return plain(rounded(figure)) + " points";
    }
    return amount(rounded(figure), figure.unit());
  }

  /** A figure for people, without its sign: {@code 5 points}. */
  public static String size(Figure figure) {
    return amount(figure).replaceFirst("^-", "");
  }

  /** A figure's bounds for people: {@code 9.88% to 15.2%}. */
  public static String bounds(Figure figure) {
    return figure
        .bounds()
        .map(bounds ->
            end(bounds.low(), figure.unit())
                + " to "
                + end(bounds.high(), figure.unit())
                + (figure.unit().equals(Unit.POINTS) ? " points" : ""))
        .orElse("without bounds");
  }

  private static String end(BigDecimal end, Unit unit) {
    if (unit.equals(Unit.PERCENT)) {
      return plain(tenth(end)) + "%";
    }
    BigDecimal rounded = end.round(new MathContext(MOST_DIGITS + 1));
    return unit.equals(Unit.POINTS) ? plain(rounded) : amount(rounded, unit);
  }

  /** A percentage, rounded to tenths; a smaller one is rounded to its first digit. */
  public static String percent(BigDecimal percent) {
    boolean lost = tenth(percent).signum() == 0 && percent.signum() != 0;
    return plain(lost ? percent.round(new MathContext(1)) : tenth(percent)) + "%";
  }

  private static BigDecimal tenth(BigDecimal percent) {
    return percent.setScale(
        Math.min(1, Math.max(0, percent.stripTrailingZeros().scale())), RoundingMode.HALF_EVEN);
  }

  private static String amount(BigDecimal number, Unit unit) {
    String currency = unit.currency();
    String prefix = SYMBOLS.getOrDefault(currency, isMoney(unit) ? currency + " " : "");
    return (number.signum() < 0 ? "-" : "") + prefix + scaled(number.abs());
  }

  /** Whether a unit begins with a currency code, such as {@code USD} or {@code USD/user}. */
  public static boolean isMoney(Unit unit) {
    String currency = unit.currency();
    return currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Rounds a figure for people; a published one below a thousand keeps all its digits. */
  private static BigDecimal rounded(Figure figure) {
    BigDecimal value = figure.value();
    if (figure.origin() == Origin.REPORTED) {
      return value.abs().compareTo(THOUSAND) < 0
          ? value
          : value.round(new MathContext(MOST_DIGITS));
    }
    int digits = figure.bounds().map(bounds -> digits(value, bounds)).orElse(LEAST_DIGITS);
    return value.round(new MathContext(digits));
  }

  /**
   * How many digits the bounds justify, two or three: as many as possible while one unit of the
   * last digit is at least half the distance between the bounds.
   */
  private static int digits(BigDecimal value, Bounds bounds) {
    BigDecimal half = bounds.high().subtract(bounds.low()).divide(BigDecimal.TWO);
    if (half.signum() == 0 || value.signum() == 0) {
      return MOST_DIGITS;
    }
    int magnitude = value.precision() - value.scale();
    int uncertain = half.precision() - half.scale();
    boolean powerOfTen = half.stripTrailingZeros().unscaledValue().abs().equals(BigInteger.ONE);
    return Math.clamp(
        magnitude - (powerOfTen ? uncertain - 1 : uncertain), LEAST_DIGITS, MOST_DIGITS);
  }

  private static String scaled(BigDecimal number) {
    BigDecimal rest = number;
    int scale = 0;
    while (rest.compareTo(THOUSAND) >= 0 && scale < SCALES.size() - 1) {
      rest = rest.movePointLeft(3);
      scale++;
    }
    return scale == 1
        ? grouped(number.setScale(0, RoundingMode.HALF_EVEN).toPlainString())
        : plain(scale == 0 ? rest : rest.stripTrailingZeros()) + SCALES.get(scale);
  }

  /** Puts a comma before each group of three digits. */
  private static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int place = digits.length() - 3; place > 0; place -= 3) {
      text.insert(place, ',');
    }
    return text.toString();
  }

  private static String plain(BigDecimal number) {
    return (number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString();
  }
}
