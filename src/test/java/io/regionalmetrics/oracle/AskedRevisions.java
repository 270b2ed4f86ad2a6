package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What changed between two days.
 *
 * @param from empty where it is left out: the day of the first vintage
 */
record AskedRevisions(
    String metric, List<String> regions, int quarter, Optional<LocalDate> from, LocalDate asOf)
    implements Asked {
  @Override
  public String path() {
    return "/v1/comparisons/revisions?company=twitter&metric=%s&region=%s&period=%s%s&to=%s"
        .formatted(
            metric,
            String.join(",", regions),
            Cell.written(quarter),
            from.map(day -> "&from=" + day).orElse(""),
            asOf);
  }

  /** A conclusion that there has to be; one that may be there or not isn't sure. */
  private record Expected(String code, int row, Object before, Object after, boolean isSure) {}

  @Override
  public List<String> complaints(JsonNode answer, Oracle oracle) {
    Judge judge = new Judge(answer);
    LocalDate first = LocalDate.parse(answer.at("/question/from").asText());
    first(first, oracle, judge);
    Oracle then = oracle.asOf(first);
    Reads reads = Reads.of(metric, quarter, quarter - 4, quarter + 4, quarter - 1, quarter + 1);
    List<Field> before = new ArrayList<>();
    List<Field> after = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      before.add(then.level(metric, regions.get(i), quarter, reads));
      after.add(oracle.level(metric, regions.get(i), quarter, reads));
      judge.field("before", row, before.get(i));
      judge.field("after", row, after.get(i));
      judge.field("change", row, Oracle.change(after.get(i), before.get(i)));
      if (differ(row.path("before"), row.path("after"))) {
        growths(i, then, oracle, reads, expected);
      }
    }
    ranks(before, after, expected);
    conclusions(answer.path("conclusions"), expected, judge);
    judge.openBounds();
    return judge.complaints();
  }

  /** The first day is one on which something was said, and nothing was said of a cell before. */
  private void first(LocalDate first, Oracle oracle, Judge judge) {
    if (from.isPresent()) {
      judge.same("from", from.get(), first);
      return;
    }
    judge.same("from is a day", true, first.equals(asOf) || oracle.ledger().days().contains(first));
    Oracle earlier = oracle.asOf(first.minusDays(1));
    for (String region : regions) {
      judge.same(
          "known before " + first,
          false,
          earlier.published(metric, region, quarter, Cell.LEVEL).isPresent());
    }
  }

  private static boolean differ(JsonNode one, JsonNode other) {
    return !same(one, other, "value") || !same(one, other, "low") || !same(one, other, "high");
  }

  private static boolean same(JsonNode one, JsonNode other, String name) {
    boolean isNumber = one.path(name).isNumber();
    return isNumber == other.path(name).isNumber()
        && (!isNumber
            || one.get(name).decimalValue().compareTo(other.get(name).decimalValue()) == 0);
  }

  private void growths(int row, Oracle then, Oracle now, Reads reads, List<Expected> expected) {
    for (String measure : List.of("yoy", "qoq")) {
      for (int end : List.of(quarter, quarter + Cell.apart(measure))) {
        int start = end - Cell.apart(measure);
        Field before = then.growth(metric, regions.get(row), end, start, reads).growth();
        Field after = now.growth(metric, regions.get(row), end, start, reads).growth();
        if (before instanceof Field.Found b && after instanceof Field.Found a) {
          int sign = b.term().value().orElseThrow().signum();
          String code =
              sign == a.term().value().orElseThrow().signum() ? "growth-differs" : "sign-differs";
          Optional<String> was = Judge.shown(b);
          Optional<String> is = Judge.shown(a);
          if (was.isEmpty() || is.isEmpty() || !was.equals(is)) {
            expected.add(new Expected(code, row, b, a, was.isPresent() && is.isPresent()));
          }
        }
      }
    }
  }

  private static void ranks(List<Field> before, List<Field> after, List<Expected> expected) {
    List<Optional<Fraction>> then = before.stream().map(AskedRevisions::number).toList();
    List<Optional<Fraction>> now = after.stream().map(AskedRevisions::number).toList();
    for (int i = 0; i < then.size(); i++) {
      if (!then.get(i).isPresent() == now.get(i).isPresent()) {
        return;
      }
    }
    for (int i = 0; i < then.size(); i++) {
      String was = Asked.rank(then, then.get(i));
      String is = Asked.rank(now, now.get(i));
      if (!was.equals(is)) {
        expected.add(new Expected("rank-differs", i, was, is, true));
      }
    }
  }

  private static Optional<Fraction> number(Field field) {
    return field instanceof Field.Found found ? found.term().value() : Optional.empty();
  }

  private static void conclusions(JsonNode conclusions, List<Expected> expected, Judge judge) {
    int next = 0;
    for (Expected one : expected) {
      JsonNode conclusion = conclusions.path(next);
      boolean isThere =
          conclusion.path("code").asText().equals(one.code())
              && conclusion.at("/rows/0").asInt(-1) == one.row();
      if (!isThere && !one.isSure()) {
        continue;
      }
      judge.same("conclusion " + one, true, isThere);
      side("before", conclusion, one.before(), judge);
      side("after", conclusion, one.after(), judge);
      next++;
    }
    judge.same("conclusions", next, conclusions.size());
  }

  private static void side(String name, JsonNode conclusion, Object expected, Judge judge) {
    if (expected instanceof Field field) {
      judge.field(name, conclusion, field);
    } else {
      judge.same(name, Objects.toString(expected), conclusion.path(name).asText());
    }
  }

  @Override
  public List<String> lies(JsonNode answer, Case.Truth truth) {
    Judge judge = new Judge(answer);
    for (int i = 0; i < regions.size(); i++) {
      JsonNode row = answer.at("/rows/" + i);
      judge.truth("before", row, truth.of(metric, regions.get(i), quarter));
      judge.truth("after", row, truth.of(metric, regions.get(i), quarter));
      judge.truth("change", row, Fraction.ZERO);
    }
    return judge.complaints();
  }
}
