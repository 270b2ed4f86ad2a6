package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.number.LogMean;
import io.regionalmetrics.wording.DriversHeadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threeten.extra.YearQuarter;

/**
 * What drove the change of a ratio's numerator. A row has the numerator's {@code value}, {@code
 * base} and {@code change}, and two {@code drivers}: the denominator and the ratio. Each driver has
 * the {@code factor} by which it changed, and its {@code effect}, its part of the numerator's
 * change. The effects are split by the logarithmic mean ({@link LogMean}) and add up to the change.
 * The ratio is always computed from its terms, even if it was published.
 *
 * <p>Worked example: revenue 106m after an implied 79.1m, users 45m after 40m. Users x1.125 account
 * for 10.8m, revenue per user x1.191 for 16.1m; together 26.9m.
 *
 * @param subjects the ratio of each row, with a numerator and a denominator
 * @param base the quarter to compare with
 */
public record Drivers(List<Subject> subjects, YearQuarter period, YearQuarter base)
    implements Comparison {
  @Override
  public Requirements requirements() {
    return Requirements.of(subjects, period, base, Subject::readsOfTerms);
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      rows.add(row(subject, levels, findings, rows.size()));
    }
    return Answer.to(
            QuestionKind.DRIVERS, QuestionParameters.of(subjects, period, base, quarters.asOf()))
        .rows(rows)
        .findings(findings.list())
        .sentence(new DriversHeadline(subjects, rows, base).text())
        .build();
  }

  private AnswerRow row(Subject ratio, Levels levels, FindingCollector findings, int number) {
    ChangeSplit split =
        levels.inOneBook(book -> ChangeSplit.of(ratio, book, period, base), ChangeSplit::levels);
    Map<RowField, RowValue> fields = split.fields();
    split.addFindings(fields, number, findings);
    return AnswerRow.of(ratio, period, fields);
  }
}
