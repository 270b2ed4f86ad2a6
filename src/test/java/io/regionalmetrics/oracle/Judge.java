package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Compares what was answered with what had to be; collects what differs. */
final class Judge {
  private static final Fraction TOLERANCE = Fraction.of(1).over(Fraction.of(100_000_000_000L));

  private final List<String> complaints = new ArrayList<>();
  private final JsonNode answer;
  private boolean open;

  Judge(JsonNode answer) {
    this.answer = answer;
  }

  List<String> complaints() {
    return complaints;
  }

  void same(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      complaints.add("%s: expected %s, was %s".formatted(what, expected, actual));
    }
  }

  /** A finding has to be there, or must not. */
  void finding(String code, boolean expected) {
    same(code, expected, answer.get("findings").findValuesAsText("code").contains(code));
  }

  /** A field of a row. */
  void field(String name, JsonNode row, Field expected) {
    JsonNode node = row.path(name);
    switch (expected) {
      case Field.Missing missing -> {
        if (!missing.codes().contains(node.path("missing").asText())) {
          complaints.add("%s: expected %s, was %s".formatted(name, missing.codes(), node));
        }
      }
      case Field.Found found -> found(name, node, found);
    }
  }

  /** The truth must lie within the bounds of a field, where it has any. */
  void truth(String name, JsonNode row, Fraction truth) {
    JsonNode node = row.path(name);
    same(
        name + " is said to be impossible",
        false,
        node.path("missing").asText().equals("figures-contradict"));
    if (node.has("low")) {
      same(name + " holds " + truth, true, bounds(node).holds(truth));
    }
  }

  private static Term.Range bounds(JsonNode node) {
    return new Term.Range(
        Fraction.of(node.get("low").decimalValue()), Fraction.of(node.get("high").decimalValue()));
  }

  /** A field that is left out where there is no figure. */
  void fieldOrNone(String name, JsonNode row, Field expected) {
    if (expected.isFound() || row.has(name)) {
      field(name, row, expected);
    }
  }

  private void found(String name, JsonNode node, Field.Found found) {
    same(name + " origin", found.origin(), node.path("origin").asText(node.toString()));
    open |= !node.has("low");
    value(name, node, found);
    bounds(name, node, found);
    found
        .said()
        .ifPresent(said -> same(name + " status", said.status(), node.path("status").asText("A")));
  }

  /** What a computed level says that it is computed from: whichever names its regions have. */
  void operands(String name, JsonNode row, Field expected, Atlas atlas) {
    if (expected instanceof Field.Found found && found.said().isEmpty()) {
      Set<String> made = new TreeSet<>();
      found.term().operands().stream()
          .map(operand -> operand.said().cell())
          .forEach(cell ->
              made.add(
                  operand(
                      cell.metric(),
                      atlas.places(cell.region()).toString(),
                      Cell.written(cell.quarter()),
                      cell.isLevel())));
      Set<String> said = new TreeSet<>();
      leaves(row.path(name), atlas, said);
      if (!said.isEmpty()) {
        same(name + " operands", made, said);
      }
    }
  }

  private static void leaves(JsonNode node, Atlas atlas, Set<String> leaves) {
    for (JsonNode operand : node.path("operands")) {
      if (operand.has("operands")) {
        leaves(operand, atlas, leaves);
      } else {
        leaves.add(
            operand(
                operand.path("metric").asText(),
                atlas.places(operand.path("region").asText()).toString(),
                operand.path("period").asText(),
                !operand.path("unit").asText().equals("%")));
      }
    }
  }

  private static String operand(String metric, String places, String quarter, boolean isLevel) {
    return "%s %s %s %s".formatted(metric, places, quarter, isLevel ? "level" : "growth");
  }

  private void bounds(String name, JsonNode node, Field.Found found) {
    Extent extent = new Extent(found.term());
    Optional<Term.Range> range = extent.range();
    if (range.isPresent()) {
      same(name + " has bounds", true, node.has("low") && node.has("high"));
    }
    if (!node.has("low")) {
      return;
    }
    inside(name, node, extent);
    if (range.isPresent() && extent.isKnown()) {
      Term.Range wide = extent.wide().orElseThrow();
      boolean searched = extent.isSearched();
      end(
          name + " low",
          RoundingMode.FLOOR,
          found,
          range.get().low(),
          wide.low(),
          searched,
          node.get("low"));
      end(
          name + " high",
          RoundingMode.CEILING,
          found,
          range.get().high(),
          wide.high(),
          searched,
          node.get("high"));
    }
  }

  /**
   * An end as it has to be: as that of the numbers that leave no level below zero, or where this is
   * given up, of all.
   */
  private void end(
      String name,
      RoundingMode mode,
      Field.Found found,
      Fraction tight,
      Fraction wide,
      boolean isSearched,
      JsonNode actual) {
    BigDecimal expected = end(found, tight, mode);
    BigDecimal most = end(found, wide, mode);
    Fraction number = Fraction.of(actual.decimalValue());
    if (!tight.equals(wide)) {
      Term.Range between =
          new Term.Range(Fraction.of(expected.min(most)), Fraction.of(expected.max(most)));
      same(
          name + " between " + expected + " and " + most + " is " + actual,
          true,
          between.holds(number));
    } else if (isSearched) {
      Fraction error = number.minus(Fraction.of(expected));
      Fraction outward = mode == RoundingMode.FLOOR ? error.times(Fraction.of(-1)) : error;
      Fraction much = number.abs().max(Fraction.of(expected).abs()).times(TOLERANCE);
      same(
          name + " near " + expected + " is " + actual,
          true,
          outward.compareTo(much) <= 0 && outward.plus(much).signum() >= 0);
    } else {
      number(name, expected, actual);
    }
  }

  /** Numbers somewhere within the operands' rounding give figures within the bounds. */
  private void inside(String name, JsonNode node, Extent extent) {
    Random random = new Random(7);
    Term.Range bounds = bounds(node);
    for (int i = 0; i < 3; i++) {
      extent
          .inside(random)
          .flatMap(extent::at)
          .ifPresent(number -> same(name + " holds " + number, true, bounds.holds(number)));
    }
  }

  /** A figure that isn't shown, but may be without bounds. */
  void hidden(Field field) {
    open |= field.isFound() && field.term().range().isEmpty();
  }

  /** Says that a bound can't be given, where one isn't. */
  void openBounds() {
    finding("bounds-open", open);
  }

  /** What a check has to come to. */
  void verdict(Field published, Field computed, JsonNode row) {
    Optional<Term.Range> range = computed.isFound() ? computed.term().range() : Optional.empty();
    Optional<Term.Range> wide =
        computed.isFound() ? new Extent(computed.term()).wide() : Optional.empty();
    Term.Range own = published.term().range().orElseThrow();
    String expected =
        range.map(some -> some.meets(own) ? "consistent" : "inconsistent").orElse("not-checkable");
    boolean isSure = wide.map(own::meets).equals(range.map(own::meets));
    if (isSure && (range.isPresent() || !row.path("computed").has("low"))) {
      same("verdict", expected, row.path("verdict").asText());
    }
  }

  /** A part of a change that is split by logarithms. */
  void effect(String name, JsonNode node, Split split, Split.Part part) {
    BigDecimal expected = split.value(part);
    BigDecimal actual = node.path("value").decimalValue();
    BigDecimal much = expected.abs().multiply(new BigDecimal("1e-11"));
    same(
        name + " near " + expected + " is " + node.path("value"),
        true,
        node.path("value").isNumber() && expected.subtract(actual).abs().compareTo(much) <= 0);
    same(name + " has bounds", split.isBounded(), node.has("low"));
    open |= !node.has("low");
    if (split.isBounded() && node.has("low")) {
      Random random = new Random(5);
      Term.Range bounds = bounds(node);
      for (int i = 0; i < 8; i++) {
        split
            .inside(part, random)
            .ifPresent(
                number -> same(name + " holds " + number, true, bounds.holds(Fraction.of(number))));
      }
      Split.Ends ends = split.ends(part);
      double near =
          1e-9 * Math.max(Math.abs(ends.low()), Math.abs(ends.high())) + 1e-11 * ends.scale();
      near(name + " low", ends.low(), node.get("low").asDouble(), near);
      near(name + " high", ends.high(), node.get("high").asDouble(), near);
    }
  }

  private void near(String name, double expected, double actual, double near) {
    same(name + " near " + expected + " is " + actual, true, Math.abs(expected - actual) <= near);
  }

  /** A figure as it is shown, its value and bounds; nothing where these can't be told. */
  static Optional<String> shown(Field.Found found) {
    Extent extent = new Extent(found.term());
    Optional<Term.Range> range = extent.range();
    boolean isSure = extent.isKnown() && !extent.isSearched() && range.equals(extent.wide());
    return isSure
        ? Optional.of(
            plain(value(found))
                + range
                    .map(some ->
                        " %s %s"
                            .formatted(
                                plain(end(found, some.low(), RoundingMode.FLOOR)),
                                plain(end(found, some.high(), RoundingMode.CEILING))))
                    .orElse(""))
        : Optional.empty();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void value(String name, JsonNode node, Field.Found found) {
    BigDecimal expected = value(found);
    if (found.said().isEmpty() && node.has("low")) {
      // What can't be as it was published, since a level would be below zero, is the nearest that
      // can.
      Term.Range bounds = bounds(node);
      Fraction exact = found.term().value().orElseThrow();
      if (!bounds.holds(exact)) {
        expected = bounds.nearest(exact).rounded(RoundingMode.HALF_EVEN);
      }
    }
    number(name, expected, node.path("value"));
  }

  private void number(String name, BigDecimal expected, JsonNode actual) {
    if (!actual.isNumber() || actual.decimalValue().compareTo(expected) != 0) {
      complaints.add("%s: expected %s, was %s".formatted(name, expected.toPlainString(), actual));
    }
  }

  private static BigDecimal value(Field.Found found) {
    return found.said().isPresent()
        ? found.said().get().value()
        : found.term().value().orElseThrow().rounded(RoundingMode.HALF_EVEN);
  }

  private static BigDecimal end(Field.Found found, Fraction end, RoundingMode mode) {
    Fraction clamped = end.max(found.least());
    return found.said().isPresent() ? exact(clamped) : clamped.rounded(mode);
  }

  private static BigDecimal exact(Fraction number) {
    return new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()));
  }
}
