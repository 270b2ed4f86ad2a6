package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.chart.Bar.Extent;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Share: a bar for each part in percent of the whole, and one for the remainder. */
final class ShareChart {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** If the largest part has at least this many percent, the axis ends at a hundred. */
  private static final BigDecimal LARGE = BigDecimal.valueOf(25);

  private ShareChart() {}

  static String svg(AnswerView view, int width) {
    List<Bar> bars = bars(view);
    BarPlot plot =
        new BarPlot(
            layout(view, bars), List.of(BarGroup.of(bars)), width, Optional.of(Unit.PERCENT));
    return view.picture(
        "%s in %s".formatted(view.metric(), view.parameter("period")),
        "% of " + whole(view),
        plot,
        width);
  }

  private static BarLayout layout(AnswerView view, List<Bar> bars) {
    BarLayout layout = BarLayout.of(BarForm.BARS, view.notes(view.rows().size()));
    if (!view.parameter("base").isEmpty()) {
      layout = layout.withSideHeading("Since " + view.parameter("base"));
    }
    return hasLarge(bars) ? layout.withTrack(ALL) : layout;
  }

  private static List<Bar> bars(AnswerView view) {
    List<Bar> bars = new ArrayList<>();
    for (AnswerRow row : view.rows()) {
      bars.add(
          part(view.marked(row), row.fields(), Ink.BLUE)
              .at(view.pointers().of(row, RowField.SHARE)));
    }
    Map<RowField, RowValue> remainder = view.answer().remainder();
    if (isShown(remainder.get(RowField.SHARE))) {
      bars.add(
          part(view.remainderName(), remainder, Ink.GREY)
              .at(FigurePointers.ofRemainder(RowField.SHARE)));
    }
    return bars;
  }

  /** Whether a remainder is shown: unless there is none, or it is zero. */
  private static boolean isShown(@Nullable RowValue remainder) {
    return remainder instanceof Missing
        || AnswerView.known(remainder)
            .filter(known -> known.figure().value().signum() != 0)
            .isPresent();
  }

  private static boolean hasLarge(List<Bar> bars) {
    return Bar.extents(bars).stream().anyMatch(extent -> extent.to().compareTo(LARGE) >= 0);
  }

  private static Bar part(String name, Map<RowField, RowValue> fields, Ink ink) {
    Bar bar = bar(name, fields, ink);
    RowValue change = fields.get(RowField.CHANGE);
    return change == null
        ? bar
        : bar.withSideText(
            AnswerView.known(change)
                .map(known -> AnswerView.signed(known.figure()))
                .orElseGet(() -> AnswerView.why(change)));
  }

  private static Bar bar(String name, Map<RowField, RowValue> fields, Ink ink) {
    RowValue share = fields.get(RowField.SHARE);
    return share instanceof KnownFigure known
        ? Bar.of(name, ink, known, Extent.of(known.figure()), text(known, fields))
            .preliminaryAs(fields)
        : Bars.level(name, ink, share);
  }

  private static String text(KnownFigure share, Map<RowField, RowValue> fields) {
    return Labels.amount(share.figure()) + inParentheses(fields.get(RowField.VALUE));
  }

  /** The whole and its amount: "World ($732m)". */
  private static String whole(AnswerView view) {
    return view.rows().stream().findFirst().map(row -> whole(view, row)).orElse("");
  }

  private static String whole(AnswerView view, AnswerRow row) {
    String name = view.labels().region(row.company(), view.parameter("whole"));
    return name + inParentheses(row.fields().get(RowField.WHOLE));
  }

  /** A figure's amount to follow something: " ($732m)"; empty if it isn't known. */
  private static String inParentheses(@Nullable RowValue figure) {
    return AnswerView.known(figure).map(AnswerView::text).map(" (%s)"::formatted).orElse("");
  }
}
