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
 * One region's figures, quarter by quarter.
 *
 * @param points the known figures, oldest first
 */
record ChartLine(String name, List<Point> points) {
  /** Copies the list. */
  ChartLine {
    points = List.copyOf(points);
  }

  /**
   * A figure in a quarter.
   *
   * @param text the figure in words
   * @param computed whether the level was computed rather than published
   * @param open whether the level is estimated or provisional
   */
  record Point(
      YearQuarter quarter,
      BigDecimal value,
      Optional<Bounds> bounds,
      String text,
      boolean computed,
      boolean open) {

    static Point of(AnswerRow row, KnownFigure known) {
      Optional<KnownFigure> level = AnswerView.known(row, RowField.VALUE).map(Point::asPublished);
      return new Point(
          row.period(),
          known.figure().value(),
          known.figure().bounds(),
          AnswerView.text(known),
          level.filter(one -> one.figure().origin() != Origin.REPORTED).isPresent(),
          level
              .flatMap(KnownFigure::vintage)
              .map(vintage -> vintage.observation().status())
              .filter(status -> status == Status.PROVISIONAL || status == Status.ESTIMATED)
              .isPresent());
    }

    /** A converted figure counts as published if the original was. */
    private static KnownFigure asPublished(KnownFigure known) {
      return known.conversion().map(conversion -> conversion.unconverted()).orElse(known);
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
