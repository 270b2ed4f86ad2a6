package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was published against what follows from other figures.
 *
 * @param metrics all where it is empty
 * @param regions all where it is empty
 * @param quarter all where it is empty
 */
record AskedCheck(
    List<String> metrics, List<String> regions, Optional<Integer> quarter, LocalDate asOf)
    implements Asked {
  private static final List<String> RELATIONS = List.of("ratio", "sum", "growth", "sources");

  /** A metric in a region in a quarter. */
  private record Looked(String metric, String region, int quarter) {}

  /** A row that there has to be. */
  private record Row(String relation, Looked at, Field published, Field computed) {
    String key() {
      return "%s %s %s %s"
          .formatted(relation, at.metric(), at.region(), Cell.written(at.quarter()));
    }
  }

  @Override
  public String path() {
    return "/v1/comparisons/check?company=twitter%s%s%s&asOf=%s"
        .formatted(
            metrics.isEmpty() ? "" : "&metric=" + String.join(",", metrics),
            regions.isEmpty() ? "" : "&region=" + String.join(",", regions),
            quarter.map(one -> "&period=" + Cell.written(one)).orElse(""),
            asOf);
  }

  @Override
  public List<String> complaints(JsonNode answer, Oracle oracle) {
    Judge judge = new Judge(answer);
    List<Row> expected = expected(oracle);
    int last = 0;
    for (JsonNode row : answer.path("rows")) {
      int relation = RELATIONS.indexOf(row.path("relation").asText());
      judge.same("order of " + row.path("relation"), true, relation >= last);
      last = relation;
      String key =
          "%s %s %s %s"
              .formatted(
                  row.path("relation").asText(),
                  row.path("metric").asText(),
                  row.path("region").asText(),
                  row.path("period").asText());
      List<Row> alike = expected.stream().filter(one -> one.key().equals(key)).toList();
      judge.same("a row like " + row, false, alike.isEmpty());
      Optional<Row> met =
          alike.stream().filter(one -> complaints(one, row, answer, oracle).isEmpty()).findFirst();
      if (met.isPresent()) {
        expected.remove(met.get());
      } else if (!alike.isEmpty()) {
        judge.complaints().add(key + complaints(alike.getFirst(), row, answer, oracle));
        expected.remove(alike.getFirst());
      }
    }
    judge.same("missing rows", List.of(), expected);
    return judge.complaints();
  }

  private static List<String> complaints(
      Row expected, JsonNode row, JsonNode answer, Oracle oracle) {
    Judge judge = new Judge(answer);
    Field difference = Oracle.change(expected.published(), expected.computed());
    judge.field("published", row, expected.published());
    judge.field("computed", row, expected.computed());
    judge.fieldOrNone("difference", row, difference);
    if (expected.relation().equals("ratio")) {
      judge.operands("computed", row, expected.computed(), oracle.atlas());
    }
    judge.verdict(expected.published(), expected.computed(), row);
    return judge.complaints();
  }

  private List<Row> expected(Oracle oracle) {
    List<Looked> looked = looked(oracle);
    Reads reads = new Reads(new HashMap<>());
    for (Looked at : looked) {
      Reads.of(at.metric(), at.quarter(), at.quarter() - 1, at.quarter() - 4)
          .quarters()
          .forEach((metric, quarters) ->
              reads
                  .quarters()
                  .merge(
                      metric,
                      quarters,
                      (some, more) -> {
                        some.addAll(more);
                        return some;
                      }));
    }
    List<Row> rows = new ArrayList<>();
    looked.forEach(at -> rows.addAll(ratio(at, oracle, reads)));
    rows.addAll(sums(looked, oracle));
    looked.forEach(at -> rows.addAll(growths(at, oracle, reads)));
    looked.forEach(at -> rows.addAll(sources(at, oracle)));
    return rows;
  }

  private List<Looked> looked(Oracle oracle) {
    List<Looked> looked = new ArrayList<>();
    for (String metric : metrics.isEmpty() ? Cell.METRICS : metrics) {
      for (String region : regions.isEmpty() ? oracle.atlas().regions() : regions) {
        (quarter.isPresent()
                ? Stream.of(quarter.get())
                : quarters(metric, region, oracle).reversed().stream())
            .forEach(one -> looked.add(new Looked(metric, region, one)));
      }
    }
    return looked;
  }

  private static List<Integer> quarters(String metric, String region, Oracle oracle) {
    Map<String, Integer> places = oracle.atlas().places(region);
    return oracle.atlas().regions().stream()
        .filter(one -> oracle.atlas().places(one).equals(places))
        .flatMap(one -> oracle.ledger().quarters(metric, one).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Row> ratio(Looked at, Oracle oracle, Reads reads) {
    return Ratio.of(at.metric())
        .flatMap(ratio ->
            published(at, Cell.LEVEL, oracle)
                .map(said ->
                    new Row(
                        "ratio",
                        at,
                        said,
                        oracle.quotient(ratio, at.region(), at.quarter(), reads))))
        .stream()
        .toList();
  }

  private static Optional<Field> published(Looked at, String measure, Oracle oracle) {
    return oracle.published(at.metric(), at.region(), at.quarter(), measure).map(Field::said);
  }

  /** Each definition once: at the region it defines, or at another where that isn't asked about. */
  private static List<Row> sums(List<Looked> looked, Oracle oracle) {
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (Looked at : looked) {
      if (Ratio.of(at.metric()).isEmpty()) {
        oracle
            .atlas()
            .sums()
            .forEach((defined, sum) ->
                sum(at, defined, sum, looked, oracle)
                    .ifPresent(
                        row -> rows.putIfAbsent(List.of(at.metric(), at.quarter(), defined), row)));
      }
    }
    return List.copyOf(rows.values());
  }

  private static Optional<Row> sum(
      Looked at, String defined, String sum, List<Looked> looked, Oracle oracle) {
    Map<String, Integer> zero = new LinkedHashMap<>();
    zero.put(defined, -1);
    zero.putAll(Atlas.terms(sum));
    Optional<Ledger.Vintage> published =
        oracle.said(Cell.level(at.metric(), at.region(), at.quarter()));
    if (!zero.containsKey(at.region()) || published.isEmpty()) {
      return Optional.empty();
    }
    Field computed = others(at, zero, oracle);
    boolean isAsked =
        looked.contains(new Looked(at.metric(), defined, at.quarter()))
            || looked.stream()
                .anyMatch(one -> one.metric().equals(at.metric()) && one.region().equals(defined));
    return defined.equals(at.region()) || computed.isFound() && !isAsked
        ? Optional.of(new Row("sum", at, Field.said(published.get()), computed))
        : Optional.empty();
  }

  /** What a region is by the others of a sum that is zero. */
  private static Field others(Looked at, Map<String, Integer> zero, Oracle oracle) {
    Term sum = null;
    for (Map.Entry<String, Integer> one : zero.entrySet()) {
      if (one.getKey().equals(at.region())) {
        continue;
      }
      Optional<Ledger.Vintage> said =
          oracle.said(Cell.level(at.metric(), one.getKey(), at.quarter()));
      if (said.isEmpty()) {
        return Field.missing();
      }
      int sign = -one.getValue() * zero.get(at.region());
      Term term = Field.said(said.get()).term();
      Term before = sum == null ? Term.of(0) : sum;
      sum = sign > 0 ? before.plus(term) : before.minus(term);
    }
    Term all = java.util.Objects.requireNonNull(sum);
    Field level = Field.level(all, "derived");
    return level.isFound() ? level : Field.derived(all);
  }

  private static List<Row> growths(Looked at, Oracle oracle, Reads reads) {
    List<Row> rows = new ArrayList<>();
    for (String measure : List.of("yoy", "qoq")) {
      published(at, measure, oracle)
          .ifPresent(said ->
              rows.add(
                  new Row(
                      "growth",
                      at,
                      said,
                      Oracle.grown(
                          oracle.stated(at.metric(), at.region(), at.quarter(), reads),
                          oracle.stated(
                              at.metric(),
                              at.region(),
                              at.quarter() - Cell.apart(measure),
                              reads)))));
    }
    return rows;
  }

  private static List<Row> sources(Looked at, Oracle oracle) {
    return oracle.published(at.metric(), at.region(), at.quarter(), Cell.LEVEL).stream()
        .flatMap(said ->
            oracle.alternatives(said.said().cell()).stream()
                .map(other -> new Row("sources", at, Field.said(said), Field.said(other))))
        .toList();
  }

  @Override
  public List<String> lies(JsonNode answer, Case.Truth truth) {
    Judge judge = new Judge(answer);
    for (JsonNode row : answer.path("rows")) {
      judge.truth("difference", row, Fraction.ZERO);
      judge.same("contradicts", false, row.path("verdict").asText().equals("inconsistent"));
    }
    return judge.complaints();
  }
}
