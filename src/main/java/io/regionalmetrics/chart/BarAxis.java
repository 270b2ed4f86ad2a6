package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Bar.Extent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The axis of a {@link BarPlot}: its scale, its numbers, and the lines behind the bars. */
final class BarAxis {
  private static final double LEAST_LENGTH = 60;
  private static final int MOST_TICKS = 6;

  /** Room for rounding, in pixels. */
  private static final double SLACK = 1;

  private final BarLayout layout;
  private final BarMeasures measures;
  private final Optional<AxisUnit> unit;

  /**
   * An axis.
   *
   * @param unit the unit of its numbers; empty if they are not written
   */
  BarAxis(BarLayout layout, BarMeasures measures, Optional<AxisUnit> unit) {
    this.layout = layout;
    this.measures = measures;
    this.unit = unit;
  }

  /** A scale that covers some bars and leaves room for the figures behind them. */
  Optional<Scale> scale(List<Bar> bars) {
    List<Extent> extents = Bar.extents(bars);
    if (extents.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal low = extents.stream().map(Extent::least).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal most = extents.stream().map(Extent::most).max(BigDecimal::compareTo).orElseThrow();
    BigDecimal high = layout.track().map(most::max).orElse(most);
    return Optional.of(
        layout.form() == BarForm.DOTS ? roundScale(bars, low, high) : scale(bars, low, high));
  }

  /** A scale that begins and ends at round numbers. */
  private Scale roundScale(List<Bar> bars, BigDecimal low, BigDecimal high) {
    List<BigDecimal> ticks = Ticks.cover(low, high, MOST_TICKS).values();
    return scale(bars, ticks.getFirst(), ticks.getLast());
  }

  private Scale scale(List<Bar> bars, BigDecimal low, BigDecimal most) {
    BigDecimal high = low.compareTo(most) == 0 ? most.add(BigDecimal.ONE) : most;
    double start =
        measures.left() + measures.nameRoom() + (layout.form().isDots() ? BarMeasures.RADIUS : 0);
    double room = measures.right() - measures.sideRoom() - start;
    return new Scale(low, high, start, start + length(bars, new Scale(low, high, 0, 1), room));
  }

  /** The longest axis that leaves room for each figure behind its bar. */
  private double length(List<Bar> bars, Scale parts, double room) {
    double length = room - 2 * SLACK;
    for (Bar bar : bars) {
      double left = room - textGap() - TextMetrics.width(bar.text(), FontStyle.TEXT) - SLACK;
      double part = bar.extent().map(extent -> parts.part(extent.most())).orElse(0.0);
      if (part > 0) {
        length = Math.min(length, left / part);
      }
    }
    return Math.max(length, Math.min(LEAST_LENGTH, room));
  }

  /** The gap between the end of a bar and its figure, in pixels. */
  double textGap() {
    return layout.form().isDots() ? BarMeasures.RADIUS + 6 : 6;
  }

  /** Writes the numbers above the bars. */
  void drawNumbers(Svg svg, Scale scale, double top) {
    for (BigDecimal tick : ticks(scale)) {
      svg.quiet(FontStyle.SMALL, middle(scale, tick), top + 12, Svg.Anchor.MIDDLE, label(tick));
    }
  }

  /** Draws the lines behind some bars. */
  void drawGrid(Svg svg, Scale scale, double top, double bottom) {
    for (BigDecimal tick : ticks(scale)) {
      double x = scale.at(tick);
      svg.line(tick.signum() == 0 ? "class=\"z\"" : "class=\"l\"", x, top, x, bottom);
    }
    layout
        .marked()
        .ifPresent(number -> {
          double x = scale.at(number);
          svg.line("class=\"z\" stroke-dasharray=\"3 3\"", x, top, x, bottom);
        });
  }

  private String label(BigDecimal tick) {
    return unit.orElseThrow().label(tick);
  }

  /** Where to centre the label of a number, so that the label stays inside the picture. */
  private double middle(Scale scale, BigDecimal tick) {
    double half = TextMetrics.width(label(tick), FontStyle.SMALL) / 2;
    double last = measures.right() - measures.sideRoom() - half;
    return Math.min(Math.max(scale.at(tick), measures.left() + half), last);
  }

  /** The numbers to write: as many as fit side by side. */
  private List<BigDecimal> ticks(Scale scale) {
    for (int most = MOST_TICKS; most > Ticks.LEAST; most--) {
      List<BigDecimal> ticks = ticks(scale, most);
      if (fit(ticks, scale)) {
        return ticks;
      }
    }
    List<BigDecimal> ticks = ticks(scale, Ticks.LEAST);
    return fit(ticks, scale) ? ticks : ticks.subList(0, Math.min(1, ticks.size()));
  }

  private static List<BigDecimal> ticks(Scale scale, int most) {
    return Ticks.cover(scale.low(), scale.high(), most).within(scale.low(), scale.high());
  }

  private boolean fit(List<BigDecimal> ticks, Scale scale) {
    double last = Double.NEGATIVE_INFINITY;
    for (BigDecimal tick : ticks) {
      double half = TextMetrics.width(label(tick), FontStyle.SMALL) / 2;
      if (middle(scale, tick) - half < last + 10) {
        return false;
      }
      last = middle(scale, tick) + half;
    }
    return true;
  }
}
