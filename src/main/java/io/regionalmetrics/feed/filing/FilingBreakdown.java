package io.regionalmetrics.feed.filing;

import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * The regions that make up a metric's whole in a quarter, as follows from a filing.
 *
 * @param members the codes of the regions
 */
record FilingBreakdown(String metric, YearQuarter quarter, List<String> members) {
  /** Whether an observation is of the same metric and quarter. */
  boolean isOf(FilingObservation observation) {
    return observation.metric().equals(metric) && observation.quarter().equals(quarter);
  }
}
