package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.threeten.extra.YearQuarter;

/**
 * A cell in one of its units.
 *
 * @param unit the unit of this figure
 * @param units all units in which the cell, or a figure that implies it, was published
 * @param level the level published in this unit; empty if only a growth was published
 */
record CheckedFigure(CheckedCell cell, Unit unit, List<Unit> units, Optional<KnownFigure> level) {

  static CheckedFigure of(CheckedCell cell, Unit unit, List<Unit> units, Levels levels) {
    return new CheckedFigure(
        cell, unit, units, levels.reported(cell.subject(), cell.period(), Measure.LEVEL, unit));
  }

  /**
   * The published level and a level computed from others that are of one book: they were restated
   * together or not at all.
   *
   * @param computed computes the level
   */
  PublishedAndComputed inOneBook(Levels levels, Function<Levels, RowValue> computed) {
    return levels.inOneBook(
        book -> new PublishedAndComputed(levelIn(book, levels), computed.apply(book)),
        PublishedAndComputed::figures);
  }

  private RowValue levelIn(Levels book, Levels newest) {
    return (book == newest ? level : book.reported(subject(), period(), Measure.LEVEL, unit))
        .orElseThrow();
  }

  Subject subject() {
    return cell.subject();
  }

  YearQuarter period() {
    return cell.period();
  }
}
