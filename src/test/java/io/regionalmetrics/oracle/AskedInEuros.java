package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Growth of money, reported in dollars, in euros: each level over its own quarter's rate; a
 * published growth is one in dollars.
 */
record AskedInEuros(Growth growth) implements Asked {
  @Override
  public String path() {
    return growth.path() + "&currency=EUR";
  }

  @Override
  public LocalDate asOf() {
    return growth.asOf();
  }

  private static Field inEuros(Field level, int quarter) {
    if (!(level instanceof Field.Found found)) {
      return level;
    }
    Term dollars = found.term() instanceof Term.Level(Term term) ? term : found.term();
    return Field.level(
        dollars.over(new Term.Constant(Rates.average(quarter))),
        found.isImplied() ? "implied" : "derived");
  }

  private Field growth(Oracle.Grown dollars, Field value, Field base) {
    if (!dollars.growth().isPublished()) {
      return Oracle.grown(value, base);
    }
    Fraction rates = Rates.average(growth.base()).over(Rates.average(growth.quarter()));
    return Field.derived(
        Term.of(1)
            .plus(dollars.growth().term().over(Term.of(100)))
            .times(new Term.Constant(rates))
            .minus(Term.of(1))
            .times(Term.of(100)));
  }

  @Override
  public List<String> complaints(JsonNode answer, Oracle oracle) {
    Judge judge = new Judge(answer);
    boolean beside = false;
    boolean disagree = false;
    for (int i = 0; i < growth.regions().size(); i++) {
      Oracle.Grown dollars =
          oracle.growth(growth.metric(), growth.regions().get(i), growth.quarter(), growth.base());
      Field value = inEuros(dollars.value(), growth.quarter());
      Field base = inEuros(dollars.base(), growth.base());
      JsonNode row = answer.at("/rows/" + i);
      judge.field("value", row, value);
      judge.field("base", row, base);
      judge.field("change", row, Oracle.change(value, base));
      judge.field("growth", row, growth(dollars, value, base));
      judge.fieldOrNone("growthInReportingCurrency", row, dollars.growth());
      beside |= row.has("growthInReportingCurrency");
      disagree |= dollars.disagrees();
    }
    judge.finding("exchange-rate-in-growth", beside);
    judge.finding("growth-disagrees", disagree);
    return judge.complaints();
  }

  @Override
  public List<String> lies(JsonNode answer, Case.Truth truth) {
    Judge judge = new Judge(answer);
    for (int i = 0; i < growth.regions().size(); i++) {
      String region = growth.regions().get(i);
      JsonNode row = answer.at("/rows/" + i);
      Fraction value =
          truth.of(growth.metric(), region, growth.quarter()).over(Rates.average(growth.quarter()));
      Fraction base =
          truth.of(growth.metric(), region, growth.base()).over(Rates.average(growth.base()));
      judge.truth("value", row, value);
      judge.truth("base", row, base);
      judge.truth("change", row, value.minus(base));
      judge.truth("growth", row, value.over(base).minus(Fraction.ONE).times(Fraction.of(100)));
    }
    return judge.complaints();
  }

  /** Some such question like another. */
  static Optional<Asked> like(Growth growth) {
    return growth.metric().equals(Cell.USERS)
        ? Optional.empty()
        : Optional.of(new AskedInEuros(growth));
  }
}
