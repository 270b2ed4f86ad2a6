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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes figures for people. Published figures from a thousand up are rounded to three digits,
 * computed ones to as many digits as their bounds justify.
 */
public final class FigureText {
  private static final int MOST_DIGITS = 3;
  private static final int LEAST_DIGITS = 2;
  private static final int MOST_TO_TELL_APART = 12;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final Map<String, String> SYMBOLS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
  private static final List<String> SCALES = List.of("", "k", "m", "bn", "tn");

  private FigureText() {}

  /** The symbol of a currency, such as {@code $}; its code if no symbol is known here. */
  public static String symbol(String currency) {
    return SYMBOLS.getOrDefault(currency, currency);
  }

  /**
   * A figure for people: {@code $106m}, {@code €1.92}, {@code 3.26m TEU}, {@code 12.5%}, {@code
   * 1.9}.
   */
  public static String amount(Figure figure) {
    return number(figure, 0) + counted(figure.unit());
  }

  /**
   * A figure for people, without the thing that it counts: {@code $106m}, {@code 45m}.
   *
   * @param leastDigits how many digits to write at least; 0 for as many as usual
   */
  public static String number(Figure figure, int leastDigits) {
    if (figure.unit().equals(Unit.PERCENT)) {
      return percent(figure.value(), leastDigits);
    }
    BigDecimal rounded = rounded(figure, leastDigits);
    return figure.unit().equals(Unit.POINTS)
        ? plain(rounded) + " points"
        : amount(rounded, figure.unit());
  }

  /**
   * How many digits two figures need to be told apart: 4 for 1,004m and 1bn; 0 if the usual digits
   * do, or if the figures are equal.
   */
  public static int digitsToTellApart(Figure one, Figure other) {
    if (one.value().compareTo(other.value()) != 0) {
      for (int digits = 0; digits <= MOST_TO_TELL_APART; digits++) {
        if (!number(one, digits).equals(number(other, digits))) {
          return digits;
        }
      }
    }
    return 0;
  }

  /** How many digits two figures need to be told apart; 0 if one of them isn't known. */
  public static int digitsToTellApart(Optional<KnownFigure> one, Optional<KnownFigure> other) {
    return one.flatMap(
            first -> other.map(second -> digitsToTellApart(first.figure(), second.figure())))
        .orElse(0);
  }

  /** What a unit counts, to follow a number: " TEU", " orders per user"; empty for money. */
  public static String counted(Unit unit) {
    boolean isCount =
        !unit.isMoney() && !Set.of(Unit.PERCENT, Unit.POINTS, Unit.ONE).contains(unit);
    return isCount ? " " + unit.currency() + unit.suffix().replace("/", " per ") : "";
  }

  /** Like {@link #counted(Unit)}, but empty if the metric's name says what is counted. */
  public static String counted(Unit unit, String metric) {
    String counted = counted(unit);
    return counted.isEmpty() || says(metric, unit.currency()) ? "" : counted;
  }

  private static boolean says(String metric, String unit) {
    String name = metric.toLowerCase(Locale.ROOT);
    String word = unit.substring(unit.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return name.contains(" per ")
        || Stream.of(name.split("[^\\p{L}\\p{N}]+", -1))
            .anyMatch(
                part -> part.equals(word) || (part + "s").equals(word) || part.equals(word + "s"));
  }

  /**
   * A ratio, with enough digits to show that it is not 1, if its bounds say so: {@code 1.9}, {@code
   * 1.004}.
   */
  public static String ratio(Figure figure) {
    boolean mayBeOne = figure.bounds().map(bounds -> bounds.hold(BigDecimal.ONE)).orElse(true);
    int digits = 0;
    while (!mayBeOne
        && digits < MOST_TO_TELL_APART
        && rounded(figure, digits).compareTo(BigDecimal.ONE) == 0) {
      digits++;
    }
    return number(figure, digits);
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
  private static String percent(BigDecimal percent, int leastDigits) {
    boolean lost = tenth(percent).signum() == 0 && percent.signum() != 0;
    int digits = lost ? Math.max(1, leastDigits) : leastDigits;
    return plain(digits > 0 ? percent.round(new MathContext(digits)) : tenth(percent)) + "%";
  }

  private static BigDecimal tenth(BigDecimal percent) {
    return percent.setScale(
        Math.min(1, Math.max(0, percent.stripTrailingZeros().scale())), RoundingMode.HALF_EVEN);
  }

  private static String amount(BigDecimal number, Unit unit) {
    String prefix = unit.isMoney() ? prefix(unit.currency()) : "";
    return (number.signum() < 0 ? "-" : "") + prefix + scaled(number.abs());
  }

  private static String prefix(String currency) {
    return SYMBOLS.getOrDefault(currency, currency + " ");
  }

  /** Rounds a figure for people; a published one below a thousand keeps all its digits. */
  private static BigDecimal rounded(Figure figure, int leastDigits) {
    BigDecimal value = figure.value();
    if (figure.origin() == Origin.REPORTED) {
      return value.abs().compareTo(THOUSAND) < 0
          ? value
          : value.round(new MathContext(Math.max(MOST_DIGITS, leastDigits)));
    }
    int digits = figure.bounds().map(bounds -> digits(value, bounds)).orElse(LEAST_DIGITS);
    return value.round(new MathContext(Math.max(digits, leastDigits)));
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
        ? grouped(number)
        : plain(scale == 0 ? rest : rest.stripTrailingZeros()) + SCALES.get(scale);
  }

  /** Puts a comma before each group of three digits of the whole part. */
  private static String grouped(BigDecimal number) {
    String digits = number.stripTrailingZeros().toPlainString();
    int point = digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int place = (point < 0 ? digits.length() : point) - 3; place > 0; place -= 3) {
      text.insert(place, ',');
    }
    return text.toString();
  }

  private static String plain(BigDecimal number) {
    return (number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString();
  }
}
