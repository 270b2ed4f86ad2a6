package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.chart.Bar.Group;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Two words on the same figure: before and after, published and computed. */
final class CheckChart {
  /** Of many relations those that don't hold are drawn first. */
  private static final int MOST_RELATIONS = 40;

  private static final List<Verdict> VERDICTS =
      List.of(Verdict.INCONSISTENT, Verdict.NOT_CHECKABLE, Verdict.CONSISTENT);

  private CheckChart() {}

  /** Two dots a row: what was known then, and now. */
  static String revisions(AnswerView reading, int width) {
    return ChangesChart.grouped(
        reading,
        "%s in %s, as known then and now".formatted(reading.metric(), reading.asked("period")),
        BarForm.DOTS,
        row -> revision(reading, row),
        List.of(RowField.AFTER, RowField.BEFORE),
        width);
  }

  private static Group revision(AnswerView reading, AnswerRow row) {
    RowValue change = row.fields().get(RowField.CHANGE);
    String changed =
        AnswerView.known(change)
            .map(known ->
                known.figure().value().signum() == 0
                    ? "unchanged"
                    : AnswerView.signed(known.figure()))
            .orElse("");
    return new Group(
        reading.name(row),
        changed,
        "",
        List.of(
            ChangesChart.level(
                    "on " + reading.asked("from"), Ink.GREY, row.fields().get(RowField.BEFORE))
                .dot(),
            ChangesChart.level(
                    "on " + reading.asked("to"), Ink.BLUE, row.fields().get(RowField.AFTER))
                .dot()));
  }

  /** Two dots a relation, on a scale of its own, and the verdict. */
  static String check(AnswerView reading, int width) {
    List<AnswerRow> rows =
        VERDICTS.stream()
            .flatMap(verdict ->
                reading.answer().rows().stream()
                    .filter(row -> row.fields().get(RowField.VERDICT) == verdict))
            .limit(MOST_RELATIONS)
            .toList();
    List<Group> groups = rows.stream().map(row -> relation(reading, row)).toList();
    BarPlot plot =
        new BarPlot(
            BarLayout.of(BarForm.DOTS_APART, reading.leftOut(rows.size())), groups, width, "");
    return reading.picture(
        "Published against computed figures, each pair on a scale of its own", "", plot, width);
  }

  /** What a published figure is held against. */
  private static String computedAs(Relation relation) {
    return switch (relation) {
      case RATIO -> "numerator over denominator";
      case SUM -> "sum of regions";
      case GROWTH -> "growth from levels";
      case CONVERSION -> "converted";
      case SOURCES -> "another source";
    };
  }

  private static Group relation(AnswerView reading, AnswerRow row) {
    Verdict verdict = (Verdict) Objects.requireNonNull(row.fields().get(RowField.VERDICT));
    String name =
        "%s, %s, %s"
            .formatted(
                reading.labels().metric(row.company(), row.metric()),
                reading.region(row),
                row.period());
    Ink ink = verdict == Verdict.INCONSISTENT ? Ink.VERMILLION : Ink.BLUE;
    Relation relation = (Relation) Objects.requireNonNull(row.fields().get(RowField.RELATION));
    return new Group(
        reading.differ(AnswerRow::company)
            ? "%s, %s".formatted(reading.labels().company(row.company()), name)
            : name,
        mark(verdict),
        difference(row, verdict),
        List.of(
            ChangesChart.level("published", Ink.BLACK, row.fields().get(RowField.PUBLISHED)).dot(),
            ChangesChart.level(computedAs(relation), ink, row.fields().get(RowField.COMPUTED))
                .dot()));
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case CONSISTENT -> "✓ consistent";
      case INCONSISTENT -> "✗ inconsistent";
      case NOT_CHECKABLE -> "? not checkable";
    };
  }

  /** By how much they differ, where rounding doesn't explain it. */
  private static String difference(AnswerRow row, Verdict verdict) {
    Optional<KnownFigure> difference = AnswerView.known(row, RowField.DIFFERENCE);
    return verdict == Verdict.INCONSISTENT
        ? difference.map(known -> "by " + AnswerView.signed(known.figure())).orElse("")
        : "";
  }
}
