package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Check: two dots for each relation, published and computed, on a scale of their own. */
final class CheckChart {
  /** The maximum number of relations in a picture; inconsistent ones come first. */
  private static final int MOST_RELATIONS = 40;

  private static final List<Verdict> VERDICTS =
      List.of(Verdict.INCONSISTENT, Verdict.NOT_CHECKABLE, Verdict.CONSISTENT);

  private CheckChart() {}

  static String svg(AnswerView view, int width) {
    List<AnswerRow> rows = rows(view);
    List<BarGroup> groups = rows.stream().map(row -> relation(view, row)).toList();
    BarPlot plot =
        new BarPlot(
            BarLayout.of(BarForm.DOTS_APART, view.notes(rows.size())),
            groups,
            width,
            Optional.empty());
    return view.picture(
        "Published against computed figures, each pair on a scale of its own", "", plot, width);
  }

  /** The rows to draw, inconsistent ones first. */
  private static List<AnswerRow> rows(AnswerView view) {
    return VERDICTS.stream()
        .flatMap(verdict ->
            view.answer().rows().stream()
                .filter(row -> row.fields().get(RowField.VERDICT) == verdict))
        .limit(MOST_RELATIONS)
        .toList();
  }

  /** How the computed figure of a relation was computed. */
  private static String computedAs(Relation relation) {
    return switch (relation) {
      case RATIO -> "numerator over denominator";
      case SUM -> "sum of regions";
      case GROWTH -> "growth from levels";
      case CONVERSION -> "converted";
      case SOURCES -> "another source";
    };
  }

  private static BarGroup relation(AnswerView view, AnswerRow row) {
    Verdict verdict = (Verdict) Objects.requireNonNull(row.fields().get(RowField.VERDICT));
    Relation relation = (Relation) Objects.requireNonNull(row.fields().get(RowField.RELATION));
    Ink ink = verdict == Verdict.INCONSISTENT ? Ink.VERMILLION : Ink.BLUE;
    return new BarGroup(
        name(view, row),
        mark(verdict),
        difference(row, verdict),
        List.of(
            Bars.level("published", Ink.BLACK, row.fields().get(RowField.PUBLISHED))
                .dot()
                .at(view.pointers().of(row, RowField.PUBLISHED)),
            Bars.level(computedAs(relation), ink, row.fields().get(RowField.COMPUTED))
                .dot()
                .at(view.pointers().of(row, RowField.COMPUTED))));
  }

  private static String name(AnswerView view, AnswerRow row) {
    String metric = view.labels().metric(row.company(), row.metric());
    String name = "%s, %s, %s".formatted(metric, view.region(row), row.period());
    return view.differ(AnswerRow::company)
        ? "%s, %s".formatted(view.labels().company(row.company()), name)
        : name;
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case CONSISTENT -> "✓ consistent";
      case INCONSISTENT -> "✗ inconsistent";
      case NOT_CHECKABLE -> "? not checkable";
    };
  }

  /** By how much the two figures differ, if rounding does not explain it. */
  private static String difference(AnswerRow row, Verdict verdict) {
    Optional<KnownFigure> difference = row.known(RowField.DIFFERENCE);
    return verdict == Verdict.INCONSISTENT
        ? difference.map(known -> "by " + AnswerView.signed(known.figure())).orElse("")
        : "";
  }
}
