package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnsweringVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that sentences are made of, with numbers rounded for people: what was published to
 * three digits, what was computed to no more digits than its bounds bear.
 */
public final class Wording {
  private static final int MOST_DIGITS = 3;
  private static final int LEAST_DIGITS = 2;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  static final Map<String, String> SYMBOLS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
  private static final List<String> SCALES = List.of("", "k", "m", "bn", "tn");

  private Wording() {}

  /** "about 45m" where it is estimated. */
  static String about(KnownFigure known) {
    return (isEstimated(known) ? "about " : "") + amount(known.figure());
  }

  static boolean isEstimated(KnownFigure known) {
    return Stream.of(known)
        .<AnsweringVintage>mapMulti(KnownFigure::vintages)
        .anyMatch(current -> current.vintage().observation().status() == Status.ESTIMATED);
  }

  /** "were" after a name in the plural: users, but not revenue per user. */
  static String was(Subject subject) {
    String name = subject.metric().name();
    int per = name.indexOf(" per ");
    String counted = per < 0 ? name : name.substring(0, per);
    return counted.endsWith("s") && !counted.endsWith("ss") ? "were" : "was";
  }

  /** A metric's name inside a sentence: "revenue per user". */
  static String name(Subject subject) {
    return lower(subject.metric().name());
  }

  /** "Twitter's revenue per user". */
  static String what(Subject subject) {
    return possessive(subject.vocabulary()) + " " + name(subject);
  }

  static String possessive(Vocabulary vocabulary) {
    String name = vocabulary.company().company().name();
    return name.endsWith("s") ? name + "'" : name + "'s";
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /** A name as it stands inside a sentence; an abbreviation stays as it is. */
  private static String lower(String name) {
    boolean abbreviation =
        name.length() > 1
            && !Character.isLowerCase(name.charAt(1))
            && Character.isLetter(name.charAt(1));
    return abbreviation || name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** " in Japan", " outside the United States", " worldwide". */
  static String where(Subject subject) {
    RegionExpression region = subject.region();
    return region
        .single()
        .flatMap(id -> subject.vocabulary().region(id))
        .map(single ->
            single
                .residual()
                .filter(Wording::isRestOfWorld)
                .map(residual -> where(subject, residual))
                .orElseGet(() -> where(single)))
        .orElseGet(() -> where(subject, region));
  }

  private static String where(Region region) {
    return region.id().equals(Region.WORLD) ? " worldwide" : " in " + name(region);
  }

  static boolean isRestOfWorld(RegionExpression expression) {
    return expression.terms().getOrDefault(Region.WORLD, 0) == 1
        && expression.terms().values().stream().filter(sign -> sign > 0).count() == 1;
  }

  private static String where(Subject subject, RegionExpression expression) {
    String less = names(subject, expression, -1);
    if (isRestOfWorld(expression)) {
      return " outside " + less;
    }
    return " in " + names(subject, expression, 1) + (less.isEmpty() ? "" : " without " + less);
  }

  private static String names(Subject subject, RegionExpression expression, int sign) {
    List<String> names =
        expression.terms().entrySet().stream()
            .filter(term -> term.getValue() == sign)
            .flatMap(term -> subject.vocabulary().region(term.getKey()).stream())
            .map(Wording::name)
            .toList();
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String name(Region region) {
    return Countries.inSentence(region);
  }

  /** A figure for people: {@code $106m}, {@code €1.92}, {@code 45m}, {@code 12.5%}, {@code 1.9}. */
  public static String amount(Figure figure) {
    if (figure.unit().equals(Units.PERCENT)) {
      return percent(figure.value());
    }
    if (figure.unit().equals(Units.POINTS)) {
      return plain(forPeople(figure)) + " points";
    }
    return amount(forPeople(figure), figure.unit());
  }

  /** A figure's bounds for people: {@code 9.88% to 15.2%}. */
  public static String bounds(Figure figure) {
    return figure
        .bounds()
        .map(bounds ->
            Stream.of(bounds.low(), bounds.high())
                .map(end -> end(end, figure.unit()))
                .collect(Collectors.joining(" to ")))
        .orElse("without bounds");
  }

  private static String end(BigDecimal end, String unit) {
    return unit.equals(Units.PERCENT)
        ? plain(tenth(end)) + "%"
        : amount(end.round(new MathContext(MOST_DIGITS + 1)), unit);
  }

  /** A percentage to a tenth; below that, to its first digit. */
  static String percent(BigDecimal percent) {
    boolean lost = tenth(percent).signum() == 0 && percent.signum() != 0;
    return plain(lost ? percent.round(new MathContext(1)) : tenth(percent)) + "%";
  }

  private static BigDecimal tenth(BigDecimal percent) {
    return percent.setScale(
        Math.min(1, Math.max(0, percent.stripTrailingZeros().scale())), RoundingMode.HALF_EVEN);
  }

  private static String amount(BigDecimal number, String unit) {
    String currency = Units.currency(unit);
    String prefix = SYMBOLS.getOrDefault(currency, isMoney(unit, currency) ? currency + " " : "");
    return (number.signum() < 0 ? "-" : "") + prefix + scaled(number.abs());
  }

  static boolean isMoney(String unit, String currency) {
    return currency.length() == 3
        && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')
        && !unit.equals(Units.ONE);
  }

  /**
   * What was published keeps its digits below a thousand; what was computed has those that its
   * bounds bear.
   */
  private static BigDecimal forPeople(Figure figure) {
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
   * So many that half the distance of the bounds is at most one of the last digit, from two to
   * three.
   */
  private static int digits(BigDecimal value, Bounds bounds) {
    BigDecimal half = bounds.high().subtract(bounds.low()).divide(BigDecimal.TWO);
    if (half.signum() == 0 || value.signum() == 0) {
      return MOST_DIGITS;
    }
    int magnitude = value.precision() - value.scale();
    int uncertain = half.precision() - half.scale();
    boolean powerOfTen =
        half.stripTrailingZeros().unscaledValue().abs().equals(java.math.BigInteger.ONE);
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

  /** Digits with a comma before each three. */
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
