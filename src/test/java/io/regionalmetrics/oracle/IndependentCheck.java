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
 * The check of published figures against figures computed from others.
 *
 * @param metrics empty for all
 * @param regions empty for all
 * @param quarter empty for all
 */
record IndependentCheck(
    List<String> metrics, List<String> regions, Optional<Integer> quarter, LocalDate asOf)
    implements IndependentComparison {
  private static final List<String> RELATIONS = List.of("ratio", "sum", "growth", "sources");

  /** A metric in a region and a quarter. */
  private record CheckedCell(String metric, String region, int quarter) {}

  /** A row that the answer must have. */
  private record Row(
      String relation, CheckedCell at, ExpectedValue published, ExpectedValue computed) {
    String key() {
      return "%s %s %s %s"
          .formatted(relation, at.metric(), at.region(), Cell.quarterName(at.quarter()));
    }
  }

  @Override
  public String path() {
    return "/v1/comparisons/check?company=twitter%s%s%s&asOf=%s"
        .formatted(
            metrics.isEmpty() ? "" : "&metric=" + String.join(",", metrics),
            regions.isEmpty() ? "" : "&region=" + String.join(",", regions),
            quarter.map(one -> "&period=" + Cell.quarterName(one)).orElse(""),
            asOf);
  }

  @Override
  public List<String> differences(JsonNode answer, Oracle oracle) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    List<Row> expected = expected(oracle);
    int last = 0;
    for (JsonNode row : answer.path("rows")) {
      int relation = RELATIONS.indexOf(row.path("relation").asText());
      differences.equal("order of " + row.path("relation"), true, relation >= last);
      last = relation;
      String key =
          "%s %s %s %s"
              .formatted(
                  row.path("relation").asText(),
                  row.path("metric").asText(),
                  row.path("region").asText(),
                  row.path("period").asText());
      List<Row> alike = expected.stream().filter(one -> one.key().equals(key)).toList();
      differences.equal("a row like " + row, false, alike.isEmpty());
      Optional<Row> met =
          alike.stream().filter(one -> differences(one, row, answer, oracle).isEmpty()).findFirst();
      if (met.isPresent()) {
        expected.remove(met.get());
      } else if (!alike.isEmpty()) {
        differences.differences().add(key + differences(alike.getFirst(), row, answer, oracle));
        expected.remove(alike.getFirst());
      }
    }
    differences.equal("missing rows", List.of(), expected);
    return differences.differences();
  }

  private static List<String> differences(
      Row expected, JsonNode row, JsonNode answer, Oracle oracle) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    ExpectedValue difference = Oracle.change(expected.published(), expected.computed());
    differences.field("published", row, expected.published());
    differences.field("computed", row, expected.computed());
    differences.fieldOrNone("difference", row, difference);
    if (expected.relation().equals("ratio")) {
      differences.operands("computed", row, expected.computed(), oracle.regionDefinitions());
    }
    differences.verdict(expected.published(), expected.computed(), row);
    return differences.differences();
  }

  private List<Row> expected(Oracle oracle) {
    List<CheckedCell> checkedCells = checkedCells(oracle);
    QuartersRead quartersRead = new QuartersRead(new HashMap<>());
    for (CheckedCell at : checkedCells) {
      QuartersRead.of(at.metric(), at.quarter(), at.quarter() - 1, at.quarter() - 4)
          .quarters()
          .forEach((metric, quarters) ->
              quartersRead
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
    checkedCells.forEach(at -> rows.addAll(ratio(at, oracle, quartersRead)));
    rows.addAll(sums(checkedCells, oracle));
    checkedCells.forEach(at -> rows.addAll(growths(at, oracle, quartersRead)));
    checkedCells.forEach(at -> rows.addAll(sources(at, oracle)));
    return rows;
  }

  private List<CheckedCell> checkedCells(Oracle oracle) {
    List<CheckedCell> checkedCells = new ArrayList<>();
    for (String metric : metrics.isEmpty() ? Cell.METRICS : metrics) {
      for (String region : regions.isEmpty() ? oracle.regionDefinitions().regions() : regions) {
        (quarter.isPresent()
                ? Stream.of(quarter.get())
                : quarters(metric, region, oracle).reversed().stream())
            .forEach(one -> checkedCells.add(new CheckedCell(metric, region, one)));
      }
    }
    return checkedCells;
  }

  private static List<Integer> quarters(String metric, String region, Oracle oracle) {
    Map<String, Integer> places = oracle.regionDefinitions().places(region);
    return oracle.regionDefinitions().regions().stream()
        .filter(one -> oracle.regionDefinitions().places(one).equals(places))
        .flatMap(one -> oracle.ledger().quarters(metric, one).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Row> ratio(CheckedCell at, Oracle oracle, QuartersRead quartersRead) {
    return RatioDefinition.of(at.metric())
        .flatMap(ratio ->
            published(at, Cell.LEVEL, oracle)
                .map(statement ->
                    oracle.together(
                        view ->
                            new Row(
                                "ratio",
                                at,
                                published(at, Cell.LEVEL, view).orElseThrow(),
                                view.quotient(ratio, at.region(), at.quarter(), quartersRead)),
                        row -> List.of(row.published(), row.computed()))))
        .stream()
        .toList();
  }

  private static Optional<ExpectedValue> published(CheckedCell at, String measure, Oracle oracle) {
    return oracle
        .published(at.metric(), at.region(), at.quarter(), measure)
        .map(ExpectedValue::statement);
  }

  /**
   * One row for each definition: at the region it defines or, if that isn't asked about, at
   * another.
   */
  private static List<Row> sums(List<CheckedCell> checkedCells, Oracle oracle) {
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (CheckedCell at : checkedCells) {
      if (RatioDefinition.of(at.metric()).isEmpty()) {
        oracle
            .regionDefinitions()
            .sums()
            .forEach((defined, sum) ->
                sum(at, defined, sum, checkedCells, oracle)
                    .ifPresent(
                        row -> rows.putIfAbsent(List.of(at.metric(), at.quarter(), defined), row)));
      }
    }
    return List.copyOf(rows.values());
  }

  private static Optional<Row> sum(
      CheckedCell at, String defined, String sum, List<CheckedCell> checkedCells, Oracle oracle) {
    Map<String, Integer> zero = new LinkedHashMap<>();
    zero.put(defined, -1);
    zero.putAll(RegionDefinitions.terms(sum));
    Optional<PublicationHistory.Vintage> published =
        oracle.statement(Cell.level(at.metric(), at.region(), at.quarter()));
    if (!zero.containsKey(at.region()) || published.isEmpty()) {
      return Optional.empty();
    }
    ExpectedValue computed = others(at, zero, oracle);
    boolean isAsked =
        checkedCells.contains(new CheckedCell(at.metric(), defined, at.quarter()))
            || checkedCells.stream()
                .anyMatch(one -> one.metric().equals(at.metric()) && one.region().equals(defined));
    return defined.equals(at.region()) || computed.isFound() && !isAsked
        ? Optional.of(sum(at, zero, oracle))
        : Optional.empty();
  }

  private static Row sum(CheckedCell at, Map<String, Integer> zero, Oracle oracle) {
    Cell cell = Cell.level(at.metric(), at.region(), at.quarter());
    return oracle.together(
        view ->
            new Row(
                "sum",
                at,
                ExpectedValue.statement(view.statement(cell).orElseThrow()),
                others(at, zero, view)),
        row -> List.of(row.published(), row.computed()));
  }

  /** A region computed from the other terms of a sum that is zero. */
  private static ExpectedValue others(CheckedCell at, Map<String, Integer> zero, Oracle oracle) {
    Calculation sum = null;
    for (Map.Entry<String, Integer> one : zero.entrySet()) {
      if (one.getKey().equals(at.region())) {
        continue;
      }
      Optional<PublicationHistory.Vintage> statement =
          oracle.statement(Cell.level(at.metric(), one.getKey(), at.quarter()));
      if (statement.isEmpty()) {
        return ExpectedValue.missing();
      }
      int sign = -one.getValue() * zero.get(at.region());
      Calculation calculation = ExpectedValue.statement(statement.get()).calculation();
      Calculation before = sum == null ? Calculation.of(0) : sum;
      sum = sign > 0 ? before.plus(calculation) : before.minus(calculation);
    }
    Calculation all = java.util.Objects.requireNonNull(sum);
    ExpectedValue level = ExpectedValue.level(all, "derived");
    return level.isFound() ? level : ExpectedValue.derived(all);
  }

  private static List<Row> growths(CheckedCell at, Oracle oracle, QuartersRead quartersRead) {
    List<Row> rows = new ArrayList<>();
    for (String measure : List.of("yoy", "qoq")) {
      oracle
          .published(at.metric(), at.region(), at.quarter(), measure)
          .ifPresent(growth ->
              rows.add(growth(at, measure, growth, oracle.whenPublished(growth), quartersRead)));
    }
    return rows;
  }

  private static Row growth(
      CheckedCell at,
      String measure,
      PublicationHistory.Vintage growth,
      Oracle then,
      QuartersRead quartersRead) {
    int base = at.quarter() - Cell.quartersApart(measure);
    return new Row(
        "growth",
        at,
        ExpectedValue.statement(growth),
        Oracle.computedGrowth(
            then.stated(at.metric(), at.region(), at.quarter(), quartersRead),
            then.stated(at.metric(), at.region(), base, quartersRead)));
  }

  private static List<Row> sources(CheckedCell at, Oracle oracle) {
    return oracle.published(at.metric(), at.region(), at.quarter(), Cell.LEVEL).stream()
        .flatMap(statement ->
            oracle.alternatives(statement.statement().cell()).stream()
                .map(other ->
                    new Row(
                        "sources",
                        at,
                        ExpectedValue.statement(statement),
                        ExpectedValue.statement(other))))
        .toList();
  }

  @Override
  public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    for (JsonNode row : answer.path("rows")) {
      differences.holdsTrueFigure("difference", row, Fraction.ZERO);
      differences.equal("contradicts", false, row.path("verdict").asText().equals("inconsistent"));
    }
    return differences.differences();
  }
}
