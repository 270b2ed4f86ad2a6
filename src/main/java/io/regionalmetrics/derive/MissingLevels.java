package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** Says why a level is missing, and which base quarter would give it if there is one. */
final class MissingLevels {
  private final Quarters quarters;
  private final PublishedFigures published;

  MissingLevels(Quarters quarters, PublishedFigures published) {
    this.quarters = quarters;
    this.published = published;
  }

  /**
   * Why a level is missing: the reason of the first region without a figure in any unit, otherwise
   * of the first whose figure is in another unit.
   */
  Missing missing(Subject subject, YearQuarter period, Unit unit) {
    List<Cell> cells =
        Stream.concat(
                subject.region().single().stream(), subject.region().terms().keySet().stream())
            .map(region -> new Cell(subject.key(period), region, Measure.LEVEL, unit))
            .filter(cell -> quarters.current(cell).isEmpty())
            .toList();
    return cells.stream()
        .filter(cell -> inOtherUnit(cell).isEmpty())
        .findFirst()
        .map(cell -> withHint(subject, period, unit, quarters.missing(cell)))
        .or(() -> cells.stream().flatMap(cell -> inOtherUnit(cell).stream()).findFirst())
        .orElseGet(() -> notAdditive(subject));
  }

  private Optional<Missing> inOtherUnit(Cell cell) {
    return quarters.cells(cell.quarter(), cell.region()).stream()
        .filter(other -> other.measure() == Measure.LEVEL)
        .filter(other -> !other.unit().equals(cell.unit()))
        .filter(other -> quarters.current(other).isPresent())
        .findFirst()
        .map(other -> UnitDifference.of(other, cell.unit()));
  }

  /** Adds which base quarter would give this level through its published growth, if any. */
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
        "%s Its growth from %s is published: add base=%s to compute it from that quarter."
            .formatted(missing.message(), base, base));
  }

  private static Missing notAdditive(Subject subject) {
    return new Missing(
        MissingReason.NOT_ADDITIVE,
        "%s can't be added over regions and has no numerator and denominator."
            .formatted(subject.metric().id()));
  }
}
