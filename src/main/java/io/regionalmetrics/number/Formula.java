package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An expression that computes a number from published numbers. Operands have ids, so that an
 * operand that occurs twice is known to be one number. {@link #value()} is the exact result for the
 * published numbers; {@code FormulaRange} finds the bounds for all unrounded numbers.
 */
public sealed interface Formula {

  /** The number zero. */
  Formula ZERO = constant(BigDecimal.ZERO);

  /** The number one. */
  Formula ONE = constant(BigDecimal.ONE);

  /**
   * A published number.
   *
   * @param id identifies the number: operands with the same id are the same number
   * @param published the number as published
   * @param interval all unrounded numbers that the published one may stand for
   */
  record Operand(String id, BigFraction published, Interval interval) implements Formula {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Operand operand && id.equals(operand.id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** An exact number. */
  record Constant(BigFraction number) implements Formula {}

  /** The sum of formulas, each multiplied by a constant. */
  record Sum(List<Term> terms) implements Formula {
    /** Copies the terms. */
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** A formula times a constant, in a sum. */
  record Term(BigFraction coefficient, Formula formula) {}

  /** One formula times another. */
  record Product(Formula left, Formula right) implements Formula {}

  /** One formula divided by another. */
  record Quotient(Formula dividend, Formula divisor) implements Formula {}

  /** A formula whose true value is zero or more, even if rounded operands make it negative. */
  record NonNegative(Formula formula) implements Formula {}

  /** An exact number. */
  static Formula constant(BigDecimal number) {
    return new Constant(Interval.exact(number));
  }

  /** A published number and the unrounded numbers that it may stand for. */
  static Formula operand(String id, BigDecimal value, Interval interval) {
    return new Operand(id, Interval.exact(value), interval);
  }

  /** The sum of formulas. */
  static Formula sum(List<Formula> several) {
    return new Sum(several.stream().flatMap(one -> terms(one).stream()).toList());
  }

  /** This plus another. */
  default Formula plus(Formula other) {
    return sum(terms(this), terms(other));
  }

  /** This minus another. */
  default Formula minus(Formula other) {
    return sum(
        terms(this),
        terms(other).stream()
            .map(term -> new Term(term.coefficient().negate(), term.formula()))
            .toList());
  }

  /** This times another. */
  default Formula times(Formula other) {
    return new Product(this, other);
  }

  /** This times a number. */
  default Formula times(long factor) {
    return new Sum(List.of(new Term(BigFraction.of(factor), this)));
  }

  /**
   * This times a number above zero. The factor is applied to the innermost sums, so that operands
   * shared between parts stay visible and a non-negative part stays non-negative.
   */
  default Formula times(BigFraction factor) {
    return switch (this) {
      case Constant(BigFraction number) -> new Constant(number.multiply(factor));
      case Sum(List<Term> terms) ->
          new Sum(
              terms.stream()
                  .map(term -> new Term(term.coefficient().multiply(factor), term.formula()))
                  .toList());
      case Product(Formula left, Formula right) -> new Product(left.times(factor), right);
      case Quotient(Formula dividend, Formula divisor) ->
          new Quotient(dividend.times(factor), divisor);
      case NonNegative(Formula formula) -> new NonNegative(formula.times(factor));
      case Operand operand -> new Sum(List.of(new Term(factor, operand)));
    };
  }

  /** This divided by another. */
  default Formula dividedBy(Formula other) {
    return new Quotient(this, other);
  }

  /** This divided by a number other than zero. */
  default Formula dividedBy(long divisor) {
    return new Sum(List.of(new Term(BigFraction.of(1, divisor), this)));
  }

  /** This formula, declared to be zero or more. */
  default Formula nonNegative() {
    return new NonNegative(this);
  }

  /**
   * The exact result for the published values, with each negative part that is declared
   * non-negative counted as zero; empty if it divides by zero.
   */
  default Optional<BigFraction> value() {
    return switch (this) {
      case Operand operand -> Optional.of(operand.published());
      case Constant constant -> Optional.of(constant.number());
      case Sum sum -> total(sum.terms());
      case Product(Formula left, Formula right) ->
          left.value().flatMap(l -> right.value().map(l::multiply));
      case Quotient(Formula dividend, Formula divisor) ->
          dividend
              .value()
              .flatMap(d -> divisor.value().filter(v -> v.signum() != 0).map(d::divide));
      case NonNegative(Formula formula) ->
          formula.value().map(v -> v.signum() < 0 ? BigFraction.ZERO : v);
    };
  }

  private static Optional<BigFraction> total(List<Term> terms) {
    BigFraction total = BigFraction.ZERO;
    for (Term term : terms) {
      Optional<BigFraction> value = term.formula().value();
      if (value.isEmpty()) {
        return value;
      }
      BigFraction coefficient = term.coefficient();
      total =
          total.add(
              coefficient.equals(BigFraction.ONE)
                  ? value.get()
                  : value.get().multiply(coefficient));
    }
    return Optional.of(total);
  }

  private static Formula sum(List<Term> left, List<Term> right) {
    List<Term> terms = new ArrayList<>(left);
    terms.addAll(right);
    return new Sum(terms);
  }

  private static List<Term> terms(Formula formula) {
    return formula instanceof Sum(List<Term> terms)
        ? terms
        : List.of(new Term(BigFraction.ONE, formula));
  }
}
