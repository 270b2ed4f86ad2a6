package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import java.util.HashMap;
import java.util.Map;

/**
 * How exact figures are whose documents don't say so. A level of money or of a count is judged by
 * the digits of all such levels ({@link WrittenLevels}). A growth, a ratio or another number is as
 * exact as it is written: 2.36 to the hundredth.
 */
final class AssumedPrecision {
  private record MetricUnit(String metric, Unit unit) {}

  private final KnownDefinitions known;
  private final WrittenLevels levels;
  private final Map<MetricUnit, Integer> decimals = new HashMap<>();

  AssumedPrecision(KnownDefinitions known, WrittenLevels levels) {
    this.known = known;
    this.levels = levels;
  }

  /** The precision of a row's value: the stated one, or else the assumed one. */
  Precision precision(ObservationRow row, Metric metric, Unit unit) {
    if (row.precision() instanceof Precision.AssumedDecimals(int written)) {
      return isJudgedByDigits(row, metric)
          ? new Precision.AssumedDecimals(decimals(new MetricUnit(metric.id(), unit)))
          : new Precision.Decimals(written);
    }
    return row.precision();
  }

  private static boolean isJudgedByDigits(ObservationRow row, Metric metric) {
    return row.measure() == Measure.LEVEL
        && metric.kind() != MetricKind.RATIO
        && metric.dimension() != Dimension.NUMBER;
  }

  private int decimals(MetricUnit key) {
    return decimals.computeIfAbsent(
        key,
        k ->
            levels.decimals(
                k.metric(),
                k.unit(),
                company -> known.vocabulary(company).metric(k.metric()).map(Metric::unit)));
  }
}
