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
  private static final int MOST_OPERANDS = 13;

  private final List<String> complaints = new ArrayList<>();
  private final JsonNode answer;

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
    number(name, value(found), node.path("value"));
    if (found.term().operands().size() <= MOST_OPERANDS) {
      bounds(name, node, found);
    }
    found
        .said()
        .ifPresent(said -> same(name + " status", said.status(), node.path("status").asText("A")));
  }

  /** What a computed level says that it is computed from: whichever names its regions have. */
  void operands(String name, JsonNode row, Field expected, Atlas atlas) {
    if (expected instanceof Field.Found found && found.said().isEmpty()) {
      Set<String> made = new TreeSet<>();
      found
          .term()
          .operands()
          .keySet()
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
    Optional<Term.Range> range = found.term().range();
    same(name + " has bounds", range.isPresent(), node.has("low") && node.has("high"));
    if (range.isPresent() && node.has("low") && node.has("high")) {
      number(name + " low", end(found, range.get().low(), RoundingMode.FLOOR), node.get("low"));
      number(
          name + " high", end(found, range.get().high(), RoundingMode.CEILING), node.get("high"));
      inside(name, node, found);
    }
  }

  /** Numbers somewhere within the operands' rounding give figures within the bounds. */
  private void inside(String name, JsonNode node, Field.Found found) {
    Random random = new Random(7);
    Term.Range bounds = bounds(node);
    for (int i = 0; i < 3; i++) {
      Fraction number = found.term().at(found.term().inside(random));
      same(name + " holds " + number, true, bounds.holds(number));
    }
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
