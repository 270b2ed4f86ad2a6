package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.ArrayList;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * The levels of a ratio's numerator and denominator in one quarter, and their quotient.
 *
 * <p>Worked examples: 106m / 45m = 2.3556; Netflix UCAN 2023-Q3, per month and average membership:
 * 3735.133m / ((75.571m + 77.321m) / 2) / 3 = 16.29. A ratio in percent is multiplied by 100: a
 * profit of 20 over a revenue of 100 is 20 %.
 */
final class RatioTermLevels {
  private static final int MONTHS_OF_A_QUARTER = 3;

  private final LevelLookup lookup;
  private final RatioTerms terms;
  private final YearQuarter period;
  private final List<KnownFigure.Operand> operands = new ArrayList<>();

  RatioTermLevels(LevelLookup lookup, RatioTerms terms, YearQuarter period) {
    this.lookup = lookup;
    this.terms = terms;
    this.period = period;
  }

  /** Numerator / denominator in {@code unit}, or why there is none. */
  RowValue quotient(Subject numerator, Unit numeratorUnit, Subject denominator, Unit unit) {
    RowValue above = term(numerator, period, numeratorUnit);
    RowValue below = denominator(denominator, numeratorUnit);
    if (above instanceof Missing || below instanceof Missing) {
      return above instanceof Missing ? above : below;
    }
    if (((KnownFigure) below).value().signum() < 0) {
      return Missing.ratioToNegative(nameOf(denominator) + " is below zero");
    }
    Formula ratio = scaled(formula(above).dividedBy(formula(below)), unit);
    return KnownFigure.computed(ratio, unit, Origin.DERIVED, List.of(), operands)
        .<RowValue>map(known -> known)
        .orElseGet(() -> denominatorZero(denominator));
  }

  private Formula scaled(Formula quotient, Unit unit) {
    Formula ratio = terms.monthly() ? quotient.dividedBy(MONTHS_OF_A_QUARTER) : quotient;
    return unit.equals(Unit.PERCENT) ? ratio.times(100) : ratio;
  }

  private Missing denominatorZero(Subject denominator) {
    return new Missing(
        MissingReason.DENOMINATOR_ZERO,
        "%s is zero, and nothing can be divided by zero.".formatted(nameOf(denominator)));
  }

  private String nameOf(Subject denominator) {
    return "%s of %s in %s".formatted(terms.denominator(), denominator.requestedRegion(), period);
  }

  /** The level at the quarter's end, or its average with the level one quarter before. */
  RowValue denominator(Subject denominator, Unit numeratorUnit) {
    Unit unit =
        numeratorUnit.isMoney()
            ? denominator.metric().unitIn(numeratorUnit.currency())
            : denominator.metric().unit();
    RowValue closing = term(denominator, period, unit);
    if (!terms.average() || closing instanceof Missing) {
      return closing;
    }
    RowValue opening = term(denominator, period.minusQuarters(1), unit);
    return opening instanceof Missing
        ? opening
        : KnownFigure.derived(
            formula(closing).plus(formula(opening)).dividedBy(2), unit, List.of(), operands);
  }

  private RowValue term(Subject term, YearQuarter quarter, Unit unit) {
    RowValue level = lookup.level(term, quarter, unit);
    Operands.add(term, quarter, level, operands);
    return level;
  }

  private static Formula formula(RowValue level) {
    return ((KnownFigure) level).formula();
  }
}
