package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** How a level changed, and since which quarter. */
final class GrowthPhrase {
  private GrowthPhrase() {}

  /** "rose 34%", "rose 5 points", "fell 2% (rounding allows -3% to 0.5%)", "was unchanged". */
  static String change(SubjectPhrase subject, Figure growth) {
    int sign = growth.value().signum();
    String verb =
        sign == 0
            ? subject.was() + " unchanged"
            : (sign > 0 ? "rose " : "fell ") + FigureText.size(growth);
    return verb + rounding(growth);
  }

  /**
   * " (rounding allows -3% to 0.5%)" if the figure may have grown or fallen; empty if not, or if
   * the bounds are too close to be told apart.
   */
  static String rounding(Figure growth) {
    String bounds = FigureText.bounds(growth);
    return isDirectionUncertain(growth) && !bounds.startsWith("0% to 0%")
        ? " (rounding allows %s)".formatted(bounds)
        : "";
  }

  /** The growth in percent; for a percentage in points: 20% to 25% is 5 points, not 25%. */
  static Optional<KnownFigure> growth(AnswerRow row) {
    return row.known(RowField.CHANGE)
        .filter(change -> change.figure().unit().equals(Unit.POINTS))
        .or(() -> row.known(RowField.GROWTH));
  }

  private static boolean isDirectionUncertain(Figure growth) {
    return growth.origin() != Origin.REPORTED
        && growth
            .bounds()
            .map(bounds -> bounds.low().signum() < 0 && bounds.high().signum() > 0)
            .orElse(false);
  }

  /** What a quarter is compared with: "a year earlier", "a quarter earlier", "2015-Q2". */
  static String than(YearQuarter base, YearQuarter period) {
    return earlier(base, period).replace("in ", "");
  }

  /** "a year earlier", "a quarter earlier", "in 2015-Q2". */
  static String earlier(YearQuarter base, YearQuarter period) {
    return switch ((int) base.until(period, IsoFields.QUARTER_YEARS)) {
      case 4 -> "a year earlier";
      case 1 -> "a quarter earlier";
      default -> "in " + base;
    };
  }

  /** "Twitter's revenue in Japan in 2017-Q4 can't be compared with 2016-Q4: ...". */
  static String notComparable(
      SubjectPhrase subject, AnswerRow row, YearQuarter base, RowField missing) {
    return "%s in %s can't be compared with %s: %s"
        .formatted(subject.whatAndWhere(), row.period(), base, row.whyMissing(missing));
  }
}
