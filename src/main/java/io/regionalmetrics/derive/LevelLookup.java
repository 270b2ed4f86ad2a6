package io.regionalmetrics.derive;

import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Unit;
import org.threeten.extra.YearQuarter;

/** Looks up a level, either as the company reports it or converted. */
@FunctionalInterface
interface LevelLookup {
  /** The level of a quarter, or why there is none. */
  RowValue level(Subject subject, YearQuarter period, Unit unit);
}
