package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import java.util.List;

/** Revisions: two dots for each row, the figures as known on the first and on the last day. */
final class RevisionsChart {
  private RevisionsChart() {}

  static String svg(AnswerView view, int width) {
    return Bars.picture(
        view,
        "%s in %s, as known then and now".formatted(view.metric(), view.parameter("period")),
        BarForm.DOTS,
        row -> group(view, row),
        List.of(RowField.AFTER, RowField.BEFORE),
        width);
  }

  private static BarGroup group(AnswerView view, AnswerRow row) {
    String change = row.known(RowField.CHANGE).map(RevisionsChart::change).orElse("");
    return new BarGroup(
        view.name(row),
        change,
        "",
        List.of(
            dot("on " + view.parameter("from"), Ink.GREY, row, RowField.BEFORE)
                .at(view.pointers().of(row, RowField.BEFORE)),
            dot("on " + view.parameter("to"), Ink.BLUE, row, RowField.AFTER)
                .at(view.pointers().of(row, RowField.AFTER))));
  }

  private static String change(KnownFigure known) {
    return known.figure().value().signum() == 0 ? "unchanged" : AnswerView.signed(known.figure());
  }

  private static Bar dot(String name, Ink ink, AnswerRow row, RowField field) {
    int digits =
        FigureText.digitsToTellApart(row.known(RowField.BEFORE), row.known(RowField.AFTER));
    return Bars.level(name, ink, row.fields().get(field), digits).dot();
  }
}
