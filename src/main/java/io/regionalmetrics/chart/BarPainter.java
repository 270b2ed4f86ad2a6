package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Bar.Extent;
import io.regionalmetrics.chart.Svg.Anchor;
import io.regionalmetrics.number.Bounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Draws one bar of a {@link BarPlot}: its name, the bar or dot, its bounds, and its figure. */
final class BarPainter {
  private static final double SHORTEST_WHISKER = 5;

  /** The length of the point at the end of a step. */
  private static final double TIP = 6;

  private final Svg svg;
  private final BarLayout layout;
  private final BarMeasures measures;
  private final BarAxis axis;

  BarPainter(Svg svg, BarLayout layout, BarMeasures measures, BarAxis axis) {
    this.svg = svg;
    this.layout = layout;
    this.measures = measures;
    this.axis = axis;
  }

  /** Draws a bar below {@code top}; without a scale, only its texts. */
  void draw(Bar bar, Optional<Scale> scale, double top) {
    svg.begin(bar.tooltip(), bar.pointer(), layout.track().isEmpty());
    double height = measures.pitch() - BarMeasures.GAP - measures.nameHeight();
    double middle = top + measures.nameHeight() + height / 2;
    drawName(bar, top, middle);
    if (bar.extent().isPresent() && scale.isPresent()) {
      drawExtent(bar, bar.extent().get(), scale.get(), middle);
      drawFigure(bar, scale.get().at(bar.extent().get().most()) + axis.textGap(), middle);
    } else {
      drawReason(bar, scale, middle);
    }
    svg.text(FontStyle.TEXT, measures.right(), middle + 4.5, Anchor.END, bar.sideText());
    svg.end();
  }

  /** Writes why a figure is missing, where its bar would begin. */
  private void drawReason(Bar bar, Optional<Scale> scale, double middle) {
    double start = measures.left() + measures.nameRoom();
    double x = scale.map(some -> some.at(BigDecimal.ZERO) + 6).orElse(start);
    svg.quiet(FontStyle.TEXT, x, middle + 4.5, Anchor.START, bar.text());
  }

  private void drawFigure(Bar bar, double x, double middle) {
    double room = measures.right() - measures.sideRoom() - x;
    svg.cut(FontStyle.TEXT, x, middle + 4.5, Anchor.START, bar.text(), room);
  }

  private void drawName(Bar bar, double top, double middle) {
    FontStyle style = bar.nameStyle();
    if (measures.namesAbove()) {
      svg.cut(style, measures.left(), top + 12, Anchor.START, bar.name(), measures.width());
      return;
    }
    double room = measures.nameRoom() - 10;
    List<String> lines = nameLines(bar, style, room);
    double y = middle + 4.5 - (lines.size() - 1) * BarMeasures.LINE / 2;
    for (String line : lines) {
      svg.cut(style, measures.left() + room, y, Anchor.END, line, room);
      y += BarMeasures.LINE;
    }
  }

  private List<String> nameLines(Bar bar, FontStyle style, double room) {
    boolean oneLine =
        TextMetrics.width(bar.name(), style) <= room || measures.pitch() < 2 * BarMeasures.LINE;
    return oneLine ? List.of(bar.name()) : TextMetrics.wrap(bar.name(), style, room, 2);
  }

  private void drawExtent(Bar bar, Extent extent, Scale scale, double middle) {
    boolean dots = layout.form().isDots();
    String ink = ink(bar);
    layout.track().ifPresent(whole -> drawTrack(extent, whole, scale, middle));
    if (!dots) {
      drawBar(bar, ink, extent, scale, middle);
    }
    extent.bounds().ifPresent(bounds -> drawWhisker(bounds, scale, middle));
    if (dots) {
      svg.circle(ink, scale.at(extent.to()), middle, BarMeasures.RADIUS);
    }
  }

  private void drawTrack(Extent extent, BigDecimal whole, Scale scale, double middle) {
    svg.rectangle(
        "class=\"r\"",
        scale.at(BigDecimal.ZERO),
        middle - measures.thickness() / 2,
        scale.at(whole) - scale.at(extent.from()),
        measures.thickness());
  }

  /** The colour of a bar; a preliminary one is pale and has a dashed outline. */
  private static String ink(Bar bar) {
    return "class=\"%s\" fill=\"currentColor\"%s"
        .formatted(
            bar.ink().code(),
            bar.is(Bar.Trait.PRELIMINARY)
                ? " fill-opacity=\"0.35\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\""
                : "");
  }

  private void drawBar(Bar bar, String ink, Extent extent, Scale scale, double middle) {
    double from = scale.at(extent.from());
    double to = scale.at(extent.to());
    double top = middle - measures.thickness() / 2;
    if (bar.is(Bar.Trait.STEP) && Math.abs(to - from) > 1) {
      drawStep(ink, from, to, top);
    } else {
      svg.rectangle(
          ink, Math.min(from, to), top, Math.max(1, Math.abs(to - from)), measures.thickness());
    }
  }

  /** Draws a step that points to the right or to the left. */
  private void drawStep(String ink, double from, double to, double top) {
    double tip = Math.copySign(Math.min(TIP, Math.abs(to - from)), to - from);
    double bottom = top + measures.thickness();
    svg.path(ink)
        .to(from, top)
        .to(to - tip, top)
        .to(to, (top + bottom) / 2)
        .to(to - tip, bottom)
        .to(from, bottom)
        .to(from, top)
        .end();
  }

  /** Whether bounds are wide enough to be drawn. */
  static boolean isVisible(Bounds bounds, Scale scale) {
    return scale.at(bounds.high()) - scale.at(bounds.low()) >= SHORTEST_WHISKER;
  }

  private void drawWhisker(Bounds bounds, Scale scale, double middle) {
    if (isVisible(bounds, scale)) {
      double low = scale.at(bounds.low());
      double high = scale.at(bounds.high());
      drawWhisker("k", low, high, middle);
      drawWhisker("w", low, high, middle);
    }
  }

  private void drawWhisker(String style, double low, double high, double middle) {
    svg.path("class=\"" + style + "\"")
        .move(low, middle - 4)
        .to(low, middle + 4)
        .move(low, middle)
        .to(high, middle)
        .move(high, middle - 4)
        .to(high, middle + 4)
        .end();
  }

  /** Draws a line from the end of one step to the beginning of the next. */
  void connect(Bar before, Bar bar, Optional<Scale> scale, double top) {
    if (before.extent().isPresent() && bar.extent().isPresent() && scale.isPresent()) {
      double x = scale.get().at(before.extent().get().to());
      double middle = (measures.pitch() - measures.thickness()) / 2;
      svg.line("class=\"z\"", x, top - middle - BarMeasures.GAP / 2, x, top + middle);
    }
  }
}
