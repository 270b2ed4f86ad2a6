package io.regionalmetrics.chart;

import java.util.List;

/**
 * The places and sizes of the parts of a {@link BarPlot}, in pixels.
 *
 * @param left the left end of the names
 * @param right the right end of the column beside the bars
 * @param thickness the thickness of a bar
 * @param namesAbove whether each name stands above its bar, because the picture is narrow
 * @param nameRoom the width of the names before the bars
 * @param sideRoom the width of the column beside the bars
 * @param pitch the distance from the top of one bar to the top of the next
 */
record BarMeasures(
    double left,
    double right,
    double thickness,
    boolean namesAbove,
    double nameRoom,
    double sideRoom,
    double pitch) {
  /** The gap between two bars. */
  static final double GAP = 6;

  /** The height of a line of text. */
  static final double LINE = 15;

  /** The radius of a dot. */
  static final double RADIUS = 5.5;

  private static final double FEW_BARS = 16;
  private static final double NAMES_AT_MOST = 0.36;
  private static final double NARROW = 480;

  /** The measures of some bars in a picture of this width. */
  static BarMeasures of(BarLayout layout, List<Bar> bars, int width) {
    double left = Picture.MARGIN;
    double right = width - Picture.MARGIN;
    double thickness = bars.size() <= FEW_BARS ? 18 : 14;
    double longest = longestName(bars);
    double most = (right - left) * NAMES_AT_MOST;
    boolean above = width < NARROW && longest > most;
    boolean twoLines = !above && longest > most;
    return new BarMeasures(
        left,
        right,
        thickness,
        above,
        above || longest == 0 ? 0 : Math.min(longest, most) + 10,
        sideRoom(layout, bars),
        (twoLines ? 2 * LINE : thickness) + (above ? LINE + 2 : 0) + GAP);
  }

  private static double longestName(List<Bar> bars) {
    return bars.stream()
        .mapToDouble(bar -> TextMetrics.width(bar.name(), bar.nameStyle()))
        .max()
        .orElse(0);
  }

  private static double sideRoom(BarLayout layout, List<Bar> bars) {
    double widest =
        Math.max(
            TextMetrics.widest(bars.stream().map(Bar::sideText), FontStyle.TEXT),
            TextMetrics.width(layout.sideHeading(), FontStyle.SMALL));
    return widest == 0 ? 0 : widest + 14;
  }

  /** The height of a name above its bar; 0 if names stand beside their bars. */
  double nameHeight() {
    return namesAbove ? LINE + 2 : 0;
  }

  /** The width of names, bars and the column beside them. */
  double width() {
    return right - left;
  }
}
