package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Operands;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.WholeLevels;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.wording.ContributionSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What each part added to the whole's growth: {@code value}, {@code base}, their {@code change},
 * and the {@code contribution} = change / the whole's base, in percentage points of the whole's
 * growth. The contributions of all parts add up to that growth, but for the answer's remainder.
 *
 * <p>Source: the growth of a sum is the sum of its parts' growths, each weighted with its part of
 * the base (for example the national accounts' "contributions to percent change", Bureau of
 * Economic Analysis, <i>NIPA Handbook</i>, chapter 4).
 *
 * <p>Worked example: outside the US 277m (to the million) grew by 17 % (to the percent), in a whole
 * of 717.206m (to the thousand): 277 x 0.17 / 717.206 = 6.5658 points; at least 276.5 x 0.165 /
 * 717.2065 = 6.3611, at most 277.5 x 0.175 / 717.2055 = 6.7711.
 *
 * <p>It is of the first degree in each figure, so its bounds are at corners ({@link
 * FormulaRange#of}); a base that the whole's base is computed from is one number in both.
 *
 * @param parts a row each
 * @param base the quarter that is compared with
 * @param largestFirst whether rows are put in order by their contribution
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
    PartLevels wholes = new PartLevels(levels, period, Optional.of(base));
    List<Contributed> contributed =
        new ArrayList<>(parts.stream().map(part -> of(part, wholes)).toList());
    if (largestFirst) {
      contributed.sort(Levels.largestFirst(Contributed::contribution));
    }
    List<PartOfWhole> ordered = contributed.stream().map(Contributed::part).toList();
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = new ArrayList<>();
    contributed.forEach(one -> rows.add(row(one, rows.size(), findings)));
    OverlapFindings.add(ordered, findings);
    WholeLevels whole = wholes.whole(parts.getFirst().whole());
    LevelGrowth grown = levels.grown(whole.subject(), period, base, whole.unit());
    RowValue growth = grown.growth(List.of(), List.of());
    return Answer.to(QuestionKind.CONTRIBUTION, question(ordered, quarters))
        .rows(rows)
        .whole(Map.of(RowField.GROWTH, growth))
        .remainder(PartOfWhole.arePartition(ordered) ? remainder(whole, contributed) : Map.of())
        .findings(findings.list())
        .sentence(sentence(whole, ordered, rows, grown, growth))
        .build();
  }

  private String sentence(
      WholeLevels whole,
      List<PartOfWhole> parts,
      List<AnswerRow> rows,
      LevelGrowth grown,
      RowValue growth) {
    List<Subject> subjects = parts.stream().map(PartOfWhole::subject).toList();
    return new ContributionSentence(whole.subject(), subjects, rows, base, grown, growth).text();
  }

  private Map<String, List<String>> question(List<PartOfWhole> ordered, Quarters quarters) {
    Map<String, List<String>> question =
        QuestionParameters.of(ordered.stream().map(PartOfWhole::subject).toList(), period);
    question.put("whole", List.of(parts.getFirst().whole().requestedRegion()));
    question.put("base", List.of(base.toString()));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  /**
   * What some contributions leave of the whole's growth, in points: of a published one, of which
   * they aren't parts to the last digit, what they leave of that.
   */
  public static Optional<KnownFigure> rest(KnownFigure growth, List<KnownFigure> contributions) {
    Formula rest = growth.formula();
    for (KnownFigure contribution : contributions) {
      rest = rest.minus(contribution.formula());
    }
    return KnownFigure.computed(rest, Unit.POINTS, Origin.DERIVED, List.of(), List.of());
  }

  /** A part with its levels and what it added. */
  private record Contributed(
      PartOfWhole part,
      WholeLevels whole,
      RowValue value,
      RowValue before,
      RowValue change,
      RowValue contribution) {
    LevelGrowth grown() {
      return new LevelGrowth(value, before, Optional.empty());
    }
  }

  private Contributed of(PartOfWhole part, PartLevels wholes) {
    WholeLevels whole = wholes.whole(part.whole());
    RowValue value = wholes.part(part, period);
    RowValue before = wholes.part(part, base);
    RowValue change = LevelGrowth.change(value, before, whole.unit());
    return new Contributed(part, whole, value, before, change, contribution(change, whole));
  }

  /** change / the whole's base x 100. */
  private RowValue contribution(RowValue change, WholeLevels whole) {
    if (!(change instanceof KnownFigure c)) {
      return change;
    }
    if (!(whole.base().orElseThrow() instanceof KnownFigure w)) {
      Missing missing = (Missing) whole.base().orElseThrow();
      return new Missing(missing.reason(), "The whole's base isn't known: " + missing.message());
    }
    if (w.value().signum() <= 0) {
      return LevelGrowth.baseNotPositive(w);
    }
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(whole.subject(), base, w, operands);
    return KnownFigure.derived(
        c.formula().dividedBy(w.formula()).times(100),
        Unit.POINTS,
        List.of(RowField.CHANGE),
        operands);
  }

  private AnswerRow row(Contributed one, int number, FindingCollector findings) {
    Subject subject = one.part().subject();
    RowValue wholeBefore = one.whole().base().orElseThrow();
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, one.value());
    fields.put(RowField.BASE, one.before());
    fields.put(RowField.CHANGE, one.change());
    fields.put(RowField.CONTRIBUTION, one.contribution());
    for (LevelGrowth grown : List.of(one.grown(), one.whole().growth())) {
      findings.exchangeRate(number, grown, one.whole().unit());
    }
    findings.implied(number, one.value(), period, FindingCode.VALUE_IMPLIED);
    findings.implied(number, one.before(), base, FindingCode.BASE_IMPLIED);
    findings.implied(number, wholeBefore, base, FindingCode.BASE_IMPLIED);
    findings.about(number, subject, fields.values().stream());
    findings.about(number, one.part().whole(), Stream.of(wholeBefore));
    findings.breaks(number, subject, base, period);
    findings.breaks(number, one.part().whole(), base, period);
    return AnswerRow.of(subject, period, fields);
  }

  private Map<RowField, RowValue> remainder(WholeLevels whole, List<Contributed> contributed) {
    RowValue before = whole.base().orElseThrow();
    RowValue value =
        whole.remainder(whole.value(), contributed.stream().map(Contributed::value).toList());
    RowValue base = whole.remainder(before, contributed.stream().map(Contributed::before).toList());
    RowValue change = LevelGrowth.change(value, base, whole.unit());
    Map<RowField, RowValue> remainder = new LinkedHashMap<>();
    remainder.put(RowField.VALUE, value);
    remainder.put(RowField.BASE, base);
    remainder.put(RowField.CHANGE, change);
    remainder.put(RowField.CONTRIBUTION, contribution(change, whole));
    return remainder;
  }
}
