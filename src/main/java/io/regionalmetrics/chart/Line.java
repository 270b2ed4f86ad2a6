package io.regionalmetrics.chart;

import io.regionalmetrics.compare.Known;
import io.regionalmetrics.compare.Row;
import io.regionalmetrics.model.Bounds;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * One region's figures, quarter by quarter.
 *
 * @param points those that are known, oldest first
 */
record Line(String name, List<Point> points) {
  /** Copies the list. */
  Line {
    points = List.copyOf(points);
  }

  /**
   * A figure in a quarter.
   *
   * @param text the figure for people
   * @param computed whether its level wasn't published
   * @param open whether its level was estimated, or is provisional
   */
  record Point(
      YearQuarter quarter,
      BigDecimal value,
      Optional<Bounds> bounds,
      String text,
      boolean computed,
      boolean open) {

    static Point of(Row row, Known known) {
      Optional<Known> level = Reading.known(row, "value").map(Point::asPublished);
      return new Point(
          row.period(),
          known.figure().value(),
          known.figure().bounds(),
          Reading.text(known),
          level.filter(one -> one.figure().origin() != Origin.REPORTED).isPresent(),
          level
              .flatMap(Known::vintage)
              .map(vintage -> vintage.observation().status())
              .filter(status -> status == Status.PROVISIONAL || status == Status.ESTIMATED)
              .isPresent());
    }

    /** A figure that was only converted is as published as it was before. */
    private static Known asPublished(Known known) {
      return known.conversion().map(conversion -> conversion.unconverted()).orElse(known);
    }
  }

  /** The newest figure, if any is known. */
  Optional<Point> last() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }
}
