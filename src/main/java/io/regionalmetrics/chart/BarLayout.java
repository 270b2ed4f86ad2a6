package io.regionalmetrics.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How the bars of a {@link BarPlot} are laid out.
 *
 * @param form how the figures are drawn
 * @param marked a number that a dashed line marks
 * @param track the number at which the grey track behind each bar ends, such as 100 percent
 * @param sideHeading the heading of the column beside the bars; empty if it has none
 * @param notes notes about the bars, to be written below them
 */
record BarLayout(
    BarForm form,
    Optional<BigDecimal> marked,
    Optional<BigDecimal> track,
    String sideHeading,
    List<String> notes) {
  /** A layout without a mark, a track and a column beside the bars. */
  static BarLayout of(BarForm form, List<String> notes) {
    return new BarLayout(form, Optional.empty(), Optional.empty(), "", notes);
  }

  /** This layout with a dashed line at a number. */
  BarLayout withMark(BigDecimal number) {
    return new BarLayout(form, Optional.of(number), track, sideHeading, notes);
  }

  /** This layout with a grey track behind each bar, up to a number. */
  BarLayout withTrack(BigDecimal number) {
    return new BarLayout(form, marked, Optional.of(number), sideHeading, notes);
  }

  /** This layout with a column beside the bars. */
  BarLayout withSideHeading(String heading) {
    return new BarLayout(form, marked, track, heading, notes);
  }
}
