package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import java.util.List;
import org.threeten.extra.YearQuarter;

/** Makes operands: figures that another figure is computed from. */
public final class Operands {
  private Operands() {}

  /** A level as an operand of another figure. */
  static KnownFigure.Operand of(Subject subject, YearQuarter period, KnownFigure known) {
    return new KnownFigure.Operand(
        subject.company(), subject.metric().id(), subject.requestedRegion(), period, known);
  }

  /** Adds a level to a list of operands unless it is missing. */
  public static void add(
      Subject subject, YearQuarter period, RowValue level, List<KnownFigure.Operand> operands) {
    if (level instanceof KnownFigure known) {
      operands.add(of(subject, period, known));
    }
  }
}
