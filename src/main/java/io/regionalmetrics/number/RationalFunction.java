package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Constant;
import io.regionalmetrics.number.Formula.NonNegative;
import io.regionalmetrics.number.Formula.Operand;
import io.regionalmetrics.number.Formula.Product;
import io.regionalmetrics.number.Formula.Quotient;
import io.regionalmetrics.number.Formula.Sum;
import io.regionalmetrics.number.Formula.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A formula written as one polynomial divided by others, with common factors cancelled.
 *
 * @param divisors the polynomials that divide the dividend; the coefficient of each one's {@link
 *     Polynomial#leading() leading} monomial is 1, so that equal factors have the same form
 */
record RationalFunction(Polynomial dividend, List<Polynomial> divisors) {
  /** A formula as a quotient; empty if a divisor is always zero. */
  static Optional<RationalFunction> of(Formula formula) {
    return switch (formula) {
      case Operand operand -> Optional.of(whole(Polynomial.of(operand)));
      case Constant constant -> Optional.of(whole(Polynomial.constant(constant.number())));
      case Sum(List<Term> terms) -> sum(terms);
      case Product(Formula left, Formula right) -> of(left).flatMap(l -> of(right).map(l::times));
      case Quotient(Formula above, Formula below) ->
          of(above).flatMap(a -> of(below).flatMap(RationalFunction::reciprocal).map(a::times));
      // Inside a larger formula this ignores the bound at zero; the range may be wider but stays
      // true.
      case NonNegative(Formula inner) -> of(inner);
    };
  }

  private static RationalFunction whole(Polynomial polynomial) {
    return new RationalFunction(polynomial, List.of());
  }

  private static Optional<RationalFunction> sum(List<Term> terms) {
    RationalFunction sum = whole(Polynomial.constant(BigFraction.ZERO));
    for (Term term : terms) {
      Optional<RationalFunction> one = of(term.formula());
      if (one.isEmpty()) {
        return one;
      }
      sum = sum.plus(one.get().times(term.coefficient()));
    }
    return Optional.of(sum);
  }

  private RationalFunction times(BigFraction factor) {
    return new RationalFunction(dividend.times(factor), divisors);
  }

  private RationalFunction times(RationalFunction other) {
    return new RationalFunction(
            dividend.times(other.dividend),
            Stream.concat(divisors.stream(), other.divisors.stream()).toList())
        .reduced();
  }

  /** Adds over the least common divisor, so that a divisor of both is not squared. */
  private RationalFunction plus(RationalFunction other) {
    List<Polynomial> onlyHere = without(divisors, other.divisors);
    List<Polynomial> onlyThere = without(other.divisors, divisors);
    return new RationalFunction(
            dividend
                .times(Polynomial.product(onlyThere))
                .plus(other.dividend.times(Polynomial.product(onlyHere))),
            Stream.concat(divisors.stream(), onlyThere.stream()).toList())
        .reduced();
  }

  private static List<Polynomial> without(List<Polynomial> some, List<Polynomial> others) {
    List<Polynomial> left = new ArrayList<>(some);
    others.forEach(left::remove);
    return left;
  }

  /** One divided by this; empty if this is always zero. */
  private Optional<RationalFunction> reciprocal() {
    if (dividend.isZero()) {
      return Optional.empty();
    }
    List<Polynomial> factors = new ArrayList<>();
    Polynomial rest = takeOutOperands(factors);
    BigFraction coefficient = rest.leadingCoefficient();
    if (!rest.operands().isEmpty()) {
      factors.add(rest.times(coefficient.reciprocal()));
    }
    return Optional.of(
        new RationalFunction(
            Polynomial.product(divisors).times(coefficient.reciprocal()), factors));
  }

  /** Adds to the factors each operand that divides the dividend, and returns what is left. */
  private Polynomial takeOutOperands(List<Polynomial> factors) {
    Polynomial rest = dividend;
    for (Operand operand : dividend.operands()) {
      Polynomial factor = Polynomial.of(operand);
      for (Optional<Polynomial> quotient = rest.dividedBy(factor);
          quotient.isPresent();
          quotient = rest.dividedBy(factor)) {
        factors.add(factor);
        rest = quotient.get();
      }
    }
    return rest;
  }

  private RationalFunction reduced() {
    Polynomial above = dividend;
    List<Polynomial> below = new ArrayList<>();
    for (Polynomial divisor : divisors) {
      Optional<Polynomial> quotient = above.dividedBy(divisor);
      if (quotient.isPresent()) {
        above = quotient.get();
      } else {
        below.add(divisor);
      }
    }
    return new RationalFunction(above, below);
  }

  /** The operands that occur. */
  List<Operand> operands() {
    return Stream.concat(Stream.of(dividend), divisors.stream())
        .flatMap(polynomial -> polynomial.operands().stream())
        .distinct()
        .toList();
  }

  /** The result for one choice of the operands. */
  BigFraction at(Function<Operand, BigFraction> choice) {
    BigFraction number = dividend.at(choice);
    for (Polynomial divisor : divisors) {
      number = number.divide(divisor.at(choice));
    }
    return number;
  }
}
