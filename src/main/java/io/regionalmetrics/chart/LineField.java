package io.regionalmetrics.chart;

import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.number.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The area in which lines are drawn: larger figures are higher up, later quarters further right.
 *
 * @param values the vertical scale of the figures
 * @param start the place of the first quarter, in pixels
 * @param end the place of the last quarter
 * @param quarters the quarters on the horizontal axis
 */
record LineField(Scale values, double start, double end, QuarterRange quarters) {
  private static final int FEW_QUARTERS = 24;
  private static final double RADIUS = 3;
  private static final double SQUARE = 6;

  /** How far a break's two strokes are from the figure after it at most, in pixels. */
  private static final double BREAK_AT_MOST = 12;

  /** The height of the thinnest band that is drawn, in pixels. */
  static final double THINNEST_BAND = 1;

  /** The distance from one quarter to the next, in pixels. */
  double apart() {
    return quarters.count() > 1 ? (end - start) / (quarters.count() - 1) : end - start;
  }

  /** The place of a quarter, in pixels; the first quarter has index 0. */
  double at(int quarter) {
    return quarters.count() > 1 ? start + apart() * quarter : (start + end) / 2;
  }

  private int index(Point point) {
    return quarters.index(point.quarter());
  }

  private double x(Point point) {
    return at(index(point));
  }

  private double y(Point point) {
    return values.at(point.value());
  }

  /** Draws a line with its bounds as a band, and with dots or rings. */
  void draw(Svg svg, ChartLine line) {
    svg.begin(line.ink(), line.field().code(), places(line));
    if (line.standsOut()) {
      runs(line.points(), point -> point.bounds().isPresent()).forEach(run -> band(svg, run));
    }
    String width = line.standsOut() ? "2" : "1.25";
    runs(line.points(), point -> true).forEach(run -> stretches(svg, run, width));
    line.points().forEach(point -> mark(svg, line, point));
    line.points().stream().filter(Point::broken).forEach(point -> drawBreak(svg, line, point));
    svg.end();
  }

  /** The row of each point in the answer, and its place: {@code 0,34.5,120}. */
  private List<Svg.Place> places(ChartLine line) {
    return line.points().stream()
        .map(point -> new Svg.Place(point.row(), x(point), y(point)))
        .toList();
  }

  /** Splits the wanted points into runs of consecutive quarters without a break. */
  private List<List<Point>> runs(List<Point> points, Predicate<Point> wanted) {
    List<List<Point>> runs = new ArrayList<>();
    int last = Integer.MIN_VALUE;
    for (Point point : points) {
      if (wanted.test(point)) {
        if (index(point) != last + 1 || point.broken()) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(point);
        last = index(point);
      }
    }
    return runs;
  }

  private void band(Svg svg, List<Point> run) {
    if (run.size() == 1 || run.stream().noneMatch(this::hasBand)) {
      return;
    }
    Svg.Path path = svg.path("fill=\"currentColor\" fill-opacity=\"0.2\"");
    for (Point point : run) {
      path.to(x(point), values.at(point.bounds().orElseThrow().high()));
    }
    for (Point point : run.reversed()) {
      path.to(x(point), values.at(point.bounds().orElseThrow().low()));
    }
    path.end();
  }

  private boolean hasBand(Point point) {
    Bounds bounds = point.bounds().orElseThrow();
    return values.at(bounds.low()) - values.at(bounds.high()) > THINNEST_BAND;
  }

  /** Draws the line; it is dashed from and to preliminary figures. */
  private void stretches(Svg svg, List<Point> run, String width) {
    int begin = 0;
    while (begin < run.size() - 1) {
      boolean dashed = isDashed(run, begin);
      int end = begin + 1;
      while (end < run.size() - 1 && isDashed(run, end) == dashed) {
        end++;
      }
      stretch(svg, run.subList(begin, end + 1), width, dashed);
      begin = end;
    }
  }

  private void stretch(Svg svg, List<Point> points, String width, boolean dashed) {
    Svg.Path path =
        svg.path(
            "fill=\"none\" stroke=\"currentColor\" stroke-width=\"%s\" stroke-linejoin=\"round\""
                    .formatted(width)
                + (dashed ? " stroke-dasharray=\"4 3\"" : ""));
    for (Point point : points) {
      path.to(x(point), y(point));
    }
    path.end();
  }

  private static boolean isDashed(List<Point> run, int from) {
    return run.get(from).preliminary() || run.get(from + 1).preliminary();
  }

  /**
   * Draws a square for a preliminary figure, a ring for a computed one; a dot for another if
   * quarters are few or it is alone.
   */
  private void mark(Svg svg, ChartLine line, Point point) {
    String hollow = "class=\"p\" stroke=\"currentColor\" stroke-width=\"1.5\"";
    if (point.preliminary()) {
      double half = SQUARE / 2;
      svg.rectangle(hollow, x(point) - half, y(point) - half, SQUARE, SQUARE);
    } else if (point.computed() && line.standsOut()) {
      svg.circle(hollow, x(point), y(point), RADIUS);
    } else if (isAlone(line, point) || (line.standsOut() && quarters.count() <= FEW_QUARTERS)) {
      svg.circle("fill=\"currentColor\"", x(point), y(point), RADIUS);
    }
  }

  private boolean isAlone(ChartLine line, Point point) {
    return line.points().stream().noneMatch(other -> Math.abs(index(other) - index(point)) == 1);
  }

  /** Draws two slanted strokes between a figure and the one before, with which it breaks. */
  private void drawBreak(Svg svg, ChartLine line, Point point) {
    double x = x(point) - Math.min(apart() / 2, BREAK_AT_MOST);
    double y = (y(point) + y(before(line, point))) / 2;
    svg.path("fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"")
        .move(x - 4, y + 6)
        .to(x, y - 6)
        .move(x, y + 6)
        .to(x + 4, y - 6)
        .end();
  }

  /** The point of the quarter before; the point itself if there is none. */
  private Point before(ChartLine line, Point point) {
    return line.points().stream()
        .filter(other -> index(other) == index(point) - 1)
        .findFirst()
        .orElse(point);
  }
}
