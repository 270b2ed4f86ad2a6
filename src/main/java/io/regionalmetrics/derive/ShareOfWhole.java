package io.regionalmetrics.derive;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.List;

/** Computes what share of a whole a part is. */
public final class ShareOfWhole {
  private ShareOfWhole() {}

  /**
   * The share in percent: part / whole x 100; missing if either is missing, or if the whole is zero
   * or less.
   *
   * @param part the subject's own level
   * @param from the fields of the row that the share follows from
   * @param operands the figures outside the row that it follows from
   */
  public static RowValue percent(
      RowValue part,
      RowValue whole,
      Subject subject,
      List<RowField> from,
      List<KnownFigure.Operand> operands) {
    if (!(part instanceof KnownFigure knownPart)) {
      return part;
    }
    if (!(whole instanceof KnownFigure knownWhole)) {
      return wholeMissing((Missing) whole);
    }
    if (knownWhole.value().signum() <= 0) {
      return wholeNotPositive(knownWhole);
    }
    Formula share = percent(knownPart, knownWhole, subject.metric().mayBeNegative());
    return KnownFigure.derived(share, Unit.PERCENT, from, operands);
  }

  private static Formula percent(KnownFigure part, KnownFigure whole, boolean mayBeNegative) {
    Formula share = part.formula().dividedBy(whole.formula()).times(100);
    return mayBeNegative ? share : share.nonNegative();
  }

  private static Missing wholeMissing(Missing whole) {
    return new Missing(whole.reason(), "The whole is not known: " + whole.message());
  }

  private static Missing wholeNotPositive(KnownFigure whole) {
    return new Missing(
        MissingReason.WHOLE_NOT_POSITIVE,
        "The whole is %s: a share needs a whole above zero."
            .formatted(FigureText.amount(whole.figure())));
  }
}
