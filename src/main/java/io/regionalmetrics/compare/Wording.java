package io.regionalmetrics.compare;

import io.regionalmetrics.model.Bounds;
import io.regionalmetrics.model.Countries;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Region;
import io.regionalmetrics.model.RegionExpression;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.model.Vocabulary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers in words, with numbers rounded for people: what was published to three digits, what was
 * computed to no more digits than its bounds bear.
 */
final class Wording {
  private static final int MOST_SENTENCES = 3;
  private static final int MOST_DIGITS = 3;
  private static final int LEAST_DIGITS = 2;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final Map<String, String> SYMBOLS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
  private static final List<String> SCALES = List.of("", "k", "m", "bn", "tn");

  private Wording() {}

  /**
   * "Twitter's revenue in Japan rose 34% to $106m in 2017-Q4, from an implied $79m a year earlier."
   */
  static String growth(Growth question, List<Row> rows) {
    return sentences(rows, i -> growth(question, question.subjects().get(i), rows.get(i)));
  }

  private static String growth(Growth question, Subject subject, Row row) {
    String what = capital(what(subject) + where(subject));
    if (row.fields().get("growth") instanceof Known growth) {
      String to =
          row.fields().get("value") instanceof Known value ? " to %s".formatted(about(value)) : "";
      String from =
          row.fields().get("base") instanceof Known base
              ? ", from %s %s".formatted(aboutBase(base), earlier(question))
              : ", compared with %s".formatted(question.base());
      return "%s %s%s in %s%s."
          .formatted(what, moved(subject, growth.figure()), to, question.period(), from);
    }
    return "%s in %s can't be compared with %s: %s"
        .formatted(what, question.period(), question.base(), row.whyMissing("growth"));
  }

  private static String moved(Subject subject, Figure growth) {
    int sign = growth.value().signum();
    boolean uncertain =
        growth.bounds().map(b -> b.low().signum() < 0 && b.high().signum() > 0).orElse(false)
            && growth.origin() != Origin.REPORTED;
    String verb =
        sign == 0
            ? was(subject) + " unchanged"
            : (sign > 0 ? "rose " : "fell ") + percent(growth.value().abs());
    return uncertain ? "%s (rounding allows %s)".formatted(verb, bounds(growth)) : verb;
  }

  private static String earlier(Growth question) {
    return switch ((int) question.base().until(question.period(), IsoFields.QUARTER_YEARS)) {
      case 4 -> "a year earlier";
      case 1 -> "a quarter earlier";
      default -> "in " + question.base();
    };
  }

  private static String aboutBase(Known base) {
    return base.figure().origin() == Origin.IMPLIED ? article(amount(base.figure())) : about(base);
  }

  private static String article(String amount) {
    return "an implied " + amount;
  }

  /** "about 45m" where it is estimated. */
  private static String about(Known known) {
    return (isEstimated(known) ? "about " : "") + amount(known.figure());
  }

  private static boolean isEstimated(Known known) {
    return known
        .vintages()
        .anyMatch(current -> current.vintage().observation().status() == Status.ESTIMATED);
  }

  /**
   * "In 2017-Q4, Twitter's revenue per user was $2.36 in Japan: 0.40 times the $5.97 in the United
   * States."
   */
  static String regions(Regions question, List<Row> rows, Field reference) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Subject subject = question.subjects().get(i);
      boolean itself =
          subject.company().equals(question.against().company())
              && subject.region().equals(question.against().region());
      if (!itself || rows.size() == 1) {
        sentences.add(regions(question, subject, rows.get(i), reference));
      }
    }
    return limited(sentences);
  }

  private static String regions(Regions question, Subject subject, Row row, Field reference) {
    String start = "In %s, %s".formatted(question.period(), what(subject));
    if (!(row.fields().get("value") instanceof Known value)) {
      return "%s%s: %s".formatted(start, where(subject), row.whyMissing("value"));
    }
    String figure = "%s %s %s%s".formatted(start, was(subject), about(value), where(subject));
    boolean sameCompany = subject.company().equals(question.against().company());
    boolean itself = sameCompany && subject.region().equals(question.against().region());
    return !itself
            && row.fields().get("ratio") instanceof Known ratio
            && reference instanceof Known other
        ? "%s: %s times %s%s%s."
            .formatted(
                figure,
                amount(ratio.figure()),
                sameCompany ? "the " : possessive(question.against().vocabulary()) + " ",
                (isEstimated(other) ? "estimated " : "") + amount(other.figure()),
                where(question.against()))
        : figure + ".";
  }

  /** "Of 3 published figures, 2 are consistent with the others, 1 can't be checked." */
  static String check(List<Row> rows) {
    if (rows.isEmpty()) {
      return "Nothing that was asked about has a published figure to check.";
    }
    List<String> parts = new ArrayList<>();
    addCount(
        parts,
        Check.count(rows, "consistent"),
        "is consistent with what follows from others",
        "are consistent with what follows from others");
    addCount(parts, Check.count(rows, "inconsistent"), "is not", "are not");
    addCount(parts, Check.count(rows, "not-checkable"), "can't be checked", "can't be checked");
    String counts =
        "Of %d published %s, %s."
            .formatted(
                rows.size(), rows.size() == 1 ? "figure" : "figures", String.join(", ", parts));
    List<String> inconsistent =
        rows.stream()
            .filter(row -> Check.has(row, "inconsistent"))
            .map(row -> "%s of %s in %s".formatted(row.metric(), row.region(), row.period()))
            .toList();
    return inconsistent.isEmpty()
        ? counts
        : "%s Not consistent: %s.".formatted(counts, String.join(", ", inconsistent));
  }

  private static void addCount(List<String> parts, long count, String one, String several) {
    if (count > 0) {
      parts.add("%d %s".formatted(count, count == 1 ? one : several));
    }
  }

  private interface SentenceOf {
    String row(int number);
  }

  private static String sentences(List<Row> rows, SentenceOf sentence) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      sentences.add(sentence.row(i));
    }
    return limited(sentences);
  }

  private static String limited(List<String> sentences) {
    String text = sentences.stream().limit(MOST_SENTENCES).collect(Collectors.joining(" "));
    return sentences.size() > MOST_SENTENCES
        ? "%s And %d more.".formatted(text, sentences.size() - MOST_SENTENCES)
        : text;
  }

  /** "were" after a name in the plural: users, but not revenue per user. */
  private static String was(Subject subject) {
    String name = subject.metric().name();
    int per = name.indexOf(" per ");
    String counted = per < 0 ? name : name.substring(0, per);
    return counted.endsWith("s") && !counted.endsWith("ss") ? "were" : "was";
  }

  /** "Twitter's revenue per user". */
  private static String what(Subject subject) {
    return "%s %s".formatted(possessive(subject.vocabulary()), lower(subject.metric().name()));
  }

  private static String possessive(Vocabulary vocabulary) {
    String name = vocabulary.company().company().name();
    return name.endsWith("s") ? name + "'" : name + "'s";
  }

  private static String capital(String text) {
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
  private static String where(Subject subject) {
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

  private static boolean isRestOfWorld(RegionExpression expression) {
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
  static String amount(Figure figure) {
    if (figure.unit().equals(Units.PERCENT)) {
      return percent(figure.value());
    }
    return amount(forPeople(figure), figure.unit());
  }

  /** A figure's bounds for people: {@code 9.88% to 15.2%}. */
  static String bounds(Figure figure) {
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
        ? percent(end)
        : amount(end.round(new MathContext(MOST_DIGITS + 1)), unit);
  }

  private static String percent(BigDecimal percent) {
    BigDecimal rounded =
        percent.setScale(
            Math.min(1, Math.max(0, percent.stripTrailingZeros().scale())), RoundingMode.HALF_EVEN);
    return plain(rounded) + "%";
  }

  private static String amount(BigDecimal number, String unit) {
    String currency = Units.currency(unit);
    String prefix = SYMBOLS.getOrDefault(currency, isMoney(unit, currency) ? currency + " " : "");
    return (number.signum() < 0 ? "-" : "") + prefix + scaled(number.abs());
  }

  private static boolean isMoney(String unit, String currency) {
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
        ? "%,d".formatted(number.setScale(0, RoundingMode.HALF_EVEN).longValueExact())
        : plain(scale == 0 ? rest : rest.stripTrailingZeros()) + SCALES.get(scale);
  }

  private static String plain(BigDecimal number) {
    return (number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString();
  }
}
