package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * A figure of a quarter that follows from a filing.
 *
 * @param unit a currency, or the metric's own unit
 * @param derivation how it follows from others; empty if the filing states it
 * @param note a remark for readers
 * @param facts the facts as filed; each names its filing if that isn't the observation's source
 */
record FilingObservation(
    String metric,
    String region,
    YearQuarter quarter,
    Unit unit,
    BigDecimal value,
    Precision precision,
    Optional<String> derivation,
    Optional<String> note,
    List<FiledFact> facts) {

  /** What the filing reports. */
  static FilingObservation stated(ReportedFact fact, YearQuarter quarter) {
    return new FilingObservation(
        fact.series().metric(),
        fact.series().region(),
        quarter,
        fact.series().unit(),
        fact.value(),
        fact.precision(),
        fact.derivation(),
        Optional.empty(),
        fact.facts());
  }

  /** The same figure, of a region under another code. */
  FilingObservation in(String other) {
    return new FilingObservation(
        metric, other, quarter, unit, value, precision, derivation, note, facts);
  }

  /** The same figure, whose scale the filer probably mistook. */
  FilingObservation withSuspectScale() {
    return new FilingObservation(
        metric,
        region,
        quarter,
        unit,
        value,
        precision,
        derivation,
        Optional.of(Observation.SCALE_SUSPECT),
        facts);
  }

  /** A quarter that follows from longer spans. */
  static FilingObservation derived(DerivedQuarter derived, Precision precision) {
    return new FilingObservation(
        derived.series().metric(),
        derived.series().region(),
        derived.name(),
        derived.series().unit(),
        derived.value(),
        precision,
        Optional.of(derived.derivation()),
        Optional.empty(),
        derived.facts());
  }
}
