package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Growth in euros of money reported in dollars. Each level converts at the rate of its own quarter;
 * a published growth is in dollars.
 */
record IndependentGrowthInEuros(IndependentGrowth growth) implements IndependentComparison {
  @Override
  public String path() {
    return growth.path() + "&currency=EUR";
  }

  @Override
  public LocalDate asOf() {
    return growth.asOf();
  }

  private static ExpectedValue inEuros(ExpectedValue level, int quarter) {
    if (!(level instanceof ExpectedValue.Figure found)) {
      return level;
    }
    Calculation dollars =
        found.calculation() instanceof Calculation.Level(Calculation calculation)
            ? calculation
            : found.calculation();
    return ExpectedValue.level(
        dollars.over(new Calculation.Constant(MadeUpRates.average(quarter))),
        found.isImplied() ? "implied" : "derived");
  }

  private ExpectedValue growth(Oracle.GrowthRow dollars, ExpectedValue value, ExpectedValue base) {
    if (!dollars.growth().isPublished()) {
      return Oracle.computedGrowth(value, base);
    }
    Fraction rates = MadeUpRates.average(growth.base()).over(MadeUpRates.average(growth.quarter()));
    return ExpectedValue.derived(
        Calculation.of(1)
            .plus(dollars.growth().calculation().over(Calculation.of(100)))
            .times(new Calculation.Constant(rates))
            .minus(Calculation.of(1))
            .times(Calculation.of(100)));
  }

  @Override
  public List<String> differences(JsonNode answer, Oracle oracle) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    boolean beside = false;
    boolean disagree = false;
    for (int i = 0; i < growth.regions().size(); i++) {
      Oracle.GrowthRow dollars =
          oracle.growth(growth.metric(), growth.regions().get(i), growth.quarter(), growth.base());
      ExpectedValue value = inEuros(dollars.value(), growth.quarter());
      ExpectedValue base = inEuros(dollars.base(), growth.base());
      JsonNode row = answer.at("/rows/" + i);
      differences.field("value", row, value);
      differences.field("base", row, base);
      differences.field("change", row, Oracle.change(value, base));
      differences.field("growth", row, growth(dollars, value, base));
      differences.fieldOrNone("growthInReportingCurrency", row, dollars.growth());
      beside |= row.has("growthInReportingCurrency");
      disagree |= dollars.disagrees();
    }
    differences.finding("exchange-rate-in-growth", beside);
    differences.finding("growth-disagrees", disagree);
    return differences.differences();
  }

  @Override
  public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    for (int i = 0; i < growth.regions().size(); i++) {
      String region = growth.regions().get(i);
      JsonNode row = answer.at("/rows/" + i);
      Fraction value =
          trueFigures
              .of(growth.metric(), region, growth.quarter())
              .over(MadeUpRates.average(growth.quarter()));
      Fraction base =
          trueFigures
              .of(growth.metric(), region, growth.base())
              .over(MadeUpRates.average(growth.base()));
      differences.holdsTrueFigure("value", row, value);
      differences.holdsTrueFigure("base", row, base);
      differences.holdsTrueFigure("change", row, value.minus(base));
      differences.holdsTrueFigure(
          "growth", row, value.over(base).minus(Fraction.ONE).times(Fraction.of(100)));
    }
    return differences.differences();
  }

  /** The same growth in euros; empty if the metric isn't money. */
  static Optional<IndependentComparison> like(IndependentGrowth growth) {
    return growth.metric().equals(Cell.USERS)
        ? Optional.empty()
        : Optional.of(new IndependentGrowthInEuros(growth));
  }
}
