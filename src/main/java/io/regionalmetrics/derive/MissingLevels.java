package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** Why a level is missing: what the first region lacks, and which question would have it. */
final class MissingLevels {
  private final Quarters quarters;
  private final PublishedFigures published;

  MissingLevels(Quarters quarters, PublishedFigures published) {
    this.quarters = quarters;
    this.published = published;
  }

  Missing missing(Subject subject, YearQuarter period, Unit unit) {
    return Stream.concat(
            subject.region().single().stream(), subject.region().terms().keySet().stream())
        .map(region -> new Cell(subject.key(period), region, Measure.LEVEL, unit))
        .filter(cell -> quarters.current(cell).isEmpty())
        .findFirst()
        .map(cell -> withHint(subject, period, unit, quarters.missing(cell)))
        .orElseGet(() -> notAdditive(subject));
  }

  /** Names the base that would give this level by its published growth, if there is one. */
  private Missing withHint(Subject subject, YearQuarter period, Unit unit, Missing missing) {
    return Stream.of(Measure.YOY, Measure.QOQ)
        .filter(measure -> published.figure(subject, period, measure, unit).isPresent())
        .map(measure -> period.minusQuarters(measure.quarters()))
        .filter(base -> !quarters.have(subject.key(base)))
        .findFirst()
        .map(base -> withHint(missing, base))
        .orElse(missing);
  }

  private static Missing withHint(Missing missing, YearQuarter base) {
    return new Missing(
        missing.reason(),
        "%s But its growth on %s was: add base=%s, and that quarter's figure gives this one."
            .formatted(missing.message(), base, base));
  }

  private static Missing notAdditive(Subject subject) {
    return new Missing(
        MissingReason.NOT_ADDITIVE,
        "%s does not add over regions, and has no numerator and denominator."
            .formatted(subject.metric().id()));
  }
}
