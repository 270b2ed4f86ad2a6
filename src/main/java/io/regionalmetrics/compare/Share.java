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
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Operands;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.ShareOfWhole;
import io.regionalmetrics.derive.WholeLevels;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.wording.FirstFew;
import io.regionalmetrics.wording.ShareSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Parts of a whole: {@code value}, {@code whole}, {@code share} = value / whole in percent, and
 * with a base quarter its {@code change} in percentage points. Where the parts are all that the
 * whole is made of by its definitions, the answer's remainder is what they leave unexplained.
 *
 * <p>Worked example: Japan's 106m (to the million) of 731,560,000 (to the thousand) is 106 / 731.56
 * = 14.4896 %; at least 105.5 / 731.5605 = 14.4212 %, at most 106.5 / 731.5595 = 14.5579 %.
 *
 * <p>A share is monotone in each figure, growing with the part and falling with the rest of the
 * whole, so its bounds are at corners; a part that the whole is computed from is one number in
 * both. So is the change, of the first degree in each figure of both quarters ({@link
 * FormulaRange}).
 *
 * @param parts a row each
 * @param base the quarter from which a change is asked
 * @param largestFirst whether rows are put in order by their value
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
    PartLevels wholes = new PartLevels(new Levels(quarters), period, base);
    List<Shared> shared = new ArrayList<>(parts.stream().map(part -> of(part, wholes)).toList());
    if (largestFirst) {
      shared.sort(Levels.largestFirst(Shared::value));
    }
    List<PartOfWhole> ordered = shared.stream().map(Shared::part).toList();
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = new ArrayList<>();
    shared.forEach(one -> rows.add(row(one, rows.size(), findings)));
    OverlapFindings.add(ordered, findings);
    return Answer.to(QuestionKind.SHARE, question(ordered, quarters))
        .rows(rows)
        .remainder(PartOfWhole.arePartition(ordered) ? remainder(shared) : Map.of())
        .findings(findings.list())
        .sentence(FirstFew.sentences(rows.size(), i -> sentence(ordered.get(i), rows.get(i))))
        .build();
  }

  private Map<String, List<String>> question(List<PartOfWhole> ordered, Quarters quarters) {
    Map<String, List<String>> question =
        QuestionParameters.of(ordered.stream().map(PartOfWhole::subject).toList(), period);
    question.put("whole", List.of(parts.getFirst().whole().requestedRegion()));
    base.ifPresent(quarter -> question.put("base", List.of(quarter.toString())));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  /** A part with its levels; those of the base only if there is one. */
  private record Shared(
      PartOfWhole part,
      WholeLevels whole,
      RowValue value,
      Optional<RowValue> before,
      Optional<RowValue> wholeBefore) {}

  private Shared of(PartOfWhole part, PartLevels wholes) {
    WholeLevels whole = wholes.whole(part.whole());
    return new Shared(
        part,
        whole,
        wholes.part(part, period),
        base.map(quarter -> wholes.part(part, quarter)),
        whole.base());
  }

  private String sentence(PartOfWhole part, AnswerRow row) {
    return new ShareSentence(part.subject(), part.whole(), row, base).text();
  }

  private AnswerRow row(Shared shared, int number, FindingCollector findings) {
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    RowValue share = share(shared);
    fields.put(RowField.VALUE, shared.value());
    fields.put(RowField.WHOLE, shared.whole().value());
    fields.put(RowField.SHARE, share);
    base.ifPresent(quarter -> {
      fields.put(RowField.CHANGE, change(share, shareBefore(shared), operands(shared, quarter)));
      findBase(shared, quarter, number, findings);
    });
    findings.about(
        number,
        shared.part().subject(),
        Stream.concat(
            Stream.of(shared.value(), share),
            Stream.concat(shared.before().stream(), change(fields))));
    findings.about(
        number,
        shared.part().whole(),
        Stream.concat(Stream.of(shared.whole().value()), shared.wholeBefore().stream()));
    return AnswerRow.of(shared.part().subject(), period, fields);
  }

  private static RowValue share(Shared shared) {
    return ShareOfWhole.percent(
        shared.value(),
        shared.whole().value(),
        shared.part().subject(),
        List.of(RowField.VALUE, RowField.WHOLE),
        List.of());
  }

  private static RowValue shareBefore(Shared shared) {
    return ShareOfWhole.percent(
        shared.before().orElseThrow(),
        shared.wholeBefore().orElseThrow(),
        shared.part().subject(),
        List.of(),
        List.of());
  }

  /** Adds findings about the base quarter. */
  private void findBase(Shared shared, YearQuarter quarter, int number, FindingCollector findings) {
    RowValue before = shared.before().orElseThrow();
    RowValue wholeBefore = shared.wholeBefore().orElseThrow();
    findings.implied(number, shared.value(), period, FindingCode.VALUE_IMPLIED);
    findings.implied(number, shared.whole().value(), period, FindingCode.VALUE_IMPLIED);
    findings.implied(number, before, quarter, FindingCode.BASE_IMPLIED);
    findings.implied(number, wholeBefore, quarter, FindingCode.BASE_IMPLIED);
    findings.breaks(number, shared.part().subject(), quarter, period);
    findings.breaks(number, shared.part().whole(), quarter, period);
  }

  private static Stream<RowValue> change(Map<RowField, RowValue> fields) {
    return Stream.ofNullable(fields.get(RowField.CHANGE));
  }

  private static List<KnownFigure.Operand> operands(Shared shared, YearQuarter quarter) {
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(shared.part().subject(), quarter, shared.before().orElseThrow(), operands);
    Operands.add(shared.part().whole(), quarter, shared.wholeBefore().orElseThrow(), operands);
    return operands;
  }

  private static RowValue change(
      RowValue share, RowValue before, List<KnownFigure.Operand> operands) {
    if (share instanceof KnownFigure now && before instanceof KnownFigure then) {
      return KnownFigure.derived(
          now.formula().minus(then.formula()), Unit.POINTS, List.of(RowField.SHARE), operands);
    }
    return share instanceof Missing ? share : ((Missing) before).nothingToCompareWith();
  }

  private Map<RowField, RowValue> remainder(List<Shared> shared) {
    Subject subject = shared.getFirst().part().whole();
    WholeLevels whole = shared.getFirst().whole();
    RowValue value = whole.remainder(whole.value(), shared.stream().map(Shared::value).toList());
    Map<RowField, RowValue> remainder = new LinkedHashMap<>();
    remainder.put(RowField.VALUE, value);
    RowValue share = signed(value, whole.value(), subject);
    remainder.put(RowField.SHARE, share);
    base.ifPresent(quarter -> {
      RowValue before = whole.base().orElseThrow();
      RowValue valueBefore =
          whole.remainder(before, shared.stream().map(one -> one.before().orElseThrow()).toList());
      remainder.put(
          RowField.CHANGE, change(share, signed(valueBefore, before, subject), List.of()));
    });
    return remainder;
  }

  /** A remainder may be below zero: then its parts are more than the whole. */
  private static RowValue signed(RowValue value, RowValue whole, Subject subject) {
    return ShareOfWhole.percent(
        value, whole, subject.withNegative(), List.of(RowField.VALUE), List.of());
  }
}
