package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Unit;
import java.util.List;

/** Growth: two bars for each row, the base and the value, under the row's name and growth. */
final class GrowthChart {
  private GrowthChart() {}

  static String svg(AnswerView view, int width) {
    return Bars.picture(
        view,
        view.metric(),
        BarForm.BARS,
        row -> group(view, row),
        List.of(RowField.VALUE, RowField.BASE),
        width);
  }

  private static BarGroup group(AnswerView view, AnswerRow row) {
    int digits = FigureText.digitsToTellApart(row.known(RowField.VALUE), row.known(RowField.BASE));
    return Bars.under(
        view,
        row,
        growth(row),
        List.of(
            Bars.level(view.parameter("base"), Ink.GREY, row.fields().get(RowField.BASE), digits)
                .at(view.pointers().of(row, RowField.BASE)),
            Bars.level(row.period().toString(), Ink.BLUE, row.fields().get(RowField.VALUE), digits)
                .at(view.pointers().of(row, RowField.VALUE))));
  }

  /** The field that tells how a row has grown: the growth, or the change of a percentage. */
  private static RowField growth(AnswerRow row) {
    return row.known(RowField.CHANGE)
            .filter(change -> change.figure().unit().equals(Unit.POINTS))
            .isPresent()
        ? RowField.CHANGE
        : RowField.GROWTH;
  }
}
