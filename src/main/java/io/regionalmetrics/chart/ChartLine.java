package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Bounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * The figures of one region, quarter by quarter.
 *
 * @param name the name of the region
 * @param field the field of the rows that holds the figures
 * @param points the known figures, oldest first
 */
record ChartLine(String name, RowField field, List<Point> points) {
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
   * @param preliminary whether the level is estimated or provisional
   */
  record Point(
      int row,
      YearQuarter quarter,
      BigDecimal value,
      Optional<Bounds> bounds,
      String text,
      boolean computed,
      boolean preliminary) {

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
          level.flatMap(KnownFigure::vintage).filter(Point::isPreliminary).isPresent());
    }

    /** The least that the true figure may be. */
    BigDecimal low() {
      return bounds.map(Bounds::low).orElse(value);
    }

    /** The most that the true figure may be. */
    BigDecimal high() {
      return bounds.map(Bounds::high).orElse(value);
    }

    private static boolean isPreliminary(Vintage vintage) {
      Status status = vintage.observation().status();
      return status == Status.PROVISIONAL || status == Status.ESTIMATED;
    }
  }

  /** The newest figure in words. */
  String newest() {
    return last().map(Point::text).orElse("not known");
  }

  /** The newest figure, if any is known. */
  Optional<Point> last() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }
}
