package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shares of parts in a whole. */
record IndependentShare(PartsOfWhole parts, int quarter, Optional<Integer> base, LocalDate asOf)
    implements IndependentComparison {
  @Override
  public String path() {
    return "/v1/comparisons/share?company=twitter&%s&period=%s%s&asOf=%s"
        .formatted(
            parts.query(),
            Cell.quarterName(quarter),
            base.map(before -> "&base=" + Cell.quarterName(before)).orElse(""),
            asOf);
  }

  @Override
  public int status(Oracle oracle) {
    return parts.status(oracle);
  }

  @Override
  public List<String> differences(JsonNode answer, Oracle oracle) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    List<String> regions = parts.of(oracle);
    parts
        .rows(answer, regions, differences)
        .ifPresent(rows -> differences(rows, answer, oracle, differences));
    parts.findings(oracle, regions, differences);
    return differences.differences();
  }

  private void differences(
      Map<String, JsonNode> rows, JsonNode answer, Oracle oracle, AnswerDifferences differences) {
    Map<String, ExpectedValue> values = levels(rows, quarter, oracle);
    Map<String, ExpectedValue> before =
        base.map(then -> levels(rows, then, oracle)).orElse(Map.of());
    ExpectedValue whole = level(parts.whole(), quarter, oracle);
    Optional<ExpectedValue> wholeBefore = base.map(then -> level(parts.whole(), then, oracle));
    rows.forEach((region, row) -> {
      ExpectedValue value = values.get(region);
      ExpectedValue share = share(value, whole, true);
      differences.field("value", row, value);
      differences.field("whole", row, whole);
      differences.field("share", row, share);
      if (base.isPresent()) {
        ExpectedValue then = share(before.get(region), wholeBefore.orElseThrow(), true);
        differences.field("change", row, Oracle.change(share, then));
        differences.hidden(before.get(region));
      } else {
        differences.operands("value", row, value, oracle.regionDefinitions());
      }
    });
    wholeBefore.ifPresent(differences::hidden);
    parts.order(rows, values, differences);
    boolean remains = parts.divide(oracle, List.copyOf(rows.keySet()));
    differences.equal("remainder", remains, answer.has("remainder"));
    if (remains) {
      JsonNode remainder = answer.path("remainder");
      ExpectedValue rest = PartsOfWhole.remainder(whole, List.copyOf(values.values()));
      differences.field("value", remainder, rest);
      differences.field("share", remainder, share(rest, whole, false));
      wholeBefore.ifPresent(then -> {
        ExpectedValue restBefore = PartsOfWhole.remainder(then, List.copyOf(before.values()));
        differences.field(
            "change",
            remainder,
            Oracle.change(share(rest, whole, false), share(restBefore, then, false)));
      });
    }
    if (base.isPresent()) {
      differences.finding("value-implied", anyImplied(values, whole));
      differences.finding("base-implied", anyImplied(before, wholeBefore.orElseThrow()));
    }
    differences.openBounds();
  }

  private static boolean anyImplied(Map<String, ExpectedValue> parts, ExpectedValue whole) {
    return Stream.concat(parts.values().stream(), Stream.of(whole))
        .anyMatch(ExpectedValue::isImplied);
  }

  private Map<String, ExpectedValue> levels(Map<String, JsonNode> rows, int of, Oracle oracle) {
    Map<String, ExpectedValue> levels = new LinkedHashMap<>();
    rows.keySet().forEach(region -> levels.put(region, level(region, of, oracle)));
    return levels;
  }

  private ExpectedValue level(String region, int of, Oracle oracle) {
    QuartersRead quartersRead =
        base.map(before -> QuartersRead.of(parts.metric(), quarter, before))
            .orElseGet(() -> QuartersRead.of(parts.metric(), quarter));
    return oracle.level(parts.metric(), region, of, quartersRead);
  }

  private static ExpectedValue share(ExpectedValue value, ExpectedValue whole, boolean isPart) {
    if (!value.isFound() || !whole.isFound()) {
      return ExpectedValue.missing();
    }
    if (whole.calculation().value().orElseThrow().signum() <= 0) {
      return ExpectedValue.missing("whole-not-positive");
    }
    Calculation share = value.calculation().over(whole.calculation()).times(Calculation.of(100));
    return isPart ? ExpectedValue.share(share) : ExpectedValue.derived(share);
  }

  @Override
  public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    for (JsonNode row : answer.path("rows")) {
      String region = row.path("region").asText();
      differences.holdsTrueFigure("value", row, trueFigures.of(parts.metric(), region, quarter));
      differences.holdsTrueFigure(
          "whole", row, trueFigures.of(parts.metric(), parts.whole(), quarter));
      differences.holdsTrueFigure("share", row, share(trueFigures, region, quarter));
      base.ifPresent(before ->
          differences.holdsTrueFigure(
              "change",
              row,
              share(trueFigures, region, quarter).minus(share(trueFigures, region, before))));
    }
    return differences.differences();
  }

  private Fraction share(Scenario.TrueFigures trueFigures, String region, int of) {
    return trueFigures
        .of(parts.metric(), region, of)
        .over(trueFigures.of(parts.metric(), parts.whole(), of))
        .times(Fraction.of(100));
  }
}
