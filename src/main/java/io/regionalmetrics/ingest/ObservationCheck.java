package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.util.Optional;

/** Checks a document's observations against the known definitions. */
final class ObservationCheck {
  private static final BigDecimal TOTAL_LOSS = BigDecimal.valueOf(-100);

  private final KnownDefinitions known;
  private final AssumedPrecision assumed;
  private final DocumentFaults faults;

  /**
   * Creates a check.
   *
   * @param levels the levels by which those without decimals are judged
   */
  ObservationCheck(KnownDefinitions known, WrittenLevels levels, DocumentFaults faults) {
    this.known = known;
    this.assumed = new AssumedPrecision(known, levels);
    this.faults = faults;
  }

  /** Returns a row's observation. If it makes no sense, notes a fault and returns empty. */
  Optional<Located<Observation>> check(Located<ObservationRow> located) {
    Optional<String> company = Optional.of(located.row().company());
    return known.checkCompany(located.place(), company, faults)
        ? checkNames(located, company)
        : Optional.empty();
  }

  private Optional<Located<Observation>> checkNames(
      Located<ObservationRow> located, Optional<String> company) {
    ObservationRow row = located.row();
    Vocabulary vocabulary = known.vocabulary(row.company());
    Optional<Metric> metric = vocabulary.metric(row.metric());
    Optional<Region> region = vocabulary.region(row.region());
    if (metric.isEmpty()) {
      fault(located, "metric", known.unknownMetric(company, row.metric()));
    }
    if (region.isEmpty()) {
      fault(located, "region", known.unknownRegion(company, row.region()));
    }
    return metric.isPresent() && region.isPresent()
        ? check(located, metric.get(), region.get())
        : Optional.empty();
  }

  private Optional<Located<Observation>> check(
      Located<ObservationRow> located, Metric metric, Region region) {
    ObservationRow row = located.row();
    Unit unit = row.unit().orElse(metric.unit());
    if (!isUnitOf(metric, unit)) {
      fault(located, "unit", wrongUnit(metric, unit));
    } else if (!metric.mayBeNegative() && isTooLow(row)) {
      fault(located, "value", tooLow(metric, row.measure()));
    } else {
      return Optional.of(new Located<>(located.place(), observation(row, metric, region, unit)));
    }
    return Optional.empty();
  }

  private Observation observation(ObservationRow row, Metric metric, Region region, Unit unit) {
    QuarterKey quarter = new QuarterKey(row.company(), metric.id(), row.period());
    return new Observation(
        new Cell(quarter, region.id(), row.measure(), unit),
        row.value(),
        assumed.precision(row, metric, unit),
        row.status(),
        row.derivation(),
        row.note(),
        row.facts());
  }

  private static boolean isUnitOf(Metric metric, Unit unit) {
    if (metric.dimension() != Dimension.MONEY) {
      return unit.equals(metric.unit());
    }
    return unit.isMoney() && unit.equals(metric.unitIn(unit.currency()));
  }

  private static String wrongUnit(Metric metric, Unit unit) {
    String wrong = "'%s' is not a unit of %s: use %s".formatted(unit, metric.id(), metric.unit());
    return metric.dimension() == Dimension.MONEY
        ? wrong + ", or put another currency code in its place"
        : wrong;
  }

  private static boolean isTooLow(ObservationRow row) {
    BigDecimal least = row.measure() == Measure.LEVEL ? BigDecimal.ZERO : TOTAL_LOSS;
    boolean lowTooLow =
        row.precision() instanceof Precision.Between(BigDecimal low, BigDecimal high)
            && low.compareTo(least) < 0;
    return lowTooLow || row.value().map(value -> value.compareTo(least) < 0).orElse(false);
  }

  private static String tooLow(Metric metric, Measure measure) {
    return "%s can't %s unless the metric is defined with \"negative\": true"
        .formatted(
            metric.id(), measure == Measure.LEVEL ? "be below zero" : "fall by more than 100 %");
  }

  private void fault(Located<ObservationRow> located, String member, String why) {
    faults.add(Reason.SENSELESS, located.place() + "." + member, why);
  }
}
