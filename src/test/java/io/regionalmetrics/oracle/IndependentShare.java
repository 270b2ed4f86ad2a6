package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return parts.differences(
        answer,
        oracle,
        quarter,
        (rows, differences) -> differences(rows, answer, oracle, differences));
  }

  private void differences(
      Map<String, JsonNode> rows, JsonNode answer, Oracle oracle, AnswerDifferences differences) {
    List<Integer> quarters = base.map(then -> List.of(quarter, then)).orElse(List.of(quarter));
    List<ExpectedPartLevels> both = parts.levels(rows.keySet(), quarters, oracle);
    ExpectedPartLevels levels = both.getFirst();
    Optional<ExpectedPartLevels> before = base.map(then -> both.getLast());
    rows.forEach((region, row) -> {
      differences(region, row, levels, before, differences);
      if (before.isEmpty()) {
        differences.operands("value", row, levels.part(region), oracle.regionDefinitions());
      }
    });
    before.ifPresent(then -> then.wholes().forEach(differences::hidden));
    parts.order(rows, levels.byRegion(), differences);
    parts
        .remainder(answer, rows.keySet(), oracle, differences)
        .ifPresent(remainder -> remainderDifferences(remainder, levels, before, differences));
    before.ifPresent(then -> {
      differences.finding("value-implied", levels.anyIsImplied());
      differences.finding("base-implied", then.anyIsImplied());
    });
    differences.openBounds();
  }

  private static void differences(
      String region,
      JsonNode row,
      ExpectedPartLevels levels,
      Optional<ExpectedPartLevels> before,
      AnswerDifferences differences) {
    ExpectedValue share = share(levels.part(region), levels.whole(region), true);
    differences.field("value", row, levels.part(region));
    differences.field("whole", row, levels.whole(region));
    differences.field("share", row, share);
    before.ifPresent(then -> {
      ExpectedValue shareBefore = share(then.part(region), then.whole(region), true);
      differences.field("change", row, Oracle.change(share, shareBefore));
      differences.hidden(then.part(region));
    });
  }

  private static void remainderDifferences(
      JsonNode remainder,
      ExpectedPartLevels levels,
      Optional<ExpectedPartLevels> before,
      AnswerDifferences differences) {
    ExpectedValue share = share(levels.remainder(), levels.commonWhole(), false);
    differences.field("value", remainder, levels.remainder());
    differences.field("share", remainder, share);
    before.ifPresent(then -> {
      ExpectedValue shareBefore = share(then.remainder(), then.commonWhole(), false);
      differences.field("change", remainder, Oracle.change(share, shareBefore));
    });
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
