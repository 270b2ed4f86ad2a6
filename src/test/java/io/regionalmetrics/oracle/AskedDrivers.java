package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.oracle.Split.Part;
import io.regionalmetrics.oracle.Split.Solved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What drove the growth of a ratio's numerator. */
record AskedDrivers(String metric, List<String> regions, int quarter, int base, LocalDate asOf)
    implements Asked {
  @Override
  public String path() {
    return "/v1/comparisons/drivers?company=twitter&metric=%s&region=%s&period=%s&base=%s&asOf=%s"
        .formatted(
            metric, String.join(",", regions), Cell.written(quarter), Cell.written(base), asOf);
  }

  @Override
  public int status(Oracle oracle) {
    return Ratio.of(metric).isPresent() ? 200 : 422;
  }

  @Override
  public List<String> complaints(JsonNode answer, Oracle oracle) {
    Judge judge = new Judge(answer);
    Ratio ratio = Ratio.of(metric).orElseThrow();
    Reads reads = Reads.of(metric, quarter, base);
    boolean values = false;
    boolean bases = false;
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      Field value = oracle.level(ratio.numerator(), regions.get(i), quarter, reads);
      Field before = oracle.level(ratio.numerator(), regions.get(i), base, reads);
      Field over = oracle.denominator(ratio, regions.get(i), quarter, reads);
      Field overBefore = oracle.denominator(ratio, regions.get(i), base, reads);
      judge.field("value", row, value);
      judge.field("base", row, before);
      judge.field("change", row, Oracle.change(value, before));
      judge.hidden(over);
      judge.hidden(overBefore);
      JsonNode users = row.at("/drivers/0");
      JsonNode rest = row.at("/drivers/1");
      judge.same("first driver", ratio.denominator(), users.path("metric").asText());
      judge.same("second driver", metric, rest.path("metric").asText());
      if (List.of(value, before, over, overBefore).stream().allMatch(Field::isFound)) {
        drivers(value, before, over, overBefore, users, rest, judge);
      } else {
        for (JsonNode driver : List.of(users, rest)) {
          judge.field("factor", driver, Field.missing());
          judge.field("effect", driver, Field.missing());
        }
      }
      values |= value.isImplied() || over.isImplied();
      bases |= before.isImplied() || overBefore.isImplied();
    }
    judge.finding("value-implied", values);
    judge.finding("base-implied", bases);
    judge.openBounds();
    return judge.complaints();
  }

  private static void drivers(
      Field value,
      Field before,
      Field over,
      Field overBefore,
      JsonNode users,
      JsonNode rest,
      Judge judge) {
    Field factor = Oracle.ratio(over, overBefore);
    judge.field("factor", users, factor);
    judge.field(
        "factor",
        rest,
        Field.derived(value.term().over(over.term()).over(before.term().over(overBefore.term()))));
    boolean none =
        List.of(over, overBefore).stream()
            .anyMatch(field -> field.term().value().orElseThrow().signum() <= 0);
    if (none) {
      judge.field("effect", users, Field.missing("denominator-zero"));
      judge.field("effect", rest, Field.missing("denominator-zero"));
    } else {
      Solved solved =
          value.isImplied() ? Solved.VALUE : before.isImplied() ? Solved.BASE : Solved.NEITHER;
      Split split = new Split(value.term(), before.term(), factor.term(), solved);
      judge.effect("effect of users", users.path("effect"), split, Part.FACTOR);
      judge.effect("effect of the rest", rest.path("effect"), split, Part.REST);
    }
  }

  @Override
  public List<String> lies(JsonNode answer, Case.Truth truth) {
    Judge judge = new Judge(answer);
    Ratio ratio = Ratio.of(metric).orElseThrow();
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      Fraction value = truth.of(ratio.numerator(), regions.get(i), quarter);
      Fraction before = truth.of(ratio.numerator(), regions.get(i), base);
      Fraction factor =
          truth
              .denominator(ratio, regions.get(i), quarter)
              .over(truth.denominator(ratio, regions.get(i), base));
      judge.truth("value", row, value);
      judge.truth("base", row, before);
      judge.truth("change", row, value.minus(before));
      judge.truth("factor", row.at("/drivers/0"), factor);
      judge.truth("factor", row.at("/drivers/1"), value.over(before).over(factor));
      Split split = new Split(Term.of(0), Term.of(0), Term.of(1), Solved.NEITHER);
      BigDecimal users = split.at(Part.FACTOR, value, before, factor);
      BigDecimal rest = split.at(Part.REST, value, before, factor);
      judge.truth("effect", row.at("/drivers/0"), Fraction.of(users));
      judge.truth("effect", row.at("/drivers/1"), Fraction.of(rest));
    }
    return judge.complaints();
  }
}
