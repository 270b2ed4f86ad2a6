package io.regionalmetrics.chart;

import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.chart.Svg.Anchor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines over quarters. Lines that stand out have a colour and a label at their end; others are
 * grey.
 */
final class LinePlot implements Plot {
  private static final double HEADING = 28;
  private static final double AXIS = 22;
  private static final double BETWEEN = 18;
  private static final double LABELS_AT_MOST = 0.28;
  private static final double NARROW = 480;
  private static final double NARROW_LABELS_AT_MOST = 0.36;
  private static final double NO_FIGURES = 30;

  private final List<LinePanel> panels;
  private final QuarterRange quarters;
  private final double left = Picture.MARGIN;
  private final double right;
  private final List<String> notes;

  /**
   * A plot of lines.
   *
   * @param width the width of the whole picture, in pixels
   * @param notes notes about the lines, to be written below them
   */
  LinePlot(List<LinePanel> panels, QuarterRange quarters, int width, List<String> notes) {
    this.panels = List.copyOf(panels);
    this.quarters = quarters;
    this.right = width - Picture.MARGIN;
    this.notes = notes;
  }

  private double heading() {
    return panels.size() > 1 ? HEADING : 0;
  }

  @Override
  public double height() {
    return panels.stream().mapToDouble(panel -> heading() + height(panel)).sum()
        + (panels.size() - 1) * BETWEEN;
  }

  private double height(LinePanel panel) {
    return panel.isEmpty() ? NO_FIGURES : LinePanel.FIELD + AXIS;
  }

  @Override
  public void draw(Svg svg, double top) {
    double y = top;
    for (LinePanel panel : panels) {
      if (panels.size() > 1) {
        svg.cut(FontStyle.STRONG, left, y + 13, Anchor.START, panel.title(), right - left);
      }
      draw(svg, panel, y + heading());
      y += heading() + height(panel) + BETWEEN;
    }
  }

  private void draw(Svg svg, LinePanel panel, double top) {
    double labels = labelRoom(panel);
    Optional<LineField> field = field(svg, panel, left, right - labels, top);
    if (field.isEmpty()) {
      svg.quiet(FontStyle.TEXT, left, top + 16, Anchor.START, "No figure is known.");
      return;
    }
    panel.lines().stream()
        .sorted(Comparator.comparing(ChartLine::standsOut))
        .forEach(line -> field.get().draw(svg, line));
    new LineLabels(
            panel.labelled(), quarters.last(), field.get().values(), right - labels + 12, right)
        .draw(svg, top);
  }

  private double labelRoom(LinePanel panel) {
    double width = right - left;
    double most = width * (width < NARROW ? NARROW_LABELS_AT_MOST : LABELS_AT_MOST);
    double longest =
        panel.labelled().stream()
            .mapToDouble(line ->
                TextMetrics.width(line.name(), FontStyle.STRONG)
                    + LineLabels.SPACE
                    + TextMetrics.width(line.newest(quarters.last()), FontStyle.SMALL))
            .max()
            .orElse(0);
    return Math.min(longest, most) + 16;
  }

  /** Draws the axes of a field; draws nothing and returns empty if no figure is known. */
  private Optional<LineField> field(Svg svg, LinePanel panel, double from, double to, double top) {
    if (panel.isEmpty()) {
      return Optional.empty();
    }
    double bottom = top + LinePanel.FIELD;
    Scale values = panel.scale(bottom, top);
    double start = drawValues(svg, panel, values, from, to);
    LineField field = new LineField(values, start + 6, to - 6, quarters);
    new QuarterAxis(field).draw(svg, bottom);
    return Optional.of(field);
  }

  /** Draws the axis of the figures, and returns the left end of its lines. */
  private static double drawValues(Svg svg, LinePanel panel, Scale values, double from, double to) {
    List<BigDecimal> ticks = panel.ticks().values();
    AxisUnit unit = panel.axisUnit();
    double labels = TextMetrics.widest(ticks.stream().map(unit::label), FontStyle.SMALL);
    double start = from + labels + 8;
    for (BigDecimal tick : ticks) {
      double y = values.at(tick);
      svg.line(tick.signum() == 0 ? "class=\"z\"" : "class=\"l\"", start, y, to, y);
      svg.quiet(FontStyle.SMALL, from + labels, y + 4, Anchor.END, unit.label(tick));
    }
    return start;
  }

  @Override
  public String description() {
    List<String> sentences = new ArrayList<>();
    for (LinePanel panel : panels) {
      sentences.add(panel.title() + ":");
      for (ChartLine line : panel.lines()) {
        sentences.add(description(line));
      }
    }
    return String.join(" ", sentences);
  }

  private String description(ChartLine line) {
    if (line.points().isEmpty()) {
      return line.name() + ", not known.";
    }
    Point from = line.points().getFirst();
    Point to = line.points().getLast();
    return "%s, %s in %s, %s in %s%s."
        .formatted(
            line.name(), from.text(), from.quarter(), to.text(), to.quarter(), unknown(line));
  }

  private String unknown(ChartLine line) {
    int unknown = quarters.count() - line.points().size();
    return unknown == 0 ? "" : ", %s of %s quarters not known".formatted(unknown, quarters.count());
  }

  @Override
  public List<String> notes() {
    return Stream.concat(marks().stream(), notes.stream()).toList();
  }

  /** Explains the marks that the plot uses. */
  private List<String> marks() {
    List<String> all = new ArrayList<>();
    List<Point> points = panels.stream().flatMap(LinePanel::points).toList();
    if (panels.stream().anyMatch(LinePanel::hasBand)) {
      all.add("Shaded: where the true figure lies, by its rounding.");
    }
    if (points.stream().anyMatch(Point::computed)) {
      all.add("Rings: not published, but computed from other figures.");
    }
    if (points.stream().anyMatch(Point::preliminary)) {
      all.add("Squares and dashed lines: provisional or estimated.");
    }
    if (points.stream().anyMatch(Point::broken)) {
      all.add(
          "Two strokes (//): from there on something else is counted; earlier figures don't compare.");
    }
    return all;
  }
}
