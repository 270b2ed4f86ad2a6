package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    return parts.differences(
        answer,
        oracle,
        quarter,
        (rows, differences) -> differences(rows, answer, oracle, differences));
  }

  private void differences(
      Map<String, JsonNode> rows, JsonNode answer, Oracle oracle, AnswerDifferences differences) {
    List<ExpectedPartLevels> both = parts.levels(rows.keySet(), List.of(quarter, base), oracle);
    ExpectedPartLevels levels = both.getFirst();
    ExpectedPartLevels before = both.getLast();
    Map<String, ExpectedValue> contributions = new LinkedHashMap<>();
    rows.forEach((region, row) -> {
      ExpectedValue contribution =
          differences(
              row, levels.part(region), before.part(region), before.whole(region), differences);
      contributions.put(region, contribution);
    });
    before.wholes().forEach(differences::hidden);
    parts.order(rows, contributions, differences);
    parts
        .remainder(answer, rows.keySet(), oracle, differences)
        .ifPresent(remainder ->
            differences(
                remainder,
                levels.remainder(),
                before.remainder(),
                before.commonWhole(),
                differences));
    differences.finding("value-implied", levels.anyPartIsImplied());
    differences.finding("base-implied", before.anyIsImplied());
    differences.openBounds();
  }

  /** Compares a row or the remainder, and returns the expected contribution. */
  private static ExpectedValue differences(
      JsonNode row,
      ExpectedValue value,
      ExpectedValue before,
      ExpectedValue wholeBefore,
      AnswerDifferences differences) {
    ExpectedValue change = Oracle.change(value, before);
    ExpectedValue contribution = contribution(change, wholeBefore);
    differences.field("value", row, value);
    differences.field("base", row, before);
    differences.field("change", row, change);
    differences.field("contribution", row, contribution);
    return contribution;
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
