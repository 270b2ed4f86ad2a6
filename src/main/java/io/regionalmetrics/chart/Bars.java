package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.chart.Bar.Extent;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the bars of charts from the values of rows. */
final class Bars {
  private Bars() {}

  /** The bar of a level, from zero; a missing level has only a name and a reason. */
  static Bar level(String name, Ink ink, @Nullable RowValue value) {
    return level(name, ink, value, 0);
  }

  /** Like {@link #level(String, Ink, RowValue)}, with a least number of digits. */
  static Bar level(String name, Ink ink, @Nullable RowValue value, int leastDigits) {
    return switch (value) {
      case KnownFigure known ->
          Bar.of(name, ink, known, Extent.of(known.figure()), AnswerView.text(known, leastDigits));
      case Missing missing -> Bar.missing(name, missing);
      case null, default -> throw noFigure(value);
    };
  }

  /** A step up or down that begins where the steps before it ended. */
  static Bar step(String name, RowValue value, BigDecimal reached) {
    return switch (value) {
      case KnownFigure known ->
          Bar.of(
                  name,
                  known.figure().value().signum() < 0 ? Ink.VERMILLION : Ink.GREEN,
                  known,
                  Extent.step(reached, known.figure()),
                  AnswerView.signed(known.figure()))
              .with(Bar.Trait.STEP);
      case Missing missing -> Bar.missing(name, missing);
      default -> throw noFigure(value);
    };
  }

  /** The bar of a change, from zero, with its sign. */
  static Bar change(String name, RowValue value) {
    return switch (value) {
      case KnownFigure known ->
          Bar.of(
              name, Ink.BLUE, known, Extent.of(known.figure()), AnswerView.signed(known.figure()));
      case Missing missing -> Bar.missing(name, missing);
      default -> throw noFigure(value);
    };
  }

  private static IllegalArgumentException noFigure(@Nullable RowValue value) {
    return new IllegalArgumentException(
        "neither a figure nor the reason why it is missing: %s".formatted(String.valueOf(value)));
  }

  /** Bars under a heading: the name of their row, and one of its figures or why it is missing. */
  static BarGroup under(AnswerView view, AnswerRow row, RowField field, List<Bar> bars) {
    RowValue value = row.fields().get(field);
    Optional<Figure> known = AnswerView.known(value).map(KnownFigure::figure);
    return new BarGroup(
        view.marked(row),
        known.map(AnswerView::signed).orElse(""),
        known
            .map(Bars::range)
            .orElseGet(() -> "no %s: %s".formatted(field.code(), AnswerView.why(value))),
        bars);
  }

  /** The bounds in words; empty if both read the same when rounded. */
  private static String range(Figure figure) {
    if (figure.bounds().isEmpty()) {
      return "(bounds open)";
    }
    String bounds = Labels.bounds(figure);
    String[] ends = bounds.split(" to ", -1);
    boolean same = ends.length == 2 && (ends[1] + " ").startsWith(ends[0] + " ");
    return same ? "" : "(%s)".formatted(bounds);
  }

  /**
   * A picture with a group of bars for each row.
   *
   * @param what the title of what is shown
   * @param form how figures are drawn
   * @param group makes the group of a row
   * @param levels the fields that the axis takes its unit from
   */
  static String picture(
      AnswerView view,
      String what,
      BarForm form,
      Function<AnswerRow, BarGroup> group,
      List<RowField> levels,
      int width) {
    List<AnswerRow> rows = view.rows();
    BarPlot plot =
        new BarPlot(
            BarLayout.of(form, view.notes(rows.size())),
            rows.stream().map(group).toList(),
            width,
            unit(rows, levels));
    return view.picture(what, plot.unit(), plot, width);
  }

  private static Optional<Unit> unit(List<AnswerRow> rows, List<RowField> fields) {
    return AnswerView.unit(
        rows.stream().flatMap(row -> fields.stream().map(field -> row.known(field))));
  }
}
