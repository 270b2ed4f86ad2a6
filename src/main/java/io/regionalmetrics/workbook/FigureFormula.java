package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Conversion;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.Formula.Term;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.workbook.Expression.Summand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The formula by which a cell computes a figure from other cells. It follows the exact formula of
 * the figure, and names a cell wherever one shows a part of it.
 *
 * @param cells which cell shows which figure
 * @param operands the rows of figures that no other cell shows
 * @param sheet the sheet of the cell that computes
 * @param line the line of figures of that cell, or {@link FigureCells#NO_LINE}
 */
record FigureFormula(FigureCells cells, OperandRows operands, SheetName sheet, int line) {
  /** Excel takes formulas of up to 8,192 characters. */
  private static final int MOST_CHARACTERS = 8_000;

  private static final BigFraction HUNDRED = BigFraction.of(100);

  /**
   * The formula of a figure; empty if the figure was published, if no formula of a spreadsheet
   * computes it, or if the formula would be too long.
   *
   * @param parts the figures that it is probably computed from
   */
  Optional<String> of(KnownFigure known, List<KnownFigure> parts) {
    Formula formula = known.formula();
    if (formula instanceof Formula.Operand || formula instanceof Formula.Constant) {
      return Optional.empty();
    }
    operands.addOperandsOf(known);
    Expression expression =
        converted(known).orElseGet(() -> of(formula, List.copyOf(formulas(known, parts))));
    return Optional.of(within(known, expression).text())
        .filter(text -> text.length() <= MOST_CHARACTERS);
  }

  private static List<Formula> formulas(KnownFigure known, List<KnownFigure> parts) {
    List<Formula> formulas = new ArrayList<>();
    parts.forEach(part -> formulas.add(part.formula()));
    known.operands().forEach(operand -> formulas.add(operand.known().formula()));
    formulas.remove(known.formula());
    return formulas;
  }

  /** Keeps the bounds where they, and not the formula, decide the value. */
  private static Expression within(KnownFigure known, Expression expression) {
    Figure figure = known.figure();
    BigDecimal computed =
        Figure.computed(known.value(), Optional.empty(), figure.unit(), figure.origin()).value();
    return figure
        .bounds()
        .filter(_ -> computed.compareTo(figure.value()) != 0)
        .map(bounds -> Expression.function("MEDIAN", low(bounds), expression, high(bounds)))
        .orElse(expression);
  }

  private static Expression low(Bounds bounds) {
    return Expression.number(Interval.exact(bounds.low()));
  }

  private static Expression high(Bounds bounds) {
    return Expression.number(Interval.exact(bounds.high()));
  }

  /** A converted figure by its rate; empty if it was not converted, or in parts only. */
  private Optional<Expression> converted(KnownFigure known) {
    return known
        .conversion()
        .flatMap(conversion -> level(known, conversion).or(() -> growth(known, conversion)));
  }

  /** An amount divided by the rate. */
  private Optional<Expression> level(KnownFigure known, Conversion conversion) {
    Formula before = conversion.unconverted().formula();
    return Optional.of(before.times(conversion.rate().exact().reciprocal()))
        .filter(known.formula()::equals)
        .map(_ -> {
          Unit unit = Unit.rate(conversion.currency(), known.figure().unit().currency());
          return part(before).over(rate(conversion, unit));
        });
  }

  /** A growth in percent: (1 + g / 100) / rate - 1, times 100. */
  private Optional<Expression> growth(KnownFigure known, Conversion conversion) {
    Formula before = conversion.unconverted().formula();
    Formula factor = Formula.ONE.plus(before.dividedBy(100));
    Formula growth =
        factor.times(conversion.rate().exact().reciprocal()).minus(Formula.ONE).times(100);
    Expression percent = Expression.number(HUNDRED);
    return Optional.of(growth)
        .filter(known.formula()::equals)
        .map(_ ->
            Expression.sum(List.of(new Summand(false, percent), new Summand(false, part(before))))
                .over(rate(conversion, Unit.ONE))
                .minus(percent));
  }

  private Expression rate(Conversion conversion, Unit unit) {
    return Expression.cell(operands.cell(conversion.rate(), unit).from(sheet));
  }

  /** A formula itself; its parts may be cells. */
  private Expression of(Formula formula, List<Formula> parts) {
    return switch (formula) {
      case Formula.Operand operand -> Expression.cell(operands.cell(operand, line).from(sheet));
      case Formula.Constant(BigFraction number) -> Expression.number(number);
      case Formula.Sum sum -> sum(sum, parts);
      case Formula.Product(Formula left, Formula right) -> part(left).times(part(right));
      case Formula.Quotient(Formula dividend, Formula divisor) ->
          part(dividend).over(part(divisor));
      case Formula.NonNegative(Formula inner) ->
          Expression.function("MAX", Expression.number(BigFraction.ZERO), of(inner, parts));
    };
  }

  /** A part of a formula: the cell that shows it, if there is one. */
  private Expression part(Formula formula) {
    return cells
        .find(formula, line)
        .map(cell -> Expression.cell(cell.from(sheet)))
        .orElseGet(() -> of(formula, List.of()));
  }

  private Expression sum(Formula.Sum sum, List<Formula> parts) {
    if (sum.terms().size() == 1) {
      return Expression.sum(List.of(signed(sum.terms().getFirst())));
    }
    SumCover cover = new SumCover(sum);
    for (Formula figure : parts) {
      cells
          .find(figure, line)
          .ifPresent(cell -> cover.take(figure, Expression.cell(cell.from(sheet))));
    }
    List<Summand> all = new ArrayList<>(cover.taken());
    cover.left().forEach(term -> all.add(summand(term)));
    return Expression.sum(all);
  }

  /** A term of a sum: the cell that shows it, with this sign or the other, if there is one. */
  private Summand summand(Term term) {
    return shown(term.coefficient(), term.formula(), false)
        .or(() -> shown(term.coefficient().negate(), term.formula(), true))
        .orElseGet(() -> signed(term));
  }

  private Summand signed(Term term) {
    return new Summand(term.coefficient().signum() < 0, product(term));
  }

  private Optional<Summand> shown(BigFraction coefficient, Formula formula, boolean isSubtracted) {
    return cells
        .find(new Formula.Sum(List.of(new Term(coefficient, formula))), line)
        .map(cell -> new Summand(isSubtracted, Expression.cell(cell.from(sheet))));
  }

  /** A term without its sign. */
  private Expression product(Term term) {
    BigFraction factor = term.coefficient().abs();
    return term.formula() instanceof Formula.Constant(BigFraction number)
        ? Expression.number(number.multiply(factor))
        : part(term.formula()).times(factor);
  }
}
