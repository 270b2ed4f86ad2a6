package io.regionalmetrics.model;

import io.regionalmetrics.model.Formula.Constant;
import io.regionalmetrics.model.Formula.NonNegative;
import io.regionalmetrics.model.Formula.Operand;
import io.regionalmetrics.model.Formula.Product;
import io.regionalmetrics.model.Formula.Quotient;
import io.regionalmetrics.model.Formula.Sum;
import io.regionalmetrics.model.Formula.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A formula as one polynomial over another, factors that both have taken out.
 *
 * <p>Where both are of the first degree in an operand x, (p x + q) / (r x + s), the derivative by x
 * is (p s - q r) / (r x + s)^2: its sign doesn't depend on x, so the quotient is monotone in x
 * while the divisor isn't zero. Where that holds for each operand, from any point one can move each
 * operand in turn to one of its ends without making the quotient smaller (or larger), and so
 * arrives at a corner: the ends of the range are at corners of the box.
 */
record RationalFunction(Polynomial dividend, Polynomial divisor) {
  /** More shared operands than any comparison has; beyond it the corners are too many to visit. */
  private static final int MOST_OPERANDS = 12;

  /** The quotient that a formula is; nothing where it divides by what is always zero. */
  static Optional<RationalFunction> of(Formula formula) {
    RationalFunction whole = from(formula);
    return whole.divisor.coefficients().isEmpty() ? Optional.empty() : Optional.of(whole.reduced());
  }

  private static RationalFunction from(Formula formula) {
    Polynomial one = Polynomial.constant(BigFraction.ONE);
    return switch (formula) {
      case Operand operand -> new RationalFunction(Polynomial.of(operand), one);
      case Constant constant -> new RationalFunction(Polynomial.constant(constant.number()), one);
      case Sum(List<Term> terms) ->
          terms.stream()
              .map(term -> from(term.formula()).times(term.coefficient()))
              .reduce(
                  new RationalFunction(Polynomial.constant(BigFraction.ZERO), one),
                  RationalFunction::plus);
      case Product(Formula left, Formula right) -> {
        RationalFunction l = from(left);
        RationalFunction r = from(right);
        yield new RationalFunction(l.dividend.times(r.dividend), l.divisor.times(r.divisor));
      }
      case Quotient(Formula above, Formula below) -> {
        RationalFunction a = from(above);
        RationalFunction b = from(below);
        yield new RationalFunction(a.dividend.times(b.divisor), a.divisor.times(b.dividend));
      }
      // Inside a larger formula the bound at zero is given up: the range stays true.
      case NonNegative(Formula inner) -> from(inner);
    };
  }

  private RationalFunction times(BigFraction factor) {
    return new RationalFunction(dividend.times(factor), divisor);
  }

  private RationalFunction plus(RationalFunction other) {
    return divisor.equals(other.divisor)
        ? new RationalFunction(dividend.plus(other.dividend), divisor)
        : new RationalFunction(
            dividend.times(other.divisor).plus(other.dividend.times(divisor)),
            divisor.times(other.divisor));
  }

  private RationalFunction reduced() {
    if (dividend.equals(divisor)) {
      return new RationalFunction(
          Polynomial.constant(BigFraction.ONE), Polynomial.constant(BigFraction.ONE));
    }
    return operands().stream()
        .filter(operand -> dividend.divisibleBy(operand) && divisor.divisibleBy(operand))
        .findFirst()
        .map(common ->
            new RationalFunction(dividend.dividedBy(common), divisor.dividedBy(common)).reduced())
        .orElse(this);
  }

  /**
   * The interval of all results; tight where every operand is monotone; nothing where the divisor
   * may be zero.
   */
  Optional<Interval> range() {
    List<Operand> operands = operands();
    if (operands.size() > MOST_OPERANDS || !operands.stream().allMatch(this::monotone)) {
      return dividend.over(Operand::interval).dividedBy(divisor.over(Operand::interval));
    }
    if (!divisorHasOneSign(operands)) {
      return Optional.empty();
    }
    return Optional.of(
        Interval.hull(
            corners(operands)
                .map(corner -> dividend.at(corner).divide(divisor.at(corner)))
                .toArray(BigFraction[]::new)));
  }

  private List<Operand> operands() {
    return Stream.of(dividend, divisor)
        .flatMap(polynomial -> polynomial.coefficients().keySet().stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private boolean monotone(Operand operand) {
    if (dividend.degree(operand) <= 1 && divisor.degree(operand) <= 1) {
      return true;
    }
    Interval slope =
        dividend
            .derivative(operand)
            .times(divisor)
            .plus(dividend.times(divisor.derivative(operand)).times(BigFraction.ONE.negate()))
            .over(Operand::interval);
    return slope.low().signum() >= 0 || slope.high().signum() <= 0;
  }

  /**
   * A divisor of the first degree in each operand has its ends at corners too; any other must have
   * one sign by its interval.
   */
  private boolean divisorHasOneSign(List<Operand> operands) {
    if (operands.stream().anyMatch(operand -> divisor.degree(operand) > 1)) {
      return !divisor.over(Operand::interval).holds(BigFraction.ZERO);
    }
    Map<Integer, Long> signs =
        corners(operands)
            .map(corner -> divisor.at(corner).signum())
            .collect(Collectors.groupingBy(sign -> sign, Collectors.counting()));
    return signs.size() == 1 && !signs.containsKey(0);
  }

  private static Stream<Function<Operand, BigFraction>> corners(List<Operand> operands) {
    return IntStream.range(0, 1 << operands.size())
        .mapToObj(corner ->
            operand ->
                (corner >> operands.indexOf(operand) & 1) == 0
                    ? operand.interval().low()
                    : operand.interval().high());
  }
}
