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
 * @param small whether this is one of many small fields, each with one line
 * @param quarters the quarters on the horizontal axis
 */
record LineField(Scale values, double start, double end, boolean small, QuarterRange quarters) {
  private static final int FEW_QUARTERS = 24;

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
  void draw(Svg svg, ChartLine line, Ink ink) {
    svg.begin(ink, line.field().code(), places(line));
    for (List<Point> run : runs(line.points(), point -> point.bounds().isPresent())) {
      band(svg, run);
    }
    for (List<Point> run : runs(line.points(), point -> true)) {
      stretches(svg, run);
    }
    for (Point point : line.points()) {
      mark(svg, line, point);
    }
    svg.end();
  }

  /** The row of each point in the answer, and its place: {@code 0,34.5,120}. */
  private List<Svg.Place> places(ChartLine line) {
    return line.points().stream()
        .map(point -> new Svg.Place(point.row(), x(point), y(point)))
        .toList();
  }

  /** Splits the wanted points into runs of consecutive quarters. */
  private List<List<Point>> runs(List<Point> points, Predicate<Point> wanted) {
    List<List<Point>> runs = new ArrayList<>();
    int last = Integer.MIN_VALUE;
    for (Point point : points) {
      if (wanted.test(point)) {
        if (index(point) != last + 1) {
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
  private void stretches(Svg svg, List<Point> run) {
    int begin = 0;
    while (begin < run.size() - 1) {
      boolean dashed = isDashed(run, begin);
      int end = begin + 1;
      while (end < run.size() - 1 && isDashed(run, end) == dashed) {
        end++;
      }
      stretch(svg, run.subList(begin, end + 1), dashed);
      begin = end;
    }
  }

  private void stretch(Svg svg, List<Point> points, boolean dashed) {
    Svg.Path path =
        svg.path(
            "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linejoin=\"round\""
                + (dashed ? " stroke-dasharray=\"4 3\"" : ""));
    for (Point point : points) {
      path.to(x(point), y(point));
    }
    path.end();
  }

  private static boolean isDashed(List<Point> run, int from) {
    return run.get(from).preliminary() || run.get(from + 1).preliminary();
  }

  /** Draws a ring for a computed figure; a dot for another if quarters are few or it is alone. */
  private void mark(Svg svg, ChartLine line, Point point) {
    boolean alone =
        line.points().stream().noneMatch(other -> Math.abs(index(other) - index(point)) == 1);
    double radius = small ? 2 : 3;
    if (point.computed()) {
      svg.circle(
          "class=\"p\" stroke=\"currentColor\" stroke-width=\"1.5\"", x(point), y(point), radius);
    } else if (alone || (!small && quarters.count() <= FEW_QUARTERS)) {
      svg.circle("fill=\"currentColor\"", x(point), y(point), radius);
    }
  }
}
