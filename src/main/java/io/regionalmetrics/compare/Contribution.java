package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.PartsInQuarter;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.WholeLevels;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.wording.ContributionSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * What each part added to the growth of its whole: {@code value}, {@code base}, their {@code
 * change}, and the {@code contribution} = change / the whole's base, in percentage points of the
 * whole's growth. The contributions of all parts and of the answer's remainder add up to that
 * growth.
 *
 * <p>Source: the growth of a sum is the sum of its parts' growths, each weighted by its part of the
 * base (for example the national accounts' "contributions to percent change", Bureau of Economic
 * Analysis, <i>NIPA Handbook</i>, chapter 4).
 *
 * <p>Worked example: outside the US 277m (to the million) grew by 17 % (to the percent), in a whole
 * of 717.206m (to the thousand): 277 x 0.17 / 717.206 = 6.5658 points; at least 276.5 x 0.165 /
 * 717.2065 = 6.3611, at most 277.5 x 0.175 / 717.2055 = 6.7711.
 *
 * <p>A contribution is linear in each figure or its reciprocal, so its bounds are at corners
 * ({@link FormulaRange#of}). A base that the whole's base is computed from is one operand of both.
 *
 * @param parts the part of each row
 * @param base the quarter to compare with
 * @param largestFirst whether every region was requested: then the parts are those of the quarter
 *     ({@link PartsInQuarter}), sorted by contribution
 */
public record Contribution(
    List<PartOfWhole> parts, YearQuarter period, YearQuarter base, boolean largestFirst)
    implements Comparison {

  @Override
  public Requirements requirements() {
    return Requirements.of(PartOfWhole.reads(parts, List.of(period, base)));
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    ComparedParts<PartContribution> contributions = contributions(levels);
    List<PartOfWhole> ordered = contributions.partsOfWholes();
    PartRemainder remainder = contributions.remainder(this::remainder, PartContribution::fields);
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = rows(contributions.parts(), findings);
    OverlapFindings.add(ordered, findings);
    new BreakdownFindings(levels.breakdowns(), period, base).addAll(ordered, findings);
    remainder.addFindings(ordered.getFirst(), rows.size(), findings);
    LevelGrowth wholeGrowth = growth(contributions.parts().getFirst().whole(), levels);
    RowValue percent = wholeGrowth.growth(List.of(), List.of());
    return Answer.to(QuestionKind.CONTRIBUTION, question(ordered, quarters))
        .rows(rows)
        .whole(Map.of(RowField.GROWTH, percent))
        .remainder(remainder.fields())
        .named(remainder.named())
        .findings(findings.list())
        .sentence(sentence(ordered, rows, wholeGrowth, percent, remainder))
        .build();
  }

  private ComparedParts<PartContribution> contributions(Levels levels) {
    return ComparedParts.of(
        levels.parts(period),
        parts,
        largestFirst,
        new PartLevels(levels, period, Optional.of(base)),
        (part, book) -> PartContribution.of(part, book, period, base));
  }

  private Map<RowField, RowValue> remainder(List<PartContribution> contributions) {
    return PartContribution.remainder(contributions, base).fields();
  }

  private List<AnswerRow> rows(List<PartContribution> contributions, FindingCollector findings) {
    List<AnswerRow> rows = new ArrayList<>();
    for (PartContribution each : contributions) {
      each.addFindings(period, base, rows.size(), findings);
      rows.add(AnswerRow.of(each.part().subject(), period, each.fields()));
    }
    return rows;
  }

  /** The growth of a whole: the published one, unless it belongs to other levels. */
  private LevelGrowth growth(WholeLevels whole, Levels levels) {
    LevelGrowth grown = levels.grown(whole.subject(), period, base, whole.unit());
    return whole.isGrowthOf(grown) ? grown : whole.growth();
  }

  private String sentence(
      List<PartOfWhole> ordered,
      List<AnswerRow> rows,
      LevelGrowth wholeGrowth,
      RowValue percent,
      PartRemainder remainder) {
    List<Subject> subjects = ordered.stream().map(PartOfWhole::subject).toList();
    Subject whole = parts.getFirst().whole();
    return new ContributionSentence(
            whole, subjects, rows, base, wholeGrowth, percent, remainder.fields())
        .text();
  }

  private Map<String, List<String>> question(List<PartOfWhole> ordered, Quarters quarters) {
    Map<String, List<String>> question = QuestionParameters.ofParts(ordered, period);
    question.put("base", List.of(base.toString()));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  /**
   * What is left of the whole's growth after some contributions, in percentage points; empty if the
   * formula has no value. The growth may be a published one, which rounding can make differ from
   * the sum of all contributions.
   */
  public static Optional<KnownFigure> rest(KnownFigure growth, List<KnownFigure> contributions) {
    Formula rest = growth.formula();
    for (KnownFigure contribution : contributions) {
      rest = rest.minus(contribution.formula());
    }
    return KnownFigure.computed(rest, Unit.POINTS, Origin.DERIVED, List.of(), List.of());
  }
}
