package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document.RemainderRow;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * The regions that make up a metric's whole in a quarter, as follows from a filing.
 *
 * @param members the codes of the regions
 * @param remainders what makes up the whole beside them; those of zero are dropped
 */
record FilingBreakdown(
    String metric, YearQuarter quarter, List<String> members, List<RemainderRow> remainders) {
  /** Drops remainders of zero: the item that a filing tells is of another quarter. */
  FilingBreakdown {
    remainders = remainders.stream().filter(one -> one.value().signum() != 0).toList();
  }

  /** Whether an observation is of the same metric and quarter. */
  boolean isOf(FilingObservation observation) {
    return observation.metric().equals(metric) && observation.quarter().equals(quarter);
  }
}
