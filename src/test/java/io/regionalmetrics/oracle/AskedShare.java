package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts as shares of a whole. */
record AskedShare(Parts parts, int quarter, Optional<Integer> base, LocalDate asOf)
    implements Asked {
  @Override
  public String path() {
    return "/v1/comparisons/share?company=twitter&%s&period=%s%s&asOf=%s"
        .formatted(
            parts.query(),
            Cell.written(quarter),
            base.map(before -> "&base=" + Cell.written(before)).orElse(""),
            asOf);
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
    Map<String, Field> before = base.map(then -> levels(rows, then, oracle)).orElse(Map.of());
    Field whole = level(parts.whole(), quarter, oracle);
    Optional<Field> wholeBefore = base.map(then -> level(parts.whole(), then, oracle));
    rows.forEach((region, row) -> {
      Field value = values.get(region);
      Field share = share(value, whole, true);
      judge.field("value", row, value);
      judge.field("whole", row, whole);
      judge.field("share", row, share);
      if (base.isPresent()) {
        Field then = share(before.get(region), wholeBefore.orElseThrow(), true);
        judge.field("change", row, Oracle.change(share, then));
        judge.hidden(before.get(region));
      } else {
        judge.operands("value", row, value, oracle.atlas());
      }
    });
    wholeBefore.ifPresent(judge::hidden);
    parts.order(rows, values, judge);
    boolean remains = parts.divide(oracle, List.copyOf(rows.keySet()));
    judge.same("remainder", remains, answer.has("remainder"));
    if (remains) {
      JsonNode remainder = answer.path("remainder");
      Field rest = Parts.remainder(whole, List.copyOf(values.values()));
      judge.field("value", remainder, rest);
      judge.field("share", remainder, share(rest, whole, false));
      wholeBefore.ifPresent(then -> {
        Field restBefore = Parts.remainder(then, List.copyOf(before.values()));
        judge.field(
            "change",
            remainder,
            Oracle.change(share(rest, whole, false), share(restBefore, then, false)));
      });
    }
    if (base.isPresent()) {
      judge.finding("value-implied", anyImplied(values, whole));
      judge.finding("base-implied", anyImplied(before, wholeBefore.orElseThrow()));
    }
    judge.openBounds();
  }

  private static boolean anyImplied(Map<String, Field> parts, Field whole) {
    return Stream.concat(parts.values().stream(), Stream.of(whole)).anyMatch(Field::isImplied);
  }

  private Map<String, Field> levels(Map<String, JsonNode> rows, int of, Oracle oracle) {
    Map<String, Field> levels = new LinkedHashMap<>();
    rows.keySet().forEach(region -> levels.put(region, level(region, of, oracle)));
    return levels;
  }

  private Field level(String region, int of, Oracle oracle) {
    Reads reads =
        base.map(before -> Reads.of(parts.metric(), quarter, before))
            .orElseGet(() -> Reads.of(parts.metric(), quarter));
    return oracle.level(parts.metric(), region, of, reads);
  }

  private static Field share(Field value, Field whole, boolean isPart) {
    if (!value.isFound() || !whole.isFound()) {
      return Field.missing();
    }
    if (whole.term().value().orElseThrow().signum() <= 0) {
      return Field.missing("whole-not-positive");
    }
    Term share = value.term().over(whole.term()).times(Term.of(100));
    return isPart ? Field.share(share) : Field.derived(share);
  }

  @Override
  public List<String> lies(JsonNode answer, Case.Truth truth) {
    Judge judge = new Judge(answer);
    for (JsonNode row : answer.path("rows")) {
      String region = row.path("region").asText();
      judge.truth("value", row, truth.of(parts.metric(), region, quarter));
      judge.truth("whole", row, truth.of(parts.metric(), parts.whole(), quarter));
      judge.truth("share", row, share(truth, region, quarter));
      base.ifPresent(before ->
          judge.truth(
              "change", row, share(truth, region, quarter).minus(share(truth, region, before))));
    }
    return judge.complaints();
  }

  private Fraction share(Case.Truth truth, String region, int of) {
    return truth
        .of(parts.metric(), region, of)
        .over(truth.of(parts.metric(), parts.whole(), of))
        .times(Fraction.of(100));
  }
}
