package io.regionalmetrics.wording;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the codes and numbers of an answer are called in a picture: by themselves, where a sentence
 * would inflect them.
 */
public final class Labels {
  /** What is published with more digits is shown with so many. */
  private static final int MOST_DIGITS = 6;

  private final Map<String, Vocabulary> vocabularies = new HashMap<>();

  /** The labels by the words of some companies. */
  public Labels(Collection<Vocabulary> vocabularies) {
    vocabularies.forEach(one -> this.vocabularies.put(one.id(), one));
  }

  private Vocabulary vocabulary(String company) {
    Vocabulary vocabulary = vocabularies.get(company);
    if (vocabulary == null) {
      throw new IllegalArgumentException("nothing is known of " + company);
    }
    return vocabulary;
  }

  /** A company's name. */
  public String company(String id) {
    return vocabulary(id).company().company().name();
  }

  /** A company's metric, as its name is written: "Revenue per user". */
  public String metric(String company, String id) {
    return vocabulary(company).metric(id).map(Metric::name).orElse(id);
  }

  /**
   * A region as it was asked: "Japan", "Outside the United States" for {@code WORLD-US}, "United
   * States + Canada" for {@code US+CA}.
   */
  public String region(String company, String asked) {
    Vocabulary vocabulary = vocabulary(company);
    RegionExpression expression = RegionExpression.parse(asked);
    StringBuilder text = new StringBuilder();
    boolean rest =
        expression.terms().size() > 1
            && RegionPhrase.isRestOfWorld(expression.map(code -> id(vocabulary, code)));
    expression
        .terms()
        .forEach((code, sign) -> {
          if (!rest) {
            text.append(text.isEmpty() && sign > 0 ? "" : sign > 0 ? " + " : " − ")
                .append(name(vocabulary, code));
          } else if (sign < 0) {
            text.append(text.isEmpty() ? "Outside " : " and ")
                .append(vocabulary.region(code).map(Countries::inSentence).orElse(code));
          }
        });
    return text.toString();
  }

  private static String id(Vocabulary vocabulary, String code) {
    return vocabulary.region(code).map(Region::id).orElse(code);
  }

  private static String name(Vocabulary vocabulary, String code) {
    return vocabulary.region(code).map(Region::name).orElse(code);
  }

  /** A figure for people, as sentences give it: {@code $106m}, {@code 12.5%}, {@code −3 points}. */
  public static String amount(Figure figure) {
    boolean many = figure.origin() == Origin.REPORTED && figure.value().precision() > MOST_DIGITS;
    BigDecimal shown = figure.value().round(new MathContext(MOST_DIGITS));
    return minus(
        FigureText.amount(
            many
                ? new Figure(shown, java.util.Optional.empty(), figure.unit(), figure.origin())
                : figure));
  }

  /** A figure's bounds for people: "9.88% to 15.2%"; "without bounds" where they are open. */
  public static String bounds(Figure figure) {
    return minus(FigureText.bounds(figure));
  }

  /** With the sign for minus where a hyphen stands for it. */
  private static String minus(String text) {
    return text.replace('-', '−');
  }

  /** A unit and how many of it are counted at a time: "$ million per user", "million users". */
  public static String unit(Unit unit, String scale) {
    if (unit.equals(Unit.PERCENT)) {
      return unit.code();
    }
    if (unit.equals(Unit.POINTS)) {
      return "percentage points";
    }
    if (unit.equals(Unit.ONE)) {
      return scale;
    }
    String counted = unit.currency();
    String per = unit.suffix().replace("/", " per ");
    return (FigureText.isMoney(unit)
                ? FigureText.symbol(counted) + " " + scale
                : scale + " " + counted)
            .strip()
        + per;
  }
}
