package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.RowValue.ChangeDriver;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.ConceptDifference;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Operands;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.LogMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The change of a ratio's numerator, split into the effects of the denominator and of the ratio.
 *
 * @param unit the unit of the numerator's levels
 */
record ChangeSplit(
    Subject ratio,
    TermLevels numerator,
    TermLevels denominator,
    Unit unit,
    YearQuarter period,
    YearQuarter basePeriod) {

  /** The levels of a numerator or denominator in the quarter and in the base quarter. */
  private record TermLevels(Subject subject, RowValue value, RowValue base) {
    Formula valueFormula() {
      return ((KnownFigure) value).formula();
    }

    Formula baseFormula() {
      return ((KnownFigure) base).formula();
    }

    boolean isPositive() {
      return ((KnownFigure) value).value().signum() > 0
          && ((KnownFigure) base).value().signum() > 0;
    }
  }

  /** The split for a ratio, which must have a numerator and a denominator. */
  static ChangeSplit of(Subject ratio, Levels levels, YearQuarter period, YearQuarter basePeriod) {
    RatioTerms terms = ratio.metric().terms().orElseThrow();
    Subject numerator = ratio.numerator().orElseThrow();
    Subject denominator = ratio.denominator().orElseThrow();
    Unit unit = levels.unit(numerator, period, basePeriod);
    return new ChangeSplit(
        ratio,
        new TermLevels(
            numerator,
            levels.level(numerator, period, unit),
            levels.level(numerator, basePeriod, unit)),
        new TermLevels(
            denominator,
            levels.denominator(denominator, terms, period, unit),
            levels.denominator(denominator, terms, basePeriod, unit)),
        unit,
        period,
        basePeriod);
  }

  /** The levels that are split. */
  List<RowValue> levels() {
    return List.of(numerator.value(), numerator.base(), denominator.value(), denominator.base());
  }

  /** The fields of the ratio's row. */
  Map<RowField, RowValue> fields() {
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, numerator.value());
    fields.put(RowField.BASE, numerator.base());
    fields.put(RowField.CHANGE, LevelGrowth.change(numerator.value(), numerator.base(), unit));
    fields.put(RowField.DRIVERS, new RowValue.ChangeDrivers(drivers()));
    return fields;
  }

  private List<ChangeDriver> drivers() {
    return levels().stream()
        .flatMap(level -> level instanceof Missing missing ? Stream.of(missing) : Stream.empty())
        .findFirst()
        .or(this::apart)
        .map(missing -> drivers(missing, missing, missing, missing))
        .orElseGet(this::knownDrivers);
  }

  /** Why the levels of the two quarters can't be compared; empty if they can. */
  private Optional<Missing> apart() {
    return ConceptDifference.between(numerator.value(), numerator.base())
        .or(() -> ConceptDifference.between(denominator.value(), denominator.base()));
  }

  private List<ChangeDriver> knownDrivers() {
    List<KnownFigure.Operand> operands = operands();
    LogMean split =
        new LogMean(numerator.valueFormula(), numerator.baseFormula(), denominatorFactor());
    return drivers(
        factor(denominatorFactor(), denominator.baseFormula(), List.of(), operands, "The base"),
        effect(split, LogMean::ofFactor, operands),
        factor(
            ratioFactor(),
            ratioBase(),
            List.of(RowField.VALUE, RowField.BASE),
            operands,
            "The ratio's base"),
        effect(split, LogMean::ofRest, operands));
  }

  private List<ChangeDriver> drivers(
      RowValue denominatorFactor,
      RowValue denominatorEffect,
      RowValue ratioFactor,
      RowValue ratioEffect) {
    return List.of(
        new ChangeDriver(denominator.subject().metric().id(), denominatorFactor, denominatorEffect),
        new ChangeDriver(ratio.metric().id(), ratioFactor, ratioEffect));
  }

  private List<KnownFigure.Operand> operands() {
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(denominator.subject(), period, denominator.value(), operands);
    Operands.add(denominator.subject(), basePeriod, denominator.base(), operands);
    return operands;
  }

  private Formula denominatorFactor() {
    return denominator.valueFormula().dividedBy(denominator.baseFormula());
  }

  private Formula ratioFactor() {
    return numerator.valueFormula().dividedBy(denominator.valueFormula()).dividedBy(ratioBase());
  }

  private Formula ratioBase() {
    return numerator.baseFormula().dividedBy(denominator.baseFormula());
  }

  private static RowValue factor(
      Formula factor,
      Formula base,
      List<RowField> from,
      List<KnownFigure.Operand> operands,
      String divisor) {
    if (base.value().filter(value -> value.signum() < 0).isPresent()) {
      return Missing.ratioToNegative(divisor + " is below zero");
    }
    return KnownFigure.quotient(factor, Unit.ONE, from, operands, divisor);
  }

  private RowValue effect(
      LogMean split, Function<LogMean, LogMean.Effect> driver, List<KnownFigure.Operand> operands) {
    if (!denominator.isPositive()) {
      return new Missing(
          MissingReason.DENOMINATOR_ZERO,
          "The denominator is not above zero in both quarters, so its effect has no logarithm.");
    }
    if (!split.isPossible()) {
      return new Missing(
          MissingReason.SIGN_CHANGES,
          "%s changes its sign, so its change has no logarithm and cannot be split; look at the change itself."
              .formatted(numerator.subject().metric().id()));
    }
    LogMean.Effect effect = driver.apply(split);
    return KnownFigure.constant(
        effect.value(), effect.range(), unit, List.of(RowField.VALUE, RowField.BASE), operands);
  }

  /** Adds the findings about the ratio's row. */
  void addFindings(Map<RowField, RowValue> fields, int row, FindingCollector findings) {
    findings.exchangeRate(
        row, new LevelGrowth(numerator.value(), numerator.base(), Optional.empty()), unit);
    for (TermLevels term : List.of(numerator, denominator)) {
      findings.implied(row, term.value(), period, FindingCode.VALUE_IMPLIED);
      findings.implied(row, term.base(), basePeriod, FindingCode.BASE_IMPLIED);
    }
    findings.about(
        row,
        numerator.subject(),
        fields.values().stream().<KnownFigure>mapMulti(RowValue::forEachFigure));
    findings.about(row, denominator.subject(), Stream.of(denominator.value(), denominator.base()));
    findings.breaks(row, numerator.subject(), basePeriod, period);
    findings.breaks(row, denominator.subject(), basePeriod, period);
  }
}
