package io.regionalmetrics.chart;

/** How the figures of a {@link BarPlot} stand on its axis. */
enum BarForm {
  /** Bars that start at zero. */
  BARS,
  /** Bars that start where the one before ended. */
  STEPS,
  /** Dots; their axis need not contain zero. */
  DOTS,
  /** Dots in groups that have nothing in common; each group has its own axis. */
  DOTS_APART;

  boolean isDots() {
    return this == DOTS || this == DOTS_APART;
  }
}
