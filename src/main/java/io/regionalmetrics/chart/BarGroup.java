package io.regionalmetrics.chart;

import java.util.List;

/**
 * Bars under a common heading.
 *
 * @param heading the heading, in bold; empty if the group has none
 * @param emphasis a figure beside the heading, in bold
 * @param remark a remark after that figure
 * @param bars the bars, from top to bottom
 */
record BarGroup(String heading, String emphasis, String remark, List<Bar> bars) {
  /** Copies the list. */
  BarGroup {
    bars = List.copyOf(bars);
  }

  /** Bars without a heading. */
  static BarGroup of(List<Bar> bars) {
    return new BarGroup("", "", "", bars);
  }
}
