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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of charts: names of companies, metrics, regions and units, and figures. Unlike in a
 * sentence, each stands by itself.
 */
public final class Labels {
  /** Published figures with more digits are rounded to this number of digits. */
  private static final int MOST_DIGITS = 6;

  private final Map<String, Vocabulary> vocabularies = new HashMap<>();

  /** The labels that the definitions of some companies give. */
  public Labels(Collection<Vocabulary> vocabularies) {
    vocabularies.forEach(one -> this.vocabularies.put(one.id(), one));
  }

  private Vocabulary vocabulary(String company) {
    Vocabulary vocabulary = vocabularies.get(company);
    if (vocabulary == null) {
      throw new IllegalArgumentException("no definitions of company '%s'".formatted(company));
    }
    return vocabulary;
  }

  /** A company's name. */
  public String company(String id) {
    return vocabulary(id).company().company().name();
  }

  /** The name of a metric: "Revenue per user"; its id if it is not defined. */
  public String metric(String company, String id) {
    return vocabulary(company).metric(id).map(Metric::name).orElse(id);
  }

  /**
   * The name of a region or expression: "Japan", "Outside the United States" for {@code WORLD-US},
   * "United States + Canada" for {@code US+CA}.
   */
  public String region(String company, String requested) {
    Vocabulary vocabulary = vocabulary(company);
    RegionExpression expression = RegionExpression.parse(requested);
    boolean restOfWorld =
        expression.terms().size() > 1
            && RegionPhrase.isRestOfWorld(expression.map(code -> id(vocabulary, code)));
    return restOfWorld ? outside(vocabulary, expression) : sum(vocabulary, expression);
  }

  /** "Outside Japan and the United States". */
  private static String outside(Vocabulary vocabulary, RegionExpression expression) {
    List<String> names = new ArrayList<>();
    expression
        .terms()
        .forEach((code, sign) -> {
          if (sign < 0) {
            names.add(vocabulary.region(code).map(Countries::inSentence).orElse(code));
          }
        });
    return "Outside " + String.join(" and ", names);
  }

  /** "United States + Canada", "Europe − Germany". */
  private static String sum(Vocabulary vocabulary, RegionExpression expression) {
    StringBuilder text = new StringBuilder();
    expression
        .terms()
        .forEach((code, sign) -> {
          String plus = text.isEmpty() ? "" : " + ";
          text.append(sign > 0 ? plus : " − ").append(name(vocabulary, code));
        });
    return text.toString();
  }

  /** Whether a region is the world, under any of its codes. */
  public boolean isWorld(String company, String requested) {
    return isSameRegion(company, requested, Region.WORLD);
  }

  /** Whether two codes mean the same region of a company: {@code UCAN} is an alias of another. */
  public boolean isSameRegion(String company, String requested, String code) {
    Vocabulary vocabulary = vocabulary(company);
    return RegionExpression.parse(requested)
        .single()
        .filter(single -> id(vocabulary, single).equals(id(vocabulary, code)))
        .isPresent();
  }

  private static String id(Vocabulary vocabulary, String code) {
    return vocabulary.region(code).map(Region::id).orElse(code);
  }

  private static String name(Vocabulary vocabulary, String code) {
    return vocabulary.region(code).map(Region::name).orElse(code);
  }

  /** A figure for people: {@code $106m}, {@code 12.5%}, {@code −3 points}. */
  public static String amount(Figure figure) {
    return amount(figure, 0);
  }

  /** Like {@link #amount(Figure)}, with a least number of digits. */
  public static String amount(Figure figure, int leastDigits) {
    int most = Math.max(MOST_DIGITS, leastDigits);
    boolean many = figure.origin() == Origin.REPORTED && figure.value().precision() > most;
    BigDecimal shown = figure.value().round(new MathContext(most));
    return minus(
        FigureText.number(
            many ? new Figure(shown, Optional.empty(), figure.unit(), figure.origin()) : figure,
            leastDigits));
  }

  /** The bounds of a figure: "9.88% to 15.2%"; "without bounds" if they are open. */
  public static String bounds(Figure figure) {
    return minus(FigureText.bounds(figure));
  }

  /** Replaces hyphens by minus signs. */
  private static String minus(String text) {
    return text.replace('-', '−');
  }

  /**
   * A unit with a scale: "$ million per user", "million users".
   *
   * @param scale the scale in words, such as {@code million}; may be empty
   */
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
    return scaled(unit, scale).strip() + unit.suffix().replace("/", " per ");
  }

  private static String scaled(Unit unit, String scale) {
    String counted = unit.currency();
    return unit.isMoney() ? FigureText.symbol(counted) + " " + scale : scale + " " + counted;
  }
}
