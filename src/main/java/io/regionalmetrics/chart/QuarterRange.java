package io.regionalmetrics.chart;

import java.time.temporal.IsoFields;
import org.threeten.extra.YearQuarter;

/** Quarters from the first to the last, both included. */
record QuarterRange(YearQuarter first, YearQuarter last) {
  private static final int QUARTERS_OF_YEAR = 4;

  int count() {
    return index(last) + 1;
  }

  /** How many quarters one comes after the first. */
  int index(YearQuarter quarter) {
    return (int) first.until(quarter, IsoFields.QUARTER_YEARS);
  }

  YearQuarter at(int index) {
    return first.plusQuarters(index);
  }

  /** The index of the first quarter that begins a year. */
  int firstOfYear() {
    return Math.floorMod(1 - first.getQuarterValue(), QUARTERS_OF_YEAR);
  }
}
