package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Operands;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.LogMean;
import io.regionalmetrics.wording.DriversSentence;
import io.regionalmetrics.wording.FirstFew;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Where the growth of a ratio's numerator came from: its {@code value}, {@code base} and {@code
 * change}, and the {@code drivers}, the denominator and the ratio, each with the {@code factor} by
 * which it became what it is and the {@code effect} that this had on the numerator; by the
 * logarithmic mean ({@link LogMean}), so that nothing is left over. The ratio is divided anew; a
 * published one is not used.
 *
 * <p>Worked example: revenue 106m after an implied 79.1m, users 45m after 40m: users x1.125, which
 * is 10.8m; revenue per user x1.191, which is 16.1m; together 26.9m.
 *
 * @param subjects a row each, of a ratio with terms
 * @param base the quarter that is compared with
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
        .sentence(FirstFew.sentences(rows.size(), i -> sentence(subjects.get(i), rows.get(i))))
        .build();
  }

  private String sentence(Subject ratio, AnswerRow row) {
    return new DriversSentence(ratio, ratio.numerator().orElseThrow(), row, base).text();
  }

  private AnswerRow row(Subject subject, Levels levels, FindingCollector findings, int number) {
    RatioTerms terms = subject.metric().terms().orElseThrow();
    Subject numerator = subject.of(terms.numerator()).orElseThrow();
    Subject denominator = subject.of(terms.denominator()).orElseThrow();
    Unit unit = levels.unit(numerator, period, base);
    Split split =
        new Split(
            subject,
            levels.level(numerator, period, unit),
            levels.level(numerator, base, unit),
            levels.denominator(denominator, terms, period, unit),
            levels.denominator(denominator, terms, base, unit),
            unit,
            base,
            period);
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, split.value());
    fields.put(RowField.BASE, split.base());
    fields.put(RowField.CHANGE, LevelGrowth.change(split.value(), split.base(), unit));
    fields.put(RowField.DRIVERS, new RowValue.ChangeDrivers(split.drivers(denominator)));
    find(split, findings, number);
    findings.about(
        number, numerator, fields.values().stream().<KnownFigure>mapMulti(RowValue::forEachFigure));
    findings.about(number, denominator, Stream.of(split.over(), split.overBefore()));
    findings.breaks(number, numerator, base, period);
    findings.breaks(number, denominator, base, period);
    return AnswerRow.of(subject, period, fields);
  }

  private void find(Split split, FindingCollector findings, int number) {
    LevelGrowth grown = new LevelGrowth(split.value(), split.base(), Optional.empty());
    findings.exchangeRate(number, grown, split.unit());
    findings.implied(number, split.value(), period, FindingCode.VALUE_IMPLIED);
    findings.implied(number, split.base(), base, FindingCode.BASE_IMPLIED);
    findings.implied(number, split.over(), period, FindingCode.VALUE_IMPLIED);
    findings.implied(number, split.overBefore(), base, FindingCode.BASE_IMPLIED);
  }

  /** The four figures that split a change: numerator and denominator, now and before. */
  private record Split(
      Subject ratio,
      RowValue value,
      RowValue base,
      RowValue over,
      RowValue overBefore,
      Unit unit,
      YearQuarter before,
      YearQuarter period) {

    List<RowValue.ChangeDriver> drivers(Subject denominator) {
      String ratioId = ratio.metric().id();
      for (RowValue field : List.of(value, base, over, overBefore)) {
        if (field instanceof Missing missing) {
          return List.of(
              new RowValue.ChangeDriver(denominator.metric().id(), missing, missing),
              new RowValue.ChangeDriver(ratioId, missing, missing));
        }
      }
      List<KnownFigure.Operand> operands = new ArrayList<>();
      Operands.add(denominator, period, over, operands);
      Operands.add(denominator, before, overBefore, operands);
      LogMean split =
          new LogMean(
              known(value).formula(),
              known(base).formula(),
              known(over).formula().dividedBy(known(overBefore).formula()));
      return List.of(
          new RowValue.ChangeDriver(
              denominator.metric().id(),
              factor(known(over), known(overBefore), operands),
              effect(split, LogMean::ofFactor, operands)),
          new RowValue.ChangeDriver(
              ratioId, ratioFactor(operands), effect(split, LogMean::ofRest, operands)));
    }

    private static KnownFigure known(RowValue field) {
      return (KnownFigure) field;
    }

    private static RowValue factor(
        KnownFigure now, KnownFigure then, List<KnownFigure.Operand> operands) {
      return KnownFigure.quotient(
          now.formula().dividedBy(then.formula()), Unit.ONE, List.of(), operands, "The base");
    }

    private RowValue ratioFactor(List<KnownFigure.Operand> operands) {
      return KnownFigure.quotient(
          known(value)
              .formula()
              .dividedBy(known(over).formula())
              .dividedBy(known(base).formula().dividedBy(known(overBefore).formula())),
          Unit.ONE,
          List.of(RowField.VALUE, RowField.BASE),
          operands,
          "The ratio's base");
    }

    private interface Part {
      LogMean.Effect of(LogMean split);
    }

    private RowValue effect(LogMean split, Part part, List<KnownFigure.Operand> operands) {
      if (known(over).value().signum() <= 0 || known(overBefore).value().signum() <= 0) {
        return new Missing(
            MissingReason.DENOMINATOR_ZERO,
            "The denominator is not above zero in both quarters, so its effect has no logarithm.");
      }
      if (!split.isPossible()) {
        return new Missing(
            MissingReason.SIGN_CHANGES,
            "%s changes its sign, so its change has no logarithm and cannot be split; look at the change itself."
                .formatted(ratio.metric().terms().orElseThrow().numerator()));
      }
      LogMean.Effect effect = part.of(split);
      return KnownFigure.constant(
          effect.value(), effect.range(), unit, List.of(RowField.VALUE, RowField.BASE), operands);
    }
  }
}
