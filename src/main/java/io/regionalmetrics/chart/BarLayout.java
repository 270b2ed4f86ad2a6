package io.regionalmetrics.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How the bars of a {@link BarPlot} are laid out.
 *
 * @param marked a number to mark with a dashed line
 * @param track how long a bar is that stands for the whole
 * @param asideHeading the heading of the column beside the bars; empty if it has none
 * @param notes what the reader must know about the bars
 */
record BarLayout(
    BarForm form,
    Optional<BigDecimal> marked,
    Optional<BigDecimal> track,
    String asideHeading,
    List<String> notes) {
  static BarLayout of(BarForm form, List<String> notes) {
    return new BarLayout(form, Optional.empty(), Optional.empty(), "", notes);
  }

  BarLayout marking(BigDecimal number) {
    return new BarLayout(form, Optional.of(number), track, asideHeading, notes);
  }

  BarLayout tracked(BigDecimal number) {
    return new BarLayout(form, marked, Optional.of(number), asideHeading, notes);
  }

  BarLayout beside(String heading) {
    return new BarLayout(form, marked, track, heading, notes);
  }
}
