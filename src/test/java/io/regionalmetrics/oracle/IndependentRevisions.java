package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The revisions of figures between two days.
 *
 * @param from empty to leave it out: the service then takes the day of the first vintage
 */
record IndependentRevisions(
    String metric, List<String> regions, int quarter, Optional<LocalDate> from, LocalDate asOf)
    implements IndependentComparison {
  @Override
  public String path() {
    return "/v1/comparisons/revisions?company=twitter&metric=%s&region=%s&period=%s%s&to=%s"
        .formatted(
            metric,
            String.join(",", regions),
            Cell.quarterName(quarter),
            from.map(day -> "&from=" + day).orElse(""),
            asOf);
  }

  /** A conclusion of the answer; optional unless {@code isSure}. */
  private record ExpectedConclusion(
      String code, int row, Object before, Object after, boolean isSure) {}

  @Override
  public List<String> differences(JsonNode answer, Oracle oracle) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    LocalDate first = LocalDate.parse(answer.at("/question/from").asText());
    first(first, oracle, differences);
    Oracle then = oracle.asOf(first);
    QuartersRead quartersRead =
        QuartersRead.of(metric, quarter, quarter - 4, quarter + 4, quarter - 1, quarter + 1);
    List<ExpectedValue> before = new ArrayList<>();
    List<ExpectedValue> after = new ArrayList<>();
    List<ExpectedConclusion> expected = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      before.add(then.level(metric, regions.get(i), quarter, quartersRead));
      after.add(oracle.level(metric, regions.get(i), quarter, quartersRead));
      differences.field("before", row, before.get(i));
      differences.field("after", row, after.get(i));
      differences.field("change", row, Oracle.change(after.get(i), before.get(i)));
      if (differ(row.path("before"), row.path("after"))) {
        growths(i, then, oracle, quartersRead, expected);
      }
    }
    ranks(before, after, expected);
    conclusions(answer.path("conclusions"), expected, differences);
    differences.openBounds();
    return differences.differences();
  }

  /** Checks that the first day has a publication and that no cell was known before it. */
  private void first(LocalDate first, Oracle oracle, AnswerDifferences differences) {
    if (from.isPresent()) {
      differences.equal("from", from.get(), first);
      return;
    }
    differences.equal(
        "from is a day", true, first.equals(asOf) || oracle.ledger().days().contains(first));
    Oracle earlier = oracle.asOf(first.minusDays(1));
    for (String region : regions) {
      differences.equal(
          "known before " + first,
          false,
          earlier.published(metric, region, quarter, Cell.LEVEL).isPresent());
    }
  }

  private static boolean differ(JsonNode one, JsonNode other) {
    return !equal(one, other, "value") || !equal(one, other, "low") || !equal(one, other, "high");
  }

  private static boolean equal(JsonNode one, JsonNode other, String name) {
    boolean isNumber = one.path(name).isNumber();
    return isNumber == other.path(name).isNumber()
        && (!isNumber
            || one.get(name).decimalValue().compareTo(other.get(name).decimalValue()) == 0);
  }

  private void growths(
      int row,
      Oracle then,
      Oracle now,
      QuartersRead quartersRead,
      List<ExpectedConclusion> expected) {
    for (String measure : List.of("yoy", "qoq")) {
      for (int end : List.of(quarter, quarter + Cell.quartersApart(measure))) {
        int start = end - Cell.quartersApart(measure);
        ExpectedValue before =
            then.growth(metric, regions.get(row), end, start, quartersRead).growth();
        ExpectedValue after =
            now.growth(metric, regions.get(row), end, start, quartersRead).growth();
        if (before instanceof ExpectedValue.Figure b && after instanceof ExpectedValue.Figure a) {
          int sign = b.calculation().value().orElseThrow().signum();
          String code =
              sign == a.calculation().value().orElseThrow().signum()
                  ? "growth-differs"
                  : "sign-differs";
          Optional<String> was = AnswerDifferences.shown(b);
          Optional<String> is = AnswerDifferences.shown(a);
          if (was.isEmpty() || is.isEmpty() || !was.equals(is)) {
            expected.add(
                new ExpectedConclusion(code, row, b, a, was.isPresent() && is.isPresent()));
          }
        }
      }
    }
  }

  private static void ranks(
      List<ExpectedValue> before, List<ExpectedValue> after, List<ExpectedConclusion> expected) {
    List<Optional<Fraction>> then = before.stream().map(IndependentRevisions::number).toList();
    List<Optional<Fraction>> now = after.stream().map(IndependentRevisions::number).toList();
    for (int i = 0; i < then.size(); i++) {
      if (!then.get(i).isPresent() == now.get(i).isPresent()) {
        return;
      }
    }
    for (int i = 0; i < then.size(); i++) {
      String was = IndependentComparison.rank(then, then.get(i));
      String is = IndependentComparison.rank(now, now.get(i));
      if (!was.equals(is)) {
        expected.add(new ExpectedConclusion("rank-differs", i, was, is, true));
      }
    }
  }

  private static Optional<Fraction> number(ExpectedValue field) {
    return field instanceof ExpectedValue.Figure found
        ? found.calculation().value()
        : Optional.empty();
  }

  private static void conclusions(
      JsonNode conclusions, List<ExpectedConclusion> expected, AnswerDifferences differences) {
    int next = 0;
    for (ExpectedConclusion one : expected) {
      JsonNode conclusion = conclusions.path(next);
      boolean isThere =
          conclusion.path("code").asText().equals(one.code())
              && conclusion.at("/rows/0").asInt(-1) == one.row();
      if (!isThere && !one.isSure()) {
        continue;
      }
      differences.equal("conclusion " + one, true, isThere);
      side("before", conclusion, one.before(), differences);
      side("after", conclusion, one.after(), differences);
      next++;
    }
    differences.equal("conclusions", next, conclusions.size());
  }

  private static void side(
      String name, JsonNode conclusion, Object expected, AnswerDifferences differences) {
    if (expected instanceof ExpectedValue field) {
      differences.field(name, conclusion, field);
    } else {
      differences.equal(name, Objects.toString(expected), conclusion.path(name).asText());
    }
  }

  @Override
  public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      differences.holdsTrueFigure("before", row, trueFigures.of(metric, regions.get(i), quarter));
      differences.holdsTrueFigure("after", row, trueFigures.of(metric, regions.get(i), quarter));
      differences.holdsTrueFigure("change", row, Fraction.ZERO);
    }
    return differences.differences();
  }
}
