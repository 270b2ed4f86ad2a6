package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document.RemainderRow;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * The regions that make up a metric's whole in a quarter, as follows from a filing.
 *
 * @param members the codes of the regions
 * @param remainders what makes up the whole beside them
 */
record FilingBreakdown(
    String metric, YearQuarter quarter, List<String> members, List<RemainderRow> remainders) {
  /** Whether an observation is of the same metric and quarter. */
  boolean isOf(FilingObservation observation) {
    return observation.metric().equals(metric) && observation.quarter().equals(quarter);
  }
}
