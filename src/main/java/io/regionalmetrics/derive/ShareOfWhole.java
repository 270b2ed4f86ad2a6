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

/** A part in percent of its whole. */
public final class ShareOfWhole {
  private ShareOfWhole() {}

  /** value / whole x 100. */
  public static RowValue percent(
      RowValue value,
      RowValue whole,
      Subject subject,
      List<RowField> from,
      List<KnownFigure.Operand> operands) {
    if (!(value instanceof KnownFigure v)) {
      return value;
    }
    if (!(whole instanceof KnownFigure w)) {
      Missing missing = (Missing) whole;
      return new Missing(missing.reason(), "The whole is not known: " + missing.message());
    }
    if (w.value().signum() <= 0) {
      return new Missing(
          MissingReason.WHOLE_NOT_POSITIVE,
          "The whole is %s: a share needs a whole above zero."
              .formatted(FigureText.amount(w.figure())));
    }
    Formula share = v.formula().dividedBy(w.formula()).times(100);
    return KnownFigure.derived(
        subject.metric().mayBeNegative() ? share : share.nonNegative(),
        Unit.PERCENT,
        from,
        operands);
  }
}
