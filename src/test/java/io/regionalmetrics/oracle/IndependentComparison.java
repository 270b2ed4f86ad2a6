package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question about figures, and the independent recomputation of its answer. */
sealed interface IndependentComparison
    permits IndependentComparison.IndependentGrowth,
        IndependentComparison.IndependentRegions,
        IndependentShare,
        IndependentContribution,
        IndependentDrivers,
        IndependentRevisions,
        IndependentCheck,
        IndependentGrowthInEuros {
  /** The request: path and query. */
  String path();

  /** The expected status. */
  default int status(Oracle oracle) {
    return 200;
  }

  /** The differences between an answer and the oracle's. */
  List<String> differences(JsonNode answer, Oracle oracle);

  /** The day whose knowledge the answer must reflect. */
  LocalDate asOf();

  /** The fields whose bounds don't hold the true figure. */
  List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures);

  /** Growth of a metric in regions from a base quarter. */
  record IndependentGrowth(
      String metric, List<String> regions, int quarter, int base, LocalDate asOf)
      implements IndependentComparison {
    @Override
    public String path() {
      return "/v1/comparisons/growth?company=twitter&metric=%s&region=%s&period=%s&base=%s&asOf=%s"
          .formatted(
              metric, String.join(",", regions), Cell.quarterName(quarter), baseParameter(), asOf);
    }

    private String baseParameter() {
      return switch (quarter - base) {
        case 1 -> "qoq";
        case 4 -> "yoy";
        default -> Cell.quarterName(base);
      };
    }

    @Override
    public List<String> differences(JsonNode answer, Oracle oracle) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      boolean disagree = false;
      boolean values = false;
      boolean bases = false;
      for (int i = 0; i < regions.size(); i++) {
        Oracle.GrowthRow computedGrowth = oracle.growth(metric, regions.get(i), quarter, base);
        JsonNode row = answer.at("/rows/" + i);
        differences.field("value", row, computedGrowth.value());
        differences.field("base", row, computedGrowth.base());
        differences.field("change", row, computedGrowth.change());
        differences.field("growth", row, computedGrowth.growth());
        if (!computedGrowth.value().isImplied() && !computedGrowth.base().isImplied()) {
          differences.operands("value", row, computedGrowth.value(), oracle.regionDefinitions());
          differences.operands("base", row, computedGrowth.base(), oracle.regionDefinitions());
        }
        values |= computedGrowth.value().isImplied();
        bases |= computedGrowth.base().isImplied();
        disagree |= computedGrowth.disagrees();
      }
      differences.finding("growth-disagrees", disagree);
      differences.finding("base-implied", bases);
      differences.finding("value-implied", values);
      differences.finding(
          "overlap-unknown",
          regions.stream()
              .anyMatch(region ->
                  oracle.interpretations().isWellDefined(region)
                      != RegionInterpretations.Certainty.ALWAYS));
      differences.openBounds();
      return differences.differences();
    }

    @Override
    public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      for (int i = 0; i < regions.size(); i++) {
        JsonNode row = answer.at("/rows/" + i);
        Fraction value = trueFigures.of(metric, regions.get(i), quarter);
        Fraction before = trueFigures.of(metric, regions.get(i), base);
        differences.holdsTrueFigure("value", row, value);
        differences.holdsTrueFigure("base", row, before);
        differences.holdsTrueFigure("change", row, value.minus(before));
        differences.holdsTrueFigure(
            "growth", row, trueFigures.growth(metric, regions.get(i), quarter, base));
      }
      return differences.differences();
    }
  }

  /** Levels of regions, each as a ratio to one of them. */
  record IndependentRegions(
      String metric, List<String> regions, String against, int quarter, LocalDate asOf)
      implements IndependentComparison {
    @Override
    public String path() {
      return "/v1/comparisons/regions?company=twitter&metric=%s&region=%s&period=%s&against=%s&asOf=%s"
          .formatted(metric, String.join(",", regions), Cell.quarterName(quarter), against, asOf);
    }

    @Override
    public List<String> differences(JsonNode answer, Oracle oracle) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      QuartersRead quartersRead = QuartersRead.of(metric, quarter);
      ExpectedValue whole = oracle.level(metric, against, quarter, quartersRead);
      List<Optional<Fraction>> values = new ArrayList<>();
      for (int i = 0; i < regions.size(); i++) {
        ExpectedValue value = oracle.level(metric, regions.get(i), quarter, quartersRead);
        ExpectedValue ratio = Oracle.ratio(value, whole);
        differences.field("value", answer.at("/rows/" + i), value);
        differences.field("ratio", answer.at("/rows/" + i), ratio);
        differences.operands("value", answer.at("/rows/" + i), value, oracle.regionDefinitions());
        values.add(value.isFound() ? value.calculation().value() : Optional.empty());
      }
      for (int i = 0; i < regions.size(); i++) {
        differences.equal(
            "rank",
            rank(values, values.get(i)),
            answer.at("/rows/" + i).path("rank").asText("none"));
      }
      differences.hidden(whole);
      differences.openBounds();
      return differences.differences();
    }

    @Override
    public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      Fraction whole = trueFigures.of(metric, against, quarter);
      for (int i = 0; i < regions.size(); i++) {
        Fraction value = trueFigures.of(metric, regions.get(i), quarter);
        differences.holdsTrueFigure("value", answer.at("/rows/" + i), value);
        differences.holdsTrueFigure("ratio", answer.at("/rows/" + i), value.over(whole));
      }
      return differences.differences();
    }
  }

  /** The rank of a value among others; the largest is 1. */
  static String rank(List<Optional<Fraction>> values, Optional<Fraction> value) {
    return value
        .map(own ->
            Long.toString(
                1
                    + values.stream()
                        .flatMap(Optional::stream)
                        .filter(other -> other.compareTo(own) > 0)
                        .count()))
        .orElse("none");
  }
}
