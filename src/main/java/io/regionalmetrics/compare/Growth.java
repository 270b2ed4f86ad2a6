package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.GrowthHeadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Compares a quarter with another. A row has the {@code value}, the {@code base}, the {@code
 * change} = value - base, and the {@code growth} in percent: the published one if there is one,
 * otherwise value / base - 1. The figures of a row are of one book: they were restated together or
 * not at all.
 *
 * <p>Worked example: Japan's revenue of 2017-Q4 was 106m (to the million), 34 % (to the percent)
 * more than a year before. So the base is 106 / 1.34 = 79.10m; at least 105.5 / 1.345 = 78.44m, at
 * most 106.5 / 1.335 = 79.78m. The change is 106 x 0.34 / 1.34 = 26.90m; at least 105.5 x 0.335 /
 * 1.335 = 26.47m, at most 106.5 x 0.345 / 1.345 = 27.32m, because value and base are one operand.
 *
 * <p>A published growth g is converted to another currency as (1 + g) x the base quarter's rate /
 * this quarter's rate - 1. If the two rates differ, the row also has {@code
 * growthInReportingCurrency}, the growth in the currency that the company reports in.
 *
 * @param subjects the subject of each row
 * @param base the quarter to compare with
 */
public record Growth(List<Subject> subjects, YearQuarter period, YearQuarter base)
    implements Comparison {
  @Override
  public Requirements requirements() {
    return Requirements.of(subjects, period, base, Subject::reads);
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    FindingCollector findings = new FindingCollector();
    BreakdownFindings breakdowns = new BreakdownFindings(levels.breakdowns(), period, base);
    List<AnswerRow> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      breakdowns.addForMember(rows.size(), subject, findings);
      rows.add(row(subject, levels, findings, rows.size()));
    }
    return Answer.to(
            QuestionKind.GROWTH, QuestionParameters.of(subjects, period, base, quarters.asOf()))
        .rows(rows)
        .findings(findings.list())
        .sentence(new GrowthHeadline(subjects, rows, base).text())
        .build();
  }

  private AnswerRow row(Subject subject, Levels levels, FindingCollector findings, int number) {
    Unit unit = levels.unit(subject, period, base);
    LevelGrowth grown = levels.grown(subject, period, base, unit);
    RowValue value = grown.value();
    RowValue before = grown.base();
    Map<RowField, RowValue> fields = fields(value, before, grown, unit);
    findings.disagreement(number, grown);
    levels
        .restatedWholes(grown)
        .forEach(restated -> findings.wholeRestated(number, subject, restated));
    findings.exchangeRate(number, grown, unit);
    findings.implied(number, value, period, FindingCode.VALUE_IMPLIED);
    findings.implied(number, before, base, FindingCode.BASE_IMPLIED);
    findings.about(
        number, subject, Stream.concat(Stream.of(value, before), fields.values().stream()));
    findings.breaks(number, subject, base, period);
    return AnswerRow.of(subject, period, fields);
  }

  private static Map<RowField, RowValue> fields(
      RowValue value, RowValue before, LevelGrowth grown, Unit unit) {
    List<RowField> levels = List.of(RowField.VALUE, RowField.BASE);
    Optional<RowValue> own =
        grown.inReportingCurrency().map(levelGrowth -> levelGrowth.growth(levels, List.of()));
    RowField growth = own.isPresent() ? RowField.GROWTH_IN_REPORTING_CURRENCY : RowField.GROWTH;
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, implied(value, RowField.BASE, growth));
    fields.put(RowField.BASE, implied(before, RowField.VALUE, growth));
    fields.put(RowField.CHANGE, LevelGrowth.change(value, before, unit));
    fields.put(RowField.GROWTH, LevelGrowth.convertedFrom(growth, grown.growth(levels, List.of())));
    own.ifPresent(reporting -> fields.put(RowField.GROWTH_IN_REPORTING_CURRENCY, reporting));
    return fields;
  }

  /** An implied level follows from fields of its row, so it needs no operands. */
  private static RowValue implied(RowValue level, RowField other, RowField growth) {
    return level instanceof KnownFigure known && known.isImplied()
        ? known.computedFrom(other, growth)
        : level;
  }
}
