package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Svg.Anchor;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * The names of lines, each beside the last figure of its line. Labels never overlap.
 *
 * @param lines the lines
 * @param end the last quarter of the picture
 * @param values the vertical scale of the figures
 * @param left the left end of the labels, in pixels
 * @param right the right end of the labels
 */
record LineLabels(List<ChartLine> lines, YearQuarter end, Scale values, double left, double right) {
  private static final double LINE = 15;

  /** Draws the labels beside a field that begins at {@code top}. */
  void draw(Svg svg, double top) {
    List<List<String>> names =
        lines.stream()
            .map(line -> TextMetrics.wrap(line.name(), FontStyle.STRONG, room(), 2))
            .toList();
    double[] places = places(names, top);
    for (int i = 0; i < places.length; i++) {
      drawDot(svg, lines.get(i).ink(), places[i]);
      drawTexts(svg, lines.get(i), names.get(i), places[i] + 4.5);
    }
  }

  private double room() {
    return right - left - 2;
  }

  private double[] places(List<List<String>> names, double top) {
    double bottom = top + LinePanel.FIELD;
    List<Double> wanted =
        lines.stream()
            .map(line -> line.last().map(point -> values.at(point.value())).orElse(bottom))
            .toList();
    double highest = LINE * (names.stream().mapToInt(List::size).max().orElse(1) + 1);
    return LabelPlaces.places(wanted, highest + 2, top + 8, bottom + LINE - highest);
  }

  private void drawDot(Svg svg, Ink ink, double y) {
    svg.begin(ink);
    svg.circle("fill=\"currentColor\"", left - 6, y, 3.5);
    svg.end();
  }

  private void drawTexts(Svg svg, ChartLine line, List<String> names, double top) {
    double y = top;
    svg.begin(line.name(), "", false);
    for (String name : names) {
      svg.text(FontStyle.STRONG, left + 2, y, Anchor.START, name);
      y += LINE;
    }
    String newest = TextMetrics.cut(line.newest(end), FontStyle.SMALL, room());
    svg.quiet(FontStyle.SMALL, left + 2, y, Anchor.START, newest);
    svg.end();
  }
}
