package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Svg.Anchor;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * The names of lines and their newest figures, each beside the end of its line. Labels never
 * overlap.
 *
 * @param lines the lines
 * @param end the last quarter of the picture
 * @param values the vertical scale of the figures
 * @param left the left end of the labels, in pixels
 * @param right the right end of the labels
 */
record LineLabels(List<ChartLine> lines, YearQuarter end, Scale values, double left, double right) {
  private static final double LINE = 15;
  private static final double APART = 2;

  /** The least space between a name and the figure beside it. */
  static final double SPACE = 8;

  /**
   * A label.
   *
   * @param names the lines of its name
   * @param newest the newest figure
   * @param isBeside whether the figure fits behind the name's last line
   */
  private record Label(ChartLine line, List<String> names, String newest, boolean isBeside) {
    double height() {
      return (names.size() + (isBeside ? 0 : 1)) * LINE;
    }
  }

  /** Draws the labels beside a field that begins at {@code top}. */
  void draw(Svg svg, double top) {
    List<Label> labels = lines.stream().map(this::label).toList();
    double[] places = places(labels, top);
    for (int i = 0; i < places.length; i++) {
      drawDot(svg, labels.get(i).line().ink(), places[i]);
      drawTexts(svg, labels.get(i), places[i] + 4.5);
    }
  }

  private Label label(ChartLine line) {
    List<String> names = TextMetrics.wrap(line.name(), FontStyle.STRONG, room(), 2);
    String newest = TextMetrics.cut(line.newest(end), FontStyle.SMALL, room());
    double together =
        TextMetrics.width(names.getLast(), FontStyle.STRONG)
            + SPACE
            + TextMetrics.width(newest, FontStyle.SMALL);
    return new Label(line, names, newest, together <= room());
  }

  private double room() {
    return right - left - 2;
  }

  private double[] places(List<Label> labels, double top) {
    double bottom = top + LinePanel.FIELD;
    List<Double> wanted =
        labels.stream()
            .map(Label::line)
            .map(line -> line.last().map(point -> values.at(point.value())).orElse(bottom))
            .toList();
    List<Double> heights = labels.stream().map(label -> label.height() + APART).toList();
    return LabelPlaces.places(wanted, heights, top + 8, bottom + LINE);
  }

  private void drawDot(Svg svg, Ink ink, double y) {
    svg.begin(ink);
    svg.circle("fill=\"currentColor\"", left - 6, y, 3.5);
    svg.end();
  }

  private void drawTexts(Svg svg, Label label, double top) {
    double y = top;
    svg.begin(label.line().name(), "", false);
    for (String name : label.names()) {
      svg.text(FontStyle.STRONG, left + 2, y, Anchor.START, name);
      y += LINE;
    }
    if (label.isBeside()) {
      svg.quiet(FontStyle.SMALL, right, y - LINE, Anchor.END, label.newest());
    } else {
      svg.quiet(FontStyle.SMALL, left + 2, y, Anchor.START, label.newest());
    }
    svg.end();
  }
}
