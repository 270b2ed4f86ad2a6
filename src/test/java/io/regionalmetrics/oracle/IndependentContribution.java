package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contributions of parts to the growth of a whole. */
record IndependentContribution(PartsOfWhole parts, int quarter, int base, LocalDate asOf)
    implements IndependentComparison {
  @Override
  public String path() {
    return "/v1/comparisons/contribution?company=twitter&%s&period=%s&base=%s&asOf=%s"
        .formatted(parts.query(), Cell.quarterName(quarter), Cell.quarterName(base), asOf);
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
    Map<String, ExpectedValue> before = levels(rows, base, oracle);
    Map<String, ExpectedValue> contributions = new LinkedHashMap<>();
    ExpectedValue whole = level(parts.whole(), quarter, oracle);
    ExpectedValue wholeBefore = level(parts.whole(), base, oracle);
    rows.forEach((region, row) -> {
      ExpectedValue change = Oracle.change(values.get(region), before.get(region));
      contributions.put(region, contribution(change, wholeBefore));
      differences.field("value", row, values.get(region));
      differences.field("base", row, before.get(region));
      differences.field("change", row, change);
      differences.field("contribution", row, contributions.get(region));
    });
    differences.hidden(wholeBefore);
    parts.order(rows, contributions, differences);
    boolean remains = parts.divide(oracle, List.copyOf(rows.keySet()));
    differences.equal("remainder", remains, answer.has("remainder"));
    if (remains) {
      JsonNode remainder = answer.path("remainder");
      ExpectedValue rest = PartsOfWhole.remainder(whole, List.copyOf(values.values()));
      ExpectedValue restBefore = PartsOfWhole.remainder(wholeBefore, List.copyOf(before.values()));
      differences.field("value", remainder, rest);
      differences.field("base", remainder, restBefore);
      differences.field("change", remainder, Oracle.change(rest, restBefore));
      differences.field(
          "contribution", remainder, contribution(Oracle.change(rest, restBefore), wholeBefore));
    }
    differences.finding(
        "value-implied", values.values().stream().anyMatch(ExpectedValue::isImplied));
    differences.finding(
        "base-implied",
        Stream.concat(before.values().stream(), Stream.of(wholeBefore))
            .anyMatch(ExpectedValue::isImplied));
    differences.openBounds();
  }

  private Map<String, ExpectedValue> levels(Map<String, JsonNode> rows, int of, Oracle oracle) {
    Map<String, ExpectedValue> levels = new LinkedHashMap<>();
    rows.keySet().forEach(region -> levels.put(region, level(region, of, oracle)));
    return levels;
  }

  private ExpectedValue level(String region, int of, Oracle oracle) {
    return oracle.level(parts.metric(), region, of, QuartersRead.of(parts.metric(), quarter, base));
  }

  private static ExpectedValue contribution(ExpectedValue change, ExpectedValue wholeBefore) {
    if (!change.isFound() || !wholeBefore.isFound()) {
      return ExpectedValue.missing();
    }
    return wholeBefore.calculation().value().orElseThrow().signum() <= 0
        ? ExpectedValue.missing("base-not-positive")
        : ExpectedValue.derived(
            change.calculation().over(wholeBefore.calculation()).times(Calculation.of(100)));
  }

  @Override
  public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    for (JsonNode row : answer.path("rows")) {
      Fraction value = trueFigures.of(parts.metric(), row.path("region").asText(), quarter);
      Fraction before = trueFigures.of(parts.metric(), row.path("region").asText(), base);
      differences.holdsTrueFigure("value", row, value);
      differences.holdsTrueFigure("base", row, before);
      differences.holdsTrueFigure("change", row, value.minus(before));
      differences.holdsTrueFigure(
          "contribution",
          row,
          value
              .minus(before)
              .over(trueFigures.of(parts.metric(), parts.whole(), base))
              .times(Fraction.of(100)));
    }
    return differences.differences();
  }
}
