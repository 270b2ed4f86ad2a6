package io.regionalmetrics.chart;

import java.time.temporal.IsoFields;
import org.threeten.extra.YearQuarter;

/** The quarters from the first to the last, both included. */
record QuarterRange(YearQuarter first, YearQuarter last) {
  private static final int QUARTERS_OF_YEAR = 4;

  /** The number of quarters. */
  int count() {
    return index(last) + 1;
  }

  /** The index of a quarter; the first has 0. */
  int index(YearQuarter quarter) {
    return (int) first.until(quarter, IsoFields.QUARTER_YEARS);
  }

  /** The quarter with an index. */
  YearQuarter at(int index) {
    return first.plusQuarters(index);
  }

  /** The index of the first quarter that begins a year. */
  int firstOfYear() {
    return Math.floorMod(1 - first.getQuarterValue(), QUARTERS_OF_YEAR);
  }
}
