package io.regionalmetrics.compare;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.ConclusionCode;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Ranks;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threeten.extra.YearQuarter;

/**
 * The conclusions that a revision changes: growths and ranks.
 *
 * @param period the revised quarter
 * @param then the levels as known on the first day
 * @param now the levels as known on the last day
 */
record RevisionConclusions(YearQuarter period, Levels then, Levels now) {

  /** The growths from or to the quarter that have changed. */
  List<Conclusion> growths(Subject subject, int row) {
    List<Conclusion> conclusions = new ArrayList<>();
    for (DependentGrowth growth : DependentGrowth.of(period)) {
      RowValue before = growth(subject, then, growth);
      RowValue after = growth(subject, now, growth);
      if (before instanceof KnownFigure b && after instanceof KnownFigure a && !sameFigure(b, a)) {
        conclusions.add(growthDiffers(subject, growth, b, a, row));
      }
    }
    return conclusions;
  }

  private static RowValue growth(Subject subject, Levels levels, DependentGrowth growth) {
    Unit unit = levels.unit(subject, growth.period(), growth.base());
    return levels.grown(subject, growth.period(), growth.base(), unit).growth(List.of(), List.of());
  }

  /** Whether two figures have equal values and bounds, however many zeros they are written with. */
  static boolean sameFigure(KnownFigure one, KnownFigure other) {
    return one.figure().value().compareTo(other.figure().value()) == 0
        && one.figure()
            .bounds()
            .map(Bounds::interval)
            .equals(other.figure().bounds().map(Bounds::interval));
  }

  private static Conclusion growthDiffers(
      Subject subject, DependentGrowth growth, KnownFigure before, KnownFigure after, int row) {
    boolean signDiffers = before.value().signum() != after.value().signum();
    return new Conclusion(
        signDiffers ? ConclusionCode.SIGN_DIFFERS : ConclusionCode.GROWTH_DIFFERS,
        List.of(row),
        before,
        after,
        "The growth of %s of %s from %s to %s is %s, not %s."
            .formatted(
                subject.metric().id(),
                subject.requestedRegion(),
                growth.base(),
                growth.period(),
                text(after, before),
                text(before, after)));
  }

  /** A growth as text, with all its digits if it would otherwise look equal to the other one. */
  private static String text(KnownFigure growth, KnownFigure other) {
    String rounded = FigureText.amount(growth.figure());
    return rounded.equals(FigureText.amount(other.figure()))
        ? growth.figure().value().toPlainString() + "%"
        : rounded;
  }

  /** The rows whose rank has changed; none unless the same rows have ranks on both days. */
  static List<Conclusion> ranks(List<AnswerRow> rows) {
    Map<Integer, Integer> before = Ranks.of(values(rows, RowField.BEFORE));
    Map<Integer, Integer> after = Ranks.of(values(rows, RowField.AFTER));
    List<Conclusion> conclusions = new ArrayList<>();
    if (before.keySet().equals(after.keySet())) {
      for (int row = 0; row < rows.size(); row++) {
        Integer then = before.get(row);
        Integer now = after.get(row);
        if (then != null && now != null && !then.equals(now)) {
          conclusions.add(rankDiffers(rows.get(row), row, then, now));
        }
      }
    }
    return conclusions;
  }

  private static List<RowValue> values(List<AnswerRow> rows, RowField field) {
    return rows.stream().map(row -> row.fields().get(field)).toList();
  }

  private static Conclusion rankDiffers(AnswerRow row, int number, int then, int now) {
    return new Conclusion(
        ConclusionCode.RANK_DIFFERS,
        List.of(number),
        new RowValue.Rank(then),
        new RowValue.Rank(now),
        "%s ranks number %s, not number %s.".formatted(row.region(), now, then));
  }
}
