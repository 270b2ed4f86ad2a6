package io.regionalmetrics.chart;

/** How a {@link BarPlot} draws its figures. */
enum BarForm {
  /** Bars that start at zero. */
  BARS,
  /** Bars that start where the bar before ended. */
  STEPS,
  /** Dots on an axis that may leave out zero. */
  DOTS,
  /** Dots in groups; each group has an axis of its own. */
  DOTS_APART;

  boolean isDots() {
    return this == DOTS || this == DOTS_APART;
  }
}
