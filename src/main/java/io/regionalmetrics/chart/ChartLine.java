package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.number.Bounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * The figures of one region, quarter by quarter.
 *
 * @param name the name of the region
 * @param ink the colour; a grey line has no label
 * @param field the field of the rows that holds the figures
 * @param points the known figures, oldest first
 */
record ChartLine(String name, Ink ink, RowField field, List<Point> points) {
  /** Copies the list. */
  ChartLine {
    points = List.copyOf(points);
  }

  /**
   * The figure of one quarter.
   *
   * @param row the index of the figure's row in the answer, from 0
   * @param text the figure in words
   * @param computed whether the level was computed instead of published
   * @param preliminary whether the level, or one that it is computed from, is estimated or
   *     provisional
   * @param broken whether the series breaks here: earlier levels count something else
   */
  record Point(
      int row,
      YearQuarter quarter,
      BigDecimal value,
      Optional<Bounds> bounds,
      String text,
      boolean computed,
      boolean preliminary,
      boolean broken) {

    /** The point of a figure in the row with an index. */
    static Point of(int index, AnswerRow row, KnownFigure known) {
      // A converted figure counts as published if the original was.
      Optional<KnownFigure> level = row.known(RowField.VALUE).map(KnownFigure::unconverted);
      return new Point(
          index,
          row.period(),
          known.figure().value(),
          known.figure().bounds(),
          AnswerView.text(known),
          level.filter(one -> one.figure().origin() != Origin.REPORTED).isPresent(),
          level.filter(AnswerView::isPreliminary).isPresent(),
          level.filter(one -> AnswerView.hasStatus(one, Status.BREAK)).isPresent());
    }

    /** The figure in words, without what its mark says already. */
    String label() {
      return text.replace(" provisional", "");
    }

    /** The least that the true figure may be. */
    BigDecimal low() {
      return bounds.map(Bounds::low).orElse(value);
    }

    /** The most that the true figure may be. */
    BigDecimal high() {
      return bounds.map(Bounds::high).orElse(value);
    }
  }

  /** Whether the line stands out: it has a colour and a label. */
  boolean standsOut() {
    return ink != Ink.GREY;
  }

  /**
   * The newest figure in words; with its quarter, if that is not the last one.
   *
   * @param end the last quarter of the picture
   */
  String newest(YearQuarter end) {
    return last()
        .map(point ->
            point.quarter().equals(end)
                ? point.label()
                : "%s in %s".formatted(point.label(), point.quarter()))
        .orElse("not known");
  }

  /** The newest figure, if any is known. */
  Optional<Point> last() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }
}
