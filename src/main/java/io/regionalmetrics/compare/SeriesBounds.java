package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** Finds the quarter that bounds a series whose range has an open end. */
final class SeriesBounds {
  private final List<Subject> subjects;
  private final Optional<YearQuarter> start;
  private final LocalDate asOf;
  private final Levels levels;

  /**
   * Bounds from the levels of some subjects.
   *
   * @param start the first quarter requested; empty if the range is open there
   */
  SeriesBounds(List<Subject> subjects, Optional<YearQuarter> start, Quarters read) {
    this.subjects = subjects;
    this.start = start;
    this.asOf = read.asOf();
    this.levels = new Levels(read.unconverted());
  }

  /**
   * The first of the quarters, in their order, in which any subject has a level.
   *
   * @throws Refusal if no subject has a level in any of them
   */
  YearQuarter firstWithLevel(Collection<YearQuarter> quarters) {
    for (YearQuarter quarter : quarters) {
      if (anyHasLevel(quarter)) {
        return quarter;
      }
    }
    throw Refusal.of(
        Reason.SENSELESS,
        start.isPresent() ? "endPeriod" : "startPeriod",
        "missing, and no level known as of %s%s can set it; give a quarter, such as 2017-Q4"
            .formatted(asOf, start.map(quarter -> " from %s on".formatted(quarter)).orElse("")));
  }

  private boolean anyHasLevel(YearQuarter period) {
    return subjects.stream()
        .anyMatch(subject ->
            levels.units(subject, period).stream().anyMatch(unit -> hasLevel(subject, period, unit))
                || mixesUnits(subject, period));
  }

  /** Whether the quarter has a level only if a currency is requested. */
  private boolean mixesUnits(Subject subject, YearQuarter period) {
    return levels.units(subject, period).stream()
        .map(unit -> levels.level(subject, period, unit))
        .allMatch(level ->
            level instanceof Missing missing && missing.reason() == MissingReason.UNIT_DIFFERS);
  }

  /**
   * Whether the quarter has a level of its own. A base that is only implied by the growth of a
   * later quarter does not make a series longer.
   */
  private boolean hasLevel(Subject subject, YearQuarter period, Unit unit) {
    return levels.level(subject, period, unit) instanceof KnownFigure known
        && (!known.isImplied()
            || levels.growth(subject, period, Measure.YOY, unit).isPresent()
            || levels.growth(subject, period, Measure.QOQ, unit).isPresent());
  }
}
