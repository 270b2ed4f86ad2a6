package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.PartsInQuarter;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.wording.ShareHeadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The shares of parts in their whole: {@code value}, {@code whole}, {@code share} = value / whole
 * in percent, and with a base quarter its {@code change} in percentage points. If the parts are a
 * partition of the whole by definition, the answer's remainder is what they leave of it, with the
 * names that the quarter's breakdown gives to parts of it.
 *
 * <p>Worked example: Japan's 106m (to the million) of 731,560,000 (to the thousand) is 106 / 731.56
 * = 14.4896 %; at least 105.5 / 731.5605 = 14.4212 %, at most 106.5 / 731.5595 = 14.5579 %.
 *
 * <p>A share is monotone in each figure: it grows with the part and falls with the rest of the
 * whole. So its bounds are at corners ({@link FormulaRange}), and so are those of its change. A
 * part that the whole is computed from is one operand of both.
 *
 * @param parts the part of each row
 * @param base the quarter to compare with; empty for none
 * @param largestFirst whether every region was requested: then the parts are those of the quarter
 *     ({@link PartsInQuarter}), sorted by value
 */
public record Share(
    List<PartOfWhole> parts, YearQuarter period, Optional<YearQuarter> base, boolean largestFirst)
    implements Comparison {

  @Override
  public Requirements requirements() {
    return Requirements.of(
        PartOfWhole.reads(parts, Stream.concat(Stream.of(period), base.stream()).toList()));
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    ComparedParts<PartShare> shares = shares(levels);
    List<PartOfWhole> ordered = shares.partsOfWholes();
    PartRemainder remainder = shares.remainder(PartShare::remainder, share -> share.fields(base));
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = rows(shares.parts(), findings);
    OverlapFindings.add(ordered, findings);
    base.ifPresent(quarter ->
        new BreakdownFindings(levels.breakdowns(), period, quarter).addAll(ordered, findings));
    remainder.addFindings(ordered.getFirst(), rows.size(), findings);
    return Answer.to(QuestionKind.SHARE, question(ordered, quarters))
        .rows(rows)
        .remainder(remainder.fields())
        .named(remainder.named())
        .findings(findings.list())
        .sentence(sentence(ordered, rows, remainder))
        .build();
  }

  private ComparedParts<PartShare> shares(Levels levels) {
    return ComparedParts.of(
        levels.parts(period),
        parts,
        largestFirst,
        new PartLevels(levels, period, base),
        (part, book) -> PartShare.of(part, book, period, base));
  }

  private List<AnswerRow> rows(List<PartShare> shares, FindingCollector findings) {
    List<AnswerRow> rows = new ArrayList<>();
    for (PartShare share : shares) {
      int row = rows.size();
      Map<RowField, RowValue> fields = share.fields(base);
      base.ifPresent(quarter -> share.addBaseFindings(period, quarter, row, findings));
      share.addFindings(fields, period, row, findings);
      rows.add(AnswerRow.of(share.part().subject(), period, fields));
    }
    return rows;
  }

  private Map<String, List<String>> question(List<PartOfWhole> ordered, Quarters quarters) {
    Map<String, List<String>> question = QuestionParameters.ofParts(ordered, period);
    base.ifPresent(quarter -> question.put("base", List.of(quarter.toString())));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  private String sentence(
      List<PartOfWhole> ordered, List<AnswerRow> rows, PartRemainder remainder) {
    List<Subject> subjects = ordered.stream().map(PartOfWhole::subject).toList();
    List<Subject> wholes = ordered.stream().map(PartOfWhole::whole).toList();
    return new ShareHeadline(subjects, wholes, rows, remainder.fields(), base).text();
  }
}
