package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.oracle.LogMeanSplit.Part;
import io.regionalmetrics.oracle.LogMeanSplit.Solved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The drivers of the growth of a ratio's numerator. */
record IndependentDrivers(
    String metric, List<String> regions, int quarter, int base, LocalDate asOf)
    implements IndependentComparison {
  @Override
  public String path() {
    return "/v1/comparisons/drivers?company=twitter&metric=%s&region=%s&period=%s&base=%s&asOf=%s"
        .formatted(
            metric,
            String.join(",", regions),
            Cell.quarterName(quarter),
            Cell.quarterName(base),
            asOf);
  }

  @Override
  public int status(Oracle oracle) {
    return RatioDefinition.of(metric).isPresent() ? 200 : 422;
  }

  @Override
  public List<String> differences(JsonNode answer, Oracle oracle) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    RatioDefinition ratio = RatioDefinition.of(metric).orElseThrow();
    QuartersRead quartersRead = QuartersRead.of(metric, quarter, base);
    boolean values = false;
    boolean bases = false;
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      String region = regions.get(i);
      List<ExpectedValue> levels =
          oracle.together(
              view ->
                  List.of(
                      view.level(ratio.numerator(), region, quarter, quartersRead),
                      view.level(ratio.numerator(), region, base, quartersRead),
                      view.denominator(ratio, region, quarter, quartersRead),
                      view.denominator(ratio, region, base, quartersRead)),
              all -> all);
      ExpectedValue value = levels.get(0);
      ExpectedValue before = levels.get(1);
      ExpectedValue over = levels.get(2);
      ExpectedValue overBefore = levels.get(3);
      differences.field("value", row, value);
      differences.field("base", row, before);
      differences.field("change", row, Oracle.change(value, before));
      differences.hidden(over);
      differences.hidden(overBefore);
      JsonNode users = row.at("/drivers/0");
      JsonNode rest = row.at("/drivers/1");
      differences.equal("first driver", ratio.denominator(), users.path("metric").asText());
      differences.equal("second driver", metric, rest.path("metric").asText());
      if (List.of(value, before, over, overBefore).stream().allMatch(ExpectedValue::isFound)) {
        drivers(value, before, over, overBefore, users, rest, differences);
      } else {
        for (JsonNode driver : List.of(users, rest)) {
          differences.field("factor", driver, ExpectedValue.missing());
          differences.field("effect", driver, ExpectedValue.missing());
        }
      }
      values |= value.isImplied() || over.isImplied();
      bases |= before.isImplied() || overBefore.isImplied();
    }
    differences.finding("value-implied", values);
    differences.finding("base-implied", bases);
    differences.openBounds();
    return differences.differences();
  }

  private static void drivers(
      ExpectedValue value,
      ExpectedValue before,
      ExpectedValue over,
      ExpectedValue overBefore,
      JsonNode users,
      JsonNode rest,
      AnswerDifferences differences) {
    ExpectedValue factor = Oracle.ratio(over, overBefore);
    differences.field("factor", users, factor);
    differences.field(
        "factor",
        rest,
        ExpectedValue.derived(
            value
                .calculation()
                .over(over.calculation())
                .over(before.calculation().over(overBefore.calculation()))));
    boolean none =
        List.of(over, overBefore).stream()
            .anyMatch(field -> field.calculation().value().orElseThrow().signum() <= 0);
    if (none) {
      differences.field("effect", users, ExpectedValue.missing("denominator-zero"));
      differences.field("effect", rest, ExpectedValue.missing("denominator-zero"));
    } else {
      Solved solved =
          value.isImplied() ? Solved.VALUE : before.isImplied() ? Solved.BASE : Solved.NEITHER;
      LogMeanSplit split =
          new LogMeanSplit(value.calculation(), before.calculation(), factor.calculation(), solved);
      differences.effect("effect of users", users.path("effect"), split, Part.FACTOR);
      differences.effect("effect of the rest", rest.path("effect"), split, Part.REST);
    }
  }

  @Override
  public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    RatioDefinition ratio = RatioDefinition.of(metric).orElseThrow();
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      Fraction value = trueFigures.of(ratio.numerator(), regions.get(i), quarter);
      Fraction before = trueFigures.of(ratio.numerator(), regions.get(i), base);
      Fraction factor =
          trueFigures
              .denominator(ratio, regions.get(i), quarter)
              .over(trueFigures.denominator(ratio, regions.get(i), base));
      differences.holdsTrueFigure("value", row, value);
      differences.holdsTrueFigure("base", row, before);
      differences.holdsTrueFigure("change", row, value.minus(before));
      differences.holdsTrueFigure("factor", row.at("/drivers/0"), factor);
      differences.holdsTrueFigure("factor", row.at("/drivers/1"), value.over(before).over(factor));
      LogMeanSplit split =
          new LogMeanSplit(Calculation.of(0), Calculation.of(0), Calculation.of(1), Solved.NEITHER);
      BigDecimal users = split.at(Part.FACTOR, value, before, factor);
      BigDecimal rest = split.at(Part.REST, value, before, factor);
      differences.holdsTrueFigure("effect", row.at("/drivers/0"), Fraction.of(users));
      differences.holdsTrueFigure("effect", row.at("/drivers/1"), Fraction.of(rest));
    }
    return differences.differences();
  }
}
