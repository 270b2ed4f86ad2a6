package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** Levels and growths as published, in the units in which they were published. */
final class PublishedFigures {
  private final Quarters quarters;
  private final QuarterBreakdowns breakdowns;

  PublishedFigures(Quarters quarters, QuarterBreakdowns breakdowns) {
    this.quarters = quarters;
    this.breakdowns = breakdowns;
  }

  /** The level of a region, or of one that is the same by definition. */
  Optional<KnownFigure> level(Subject subject, YearQuarter period, Unit unit) {
    return figure(subject, period, Measure.LEVEL, unit);
  }

  /** The level or growth of a region, or of one that is the same by definition. */
  Optional<KnownFigure> figure(Subject subject, YearQuarter period, Measure measure, Unit unit) {
    QuarterKey key = subject.key(period);
    for (String region : breakdowns.at(subject, period).equivalents()) {
      Optional<KnownFigure> known = figure(subject, new Cell(key, region, measure, unit));
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  /** The level published for exactly this region. */
  Optional<KnownFigure> levelOf(Subject subject, String region, YearQuarter period, Unit unit) {
    return figure(subject, new Cell(subject.key(period), region, Measure.LEVEL, unit));
  }

  private Optional<KnownFigure> figure(Subject subject, Cell cell) {
    return quarters
        .current(cell)
        .map(current -> KnownFigure.reported(current, subject.metric().mayBeNegative()));
  }
}
