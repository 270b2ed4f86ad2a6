package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What parts added to the growth of a whole. */
record AskedContribution(Parts parts, int quarter, int base, LocalDate asOf) implements Asked {
  @Override
  public String path() {
    return "/v1/comparisons/contribution?company=twitter&%s&period=%s&base=%s&asOf=%s"
        .formatted(parts.query(), Cell.written(quarter), Cell.written(base), asOf);
  }

  @Override
  public int status(Oracle oracle) {
    return parts.status(oracle);
  }

  @Override
  public List<String> complaints(JsonNode answer, Oracle oracle) {
    Judge judge = new Judge(answer);
    List<String> regions = parts.of(oracle);
    parts.rows(answer, regions, judge).ifPresent(rows -> judge(rows, answer, oracle, judge));
    parts.findings(oracle, regions, judge);
    return judge.complaints();
  }

  private void judge(Map<String, JsonNode> rows, JsonNode answer, Oracle oracle, Judge judge) {
    Map<String, Field> values = levels(rows, quarter, oracle);
    Map<String, Field> before = levels(rows, base, oracle);
    Map<String, Field> contributions = new LinkedHashMap<>();
    Field whole = level(parts.whole(), quarter, oracle);
    Field wholeBefore = level(parts.whole(), base, oracle);
    rows.forEach((region, row) -> {
      Field change = Oracle.change(values.get(region), before.get(region));
      contributions.put(region, contribution(change, wholeBefore));
      judge.field("value", row, values.get(region));
      judge.field("base", row, before.get(region));
      judge.field("change", row, change);
      judge.field("contribution", row, contributions.get(region));
    });
    judge.hidden(wholeBefore);
    parts.order(rows, contributions, judge);
    boolean remains = parts.divide(oracle, List.copyOf(rows.keySet()));
    judge.same("remainder", remains, answer.has("remainder"));
    if (remains) {
      JsonNode remainder = answer.path("remainder");
      Field rest = Parts.remainder(whole, List.copyOf(values.values()));
      Field restBefore = Parts.remainder(wholeBefore, List.copyOf(before.values()));
      judge.field("value", remainder, rest);
      judge.field("base", remainder, restBefore);
      judge.field("change", remainder, Oracle.change(rest, restBefore));
      judge.field(
          "contribution", remainder, contribution(Oracle.change(rest, restBefore), wholeBefore));
    }
    judge.finding("value-implied", values.values().stream().anyMatch(Field::isImplied));
    judge.finding(
        "base-implied",
        Stream.concat(before.values().stream(), Stream.of(wholeBefore)).anyMatch(Field::isImplied));
    judge.openBounds();
  }

  private Map<String, Field> levels(Map<String, JsonNode> rows, int of, Oracle oracle) {
    Map<String, Field> levels = new LinkedHashMap<>();
    rows.keySet().forEach(region -> levels.put(region, level(region, of, oracle)));
    return levels;
  }

  private Field level(String region, int of, Oracle oracle) {
    return oracle.level(parts.metric(), region, of, Reads.of(parts.metric(), quarter, base));
  }

  private static Field contribution(Field change, Field wholeBefore) {
    if (!change.isFound() || !wholeBefore.isFound()) {
      return Field.missing();
    }
    return wholeBefore.term().value().orElseThrow().signum() <= 0
        ? Field.missing("base-not-positive")
        : Field.derived(change.term().over(wholeBefore.term()).times(Term.of(100)));
  }

  @Override
  public List<String> lies(JsonNode answer, Case.Truth truth) {
    Judge judge = new Judge(answer);
    for (JsonNode row : answer.path("rows")) {
      Fraction value = truth.of(parts.metric(), row.path("region").asText(), quarter);
      Fraction before = truth.of(parts.metric(), row.path("region").asText(), base);
      judge.truth("value", row, value);
      judge.truth("base", row, before);
      judge.truth("change", row, value.minus(before));
      judge.truth(
          "contribution",
          row,
          value
              .minus(before)
              .over(truth.of(parts.metric(), parts.whole(), base))
              .times(Fraction.of(100)));
    }
    return judge.complaints();
  }
}
