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
import io.regionalmetrics.model.Remainder;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.wording.ContributionSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Contributions contributions = contributions(levels);
    List<PartOfWhole> ordered = contributions.parts();
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = rows(contributions.ofParts(), findings);
    addFindings(contributions, levels, findings);
    LevelGrowth wholeGrowth = growth(contributions.whole(), levels);
    RowValue percent = wholeGrowth.growth(List.of(), List.of());
    return Answer.to(QuestionKind.CONTRIBUTION, question(ordered, quarters))
        .rows(rows)
        .whole(Map.of(RowField.GROWTH, percent))
        .remainder(contributions.remainder().fields())
        .named(contributions.remainder().named())
        .findings(findings.list())
        .sentence(sentence(ordered, rows, wholeGrowth, percent))
        .build();
  }

  private void addFindings(Contributions contributions, Levels levels, FindingCollector findings) {
    List<PartOfWhole> ordered = contributions.parts();
    OverlapFindings.add(ordered, findings);
    new BreakdownFindings(levels.breakdowns(), period, base).addAll(ordered, findings);
    contributions.remainder().addFindings(ordered.getFirst(), ordered.size(), findings);
  }

  /** The contributions of parts, in the order of the rows, and what they leave of their whole. */
  private record Contributions(List<PartContribution> ofParts, PartRemainder remainder) {
    List<PartOfWhole> parts() {
      return ofParts.stream().map(PartContribution::part).toList();
    }

    WholeLevels whole() {
      return ofParts.getFirst().whole();
    }
  }

  private Contributions contributions(Levels levels) {
    PartsInQuarter inQuarter = levels.parts(period);
    List<PartOfWhole> divided = inQuarter.of(parts, largestFirst);
    Map<Boolean, List<PartContribution>> all = contributions(inQuarter.compared(divided), levels);
    return new Contributions(
        all.getOrDefault(false, List.of()), remainder(inQuarter.remainders(divided), all));
  }

  /** The contributions of parts (false) and of named remainders (true). */
  private Map<Boolean, List<PartContribution>> contributions(
      List<List<PartOfWhole>> together, Levels levels) {
    PartLevels partLevels = new PartLevels(levels, period, Optional.of(base));
    List<PartContribution> contributions = new ArrayList<>();
    for (List<PartOfWhole> compared : together) {
      contributions.addAll(
          partLevels.inOneBook(book -> newestContributions(compared, book), Contribution::levels));
    }
    if (largestFirst) {
      contributions.sort(Levels.largestFirst(PartContribution::contribution));
    }
    return contributions.stream()
        .collect(Collectors.partitioningBy(each -> each.part().isRemainder()));
  }

  private PartRemainder remainder(
      List<Remainder> names, Map<Boolean, List<PartContribution>> contributions) {
    List<PartContribution> ofParts = contributions.getOrDefault(false, List.of());
    return PartOfWhole.arePartition(ofParts.stream().map(PartContribution::part).toList())
        ? PartRemainder.of(
            PartContribution.remainder(ofParts, base).fields(),
            names,
            contributions.getOrDefault(true, List.of()).stream()
                .map(PartContribution::fields)
                .toList())
        : PartRemainder.NONE;
  }

  private List<PartContribution> newestContributions(
      List<PartOfWhole> compared, PartLevels levels) {
    return compared.stream().map(part -> PartContribution.of(part, levels, period, base)).toList();
  }

  private static List<RowValue> levels(List<PartContribution> contributions) {
    return contributions.stream().flatMap(PartContribution::levels).toList();
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
      List<PartOfWhole> ordered, List<AnswerRow> rows, LevelGrowth wholeGrowth, RowValue percent) {
    List<Subject> subjects = ordered.stream().map(PartOfWhole::subject).toList();
    Subject whole = parts.getFirst().whole();
    return new ContributionSentence(whole, subjects, rows, base, wholeGrowth, percent).text();
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
