package io.regionalmetrics.chart;

import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.model.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines that share a unit and an axis.
 *
 * @param heading what the lines show
 * @param unit the unit of their figures
 * @param lines the lines
 * @param fromZero whether the axis always contains zero
 */
record LinePanel(String heading, Unit unit, List<ChartLine> lines, boolean fromZero) {
  /** The height of the field that all lines share. */
  static final double FIELD = 260;

  private static final int MOST_TICKS = 6;

  /** The axis leaves out zero if the largest figure is less than this many times the smallest. */
  private static final BigDecimal FAR = new BigDecimal("1.3");

  /** Copies the list. */
  LinePanel {
    lines = List.copyOf(lines);
  }

  /** The lines with a colour and a label. */
  List<ChartLine> labelled() {
    return lines.stream().filter(ChartLine::standsOut).toList();
  }

  /** The known figures of all lines. */
  Stream<Point> points() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  private BigDecimal low() {
    return points().map(Point::low).min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
  }

  private BigDecimal high() {
    return points().map(Point::high).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
  }

  /**
   * The ticks of the axis. It contains zero, unless all figures are so far above zero that their
   * changes would be too small to see.
   */
  Ticks ticks() {
    BigDecimal low = low();
    BigDecimal high = high();
    boolean far = !fromZero && low.signum() > 0 && low.multiply(FAR).compareTo(high) > 0;
    return Ticks.cover(
        far ? low : low.min(BigDecimal.ZERO), far ? high : high.max(BigDecimal.ZERO), MOST_TICKS);
  }

  /** The unit of the axis, with a scale that fits its numbers. */
  AxisUnit axisUnit() {
    List<BigDecimal> ticks = ticks().values();
    return AxisUnit.of(unit, ticks.getFirst().abs().max(ticks.getLast().abs()));
  }

  /** Whether no figure is known. */
  boolean isEmpty() {
    return points().findAny().isEmpty();
  }

  /** The vertical scale between two places in pixels. */
  Scale scale(double bottom, double top) {
    List<BigDecimal> ticks = ticks().values();
    return new Scale(ticks.getFirst(), ticks.getLast(), bottom, top);
  }

  /** Whether any bounds are wide enough to be drawn as a band. */
  boolean hasBand() {
    if (isEmpty()) {
      return false;
    }
    Scale scale = scale(0, FIELD);
    return labelled().stream()
        .flatMap(line -> line.points().stream())
        .flatMap(point -> point.bounds().stream())
        .anyMatch(
            bounds -> scale.at(bounds.high()) - scale.at(bounds.low()) > LineField.THINNEST_BAND);
  }

  /** What the lines show, and their unit. */
  String title() {
    String zero =
        ticks().values().getFirst().signum() > 0 ? " (the axis doesn't begin at zero)" : "";
    return AnswerView.subtitle(heading, axisUnit().name()) + zero;
  }
}
