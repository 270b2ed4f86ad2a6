package io.regionalmetrics.compare;

import io.regionalmetrics.model.Measure;
import java.util.List;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** The growth between two quarters, which changes if the level of either is revised. */
record DependentGrowth(YearQuarter period, YearQuarter base) {

  /** The growths from the year and quarter before to a quarter, and from it to those after. */
  static List<DependentGrowth> of(YearQuarter quarter) {
    return Stream.of(Measure.YOY, Measure.QOQ)
        .flatMap(measure ->
            Stream.of(
                new DependentGrowth(quarter, quarter.minusQuarters(measure.quarters())),
                new DependentGrowth(quarter.plusQuarters(measure.quarters()), quarter)))
        .toList();
  }
}
