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

/** Compares an answer with the expected one and collects the differences. */
final class AnswerDifferences {
  private static final Fraction TOLERANCE = Fraction.of(1).over(Fraction.of(100_000_000_000L));

  private final List<String> differences = new ArrayList<>();
  private final JsonNode answer;
  private boolean open;

  AnswerDifferences(JsonNode answer) {
    this.answer = answer;
  }

  List<String> differences() {
    return differences;
  }

  void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add("%s: expected %s, was %s".formatted(what, expected, actual));
    }
  }

  /** Checks whether the answer has a finding. */
  void finding(String code, boolean expected) {
    equal(code, expected, answer.get("findings").findValuesAsText("code").contains(code));
  }

  /** Checks a field of a row. */
  void field(String name, JsonNode row, ExpectedValue expected) {
    JsonNode node = row.path(name);
    switch (expected) {
      case ExpectedValue.Missing missing -> {
        if (!missing.codes().contains(node.path("missing").asText())) {
          differences.add("%s: expected %s, was %s".formatted(name, missing.codes(), node));
        }
      }
      case ExpectedValue.Figure found -> found(name, node, found);
    }
  }

  /** Checks that the bounds of a field, if it has any, hold the true figure. */
  void holdsTrueFigure(String name, JsonNode row, Fraction trueFigure) {
    JsonNode node = row.path(name);
    equal(
        name + " is said to be impossible",
        false,
        node.path("missing").asText().equals("figures-contradict"));
    if (node.has("low")) {
      equal(name + " holds " + trueFigure, true, bounds(node).holds(trueFigure));
    }
  }

  private static Calculation.Range bounds(JsonNode node) {
    return new Calculation.Range(
        Fraction.of(node.get("low").decimalValue()), Fraction.of(node.get("high").decimalValue()));
  }

  /** Checks a field that an answer leaves out if there is no figure. */
  void fieldOrNone(String name, JsonNode row, ExpectedValue expected) {
    if (expected.isFound() || row.has(name)) {
      field(name, row, expected);
    }
  }

  private void found(String name, JsonNode node, ExpectedValue.Figure found) {
    equal(name + " origin", found.origin(), node.path("origin").asText(node.toString()));
    open |= !node.has("low");
    value(name, node, found);
    bounds(name, node, found);
    found
        .statement()
        .ifPresent(statement ->
            equal(name + " status", statement.status(), node.path("status").asText("A")));
  }

  /** Checks the operands of a computed level, whichever names their regions have. */
  void operands(
      String name, JsonNode row, ExpectedValue expected, RegionDefinitions regionDefinitions) {
    if (expected instanceof ExpectedValue.Figure found && found.statement().isEmpty()) {
      Set<String> made = new TreeSet<>();
      found.calculation().operands().stream()
          .map(operand -> operand.statement().cell())
          .forEach(cell ->
              made.add(
                  operand(
                      cell.metric(),
                      regionDefinitions.places(cell.region()).toString(),
                      Cell.quarterName(cell.quarter()),
                      cell.isLevel())));
      Set<String> statement = new TreeSet<>();
      leaves(row.path(name), regionDefinitions, statement);
      if (!statement.isEmpty()) {
        equal(name + " operands", made, statement);
      }
    }
  }

  private static void leaves(
      JsonNode node, RegionDefinitions regionDefinitions, Set<String> leaves) {
    for (JsonNode operand : node.path("operands")) {
      if (operand.has("operands")) {
        leaves(operand, regionDefinitions, leaves);
      } else {
        leaves.add(
            operand(
                operand.path("metric").asText(),
                regionDefinitions.places(operand.path("region").asText()).toString(),
                operand.path("period").asText(),
                !operand.path("unit").asText().equals("%")));
      }
    }
  }

  private static String operand(String metric, String places, String quarter, boolean isLevel) {
    return "%s %s %s %s".formatted(metric, places, quarter, isLevel ? "level" : "growth");
  }

  private void bounds(String name, JsonNode node, ExpectedValue.Figure found) {
    CalculationRange calculationRange = new CalculationRange(found.calculation());
    Optional<Calculation.Range> range = calculationRange.range();
    if (range.isPresent()) {
      equal(name + " has bounds", true, node.has("low") && node.has("high"));
    }
    if (!node.has("low")) {
      return;
    }
    inside(name, node, calculationRange);
    if (range.isPresent() && calculationRange.isKnown()) {
      Calculation.Range rangeIgnoringZero = calculationRange.rangeIgnoringZero().orElseThrow();
      boolean searched = calculationRange.isSearched();
      end(
          name + " low",
          RoundingMode.FLOOR,
          found,
          range.get().low(),
          rangeIgnoringZero.low(),
          searched,
          node.get("low"));
      end(
          name + " high",
          RoundingMode.CEILING,
          found,
          range.get().high(),
          rangeIgnoringZero.high(),
          searched,
          node.get("high"));
    }
  }

  /**
   * Checks one bound: tight over the numbers that leave no level below zero or, if the service
   * gives that up, over all numbers.
   */
  private void end(
      String name,
      RoundingMode mode,
      ExpectedValue.Figure found,
      Fraction tight,
      Fraction rangeIgnoringZero,
      boolean isSearched,
      JsonNode actual) {
    BigDecimal expected = end(found, tight, mode);
    BigDecimal most = end(found, rangeIgnoringZero, mode);
    Fraction number = Fraction.of(actual.decimalValue());
    if (!tight.equals(rangeIgnoringZero)) {
      Calculation.Range between =
          new Calculation.Range(Fraction.of(expected.min(most)), Fraction.of(expected.max(most)));
      equal(
          name + " between " + expected + " and " + most + " is " + actual,
          true,
          between.holds(number));
    } else if (isSearched) {
      Fraction error = number.minus(Fraction.of(expected));
      Fraction outward = mode == RoundingMode.FLOOR ? error.times(Fraction.of(-1)) : error;
      Fraction much = number.abs().max(Fraction.of(expected).abs()).times(TOLERANCE);
      equal(
          name + " near " + expected + " is " + actual,
          true,
          outward.compareTo(much) <= 0 && outward.plus(much).signum() >= 0);
    } else {
      number(name, expected, actual);
    }
  }

  /** Checks that random numbers within the operands' rounding give figures within the bounds. */
  private void inside(String name, JsonNode node, CalculationRange calculationRange) {
    Random random = new Random(7);
    Calculation.Range bounds = bounds(node);
    for (int i = 0; i < 3; i++) {
      calculationRange
          .inside(random)
          .flatMap(calculationRange::at)
          .ifPresent(number -> equal(name + " holds " + number, true, bounds.holds(number)));
    }
  }

  /** Notes a figure that the answer doesn't show, but that may lack bounds. */
  void hidden(ExpectedValue field) {
    open |= field.isFound() && field.calculation().range().isEmpty();
  }

  /** Checks for the finding that says a bound can't be given. */
  void openBounds() {
    finding("bounds-open", open);
  }

  /** Checks the verdict of a row. */
  void verdict(ExpectedValue published, ExpectedValue computed, JsonNode row) {
    Optional<Calculation.Range> range =
        computed.isFound() ? computed.calculation().range() : Optional.empty();
    Optional<Calculation.Range> rangeIgnoringZero =
        computed.isFound()
            ? new CalculationRange(computed.calculation()).rangeIgnoringZero()
            : Optional.empty();
    Calculation.Range own = published.calculation().range().orElseThrow();
    String expected =
        range.map(some -> some.meets(own) ? "consistent" : "inconsistent").orElse("not-checkable");
    boolean isSure = rangeIgnoringZero.map(own::meets).equals(range.map(own::meets));
    if (isSure && (range.isPresent() || !row.path("computed").has("low"))) {
      equal("verdict", expected, row.path("verdict").asText());
    }
  }

  /** Checks one part of a change split by the logarithmic mean. */
  void effect(String name, JsonNode node, LogMeanSplit split, LogMeanSplit.Part part) {
    BigDecimal expected = split.value(part);
    BigDecimal actual = node.path("value").decimalValue();
    BigDecimal much = expected.abs().multiply(new BigDecimal("1e-11"));
    equal(
        name + " near " + expected + " is " + node.path("value"),
        true,
        node.path("value").isNumber() && expected.subtract(actual).abs().compareTo(much) <= 0);
    equal(name + " has bounds", split.isBounded(), node.has("low"));
    open |= !node.has("low");
    if (split.isBounded() && node.has("low")) {
      Random random = new Random(5);
      Calculation.Range bounds = bounds(node);
      for (int i = 0; i < 8; i++) {
        split
            .inside(part, random)
            .ifPresent(number ->
                equal(name + " holds " + number, true, bounds.holds(Fraction.of(number))));
      }
      LogMeanSplit.SplitRange ends = split.ends(part);
      double near =
          1e-9 * Math.max(Math.abs(ends.low()), Math.abs(ends.high())) + 1e-11 * ends.scale();
      near(name + " low", ends.low(), node.get("low").asDouble(), near);
      near(name + " high", ends.high(), node.get("high").asDouble(), near);
    }
  }

  private void near(String name, double expected, double actual, double near) {
    equal(name + " near " + expected + " is " + actual, true, Math.abs(expected - actual) <= near);
  }

  /** A figure's value and bounds as shown; empty if they can't be determined exactly. */
  static Optional<String> shown(ExpectedValue.Figure found) {
    CalculationRange calculationRange = new CalculationRange(found.calculation());
    Optional<Calculation.Range> range = calculationRange.range();
    boolean isSure =
        calculationRange.isKnown()
            && !calculationRange.isSearched()
            && range.equals(calculationRange.rangeIgnoringZero());
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

  private void value(String name, JsonNode node, ExpectedValue.Figure found) {
    BigDecimal expected = value(found);
    if (found.statement().isEmpty() && node.has("low")) {
      // What can't be as it was published, since a level would be below zero, is the nearest that
      // can.
      Calculation.Range bounds = bounds(node);
      Fraction exact = found.calculation().value().orElseThrow();
      if (!bounds.holds(exact)) {
        expected = bounds.nearest(exact).rounded(RoundingMode.HALF_EVEN);
      }
    }
    number(name, expected, node.path("value"));
  }

  private void number(String name, BigDecimal expected, JsonNode actual) {
    if (!actual.isNumber() || actual.decimalValue().compareTo(expected) != 0) {
      differences.add("%s: expected %s, was %s".formatted(name, expected.toPlainString(), actual));
    }
  }

  private static BigDecimal value(ExpectedValue.Figure found) {
    return found.statement().isPresent()
        ? found.statement().get().value()
        : found.calculation().value().orElseThrow().rounded(RoundingMode.HALF_EVEN);
  }

  private static BigDecimal end(ExpectedValue.Figure found, Fraction end, RoundingMode mode) {
    Fraction clamped = end.max(found.least());
    return found.statement().isPresent() ? exact(clamped) : clamped.rounded(mode);
  }

  private static BigDecimal exact(Fraction number) {
    return new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()));
  }
}
