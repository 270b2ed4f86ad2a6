package io.regionalmetrics.oracle;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What a figure is computed from and how, in plain arithmetic on one number for each published
 * figure; see {@link Extent} for its bounds.
 */
sealed interface Term {
  /** A number that is itself. */
  record Constant(Fraction number) implements Term {}

  /** A figure that a source published: the same one number wherever it occurs. */
  record Operand(String source, Said said) implements Term {}

  /** Two terms put together. */
  record Binary(char sign, BinaryOperator<Fraction> operation, Term left, Term right)
      implements Term {}

  /** A level, which is never below zero. */
  record Level(Term term) implements Term {}

  /** From where to where a number may be. */
  record Range(Fraction low, Fraction high) {
    boolean holds(Fraction number) {
      return low.compareTo(number) <= 0 && number.compareTo(high) <= 0;
    }

    boolean meets(Range other) {
      return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    Fraction width() {
      return high.minus(low);
    }

    /** The number of it that is nearest to one. */
    Fraction nearest(Fraction number) {
      return number.max(low).min(high);
    }

    /** The number after so many of so many parts of it. */
    Fraction at(int part, int parts) {
      return low.plus(width().times(Fraction.of(part)).over(Fraction.of(parts)));
    }
  }

  static Term of(long number) {
    return new Constant(Fraction.of(number));
  }

  default Term plus(Term other) {
    return new Binary('+', Fraction::plus, this, other);
  }

  default Term minus(Term other) {
    return new Binary('-', Fraction::minus, this, other);
  }

  default Term times(Term other) {
    return new Binary('*', Fraction::times, this, other);
  }

  default Term over(Term other) {
    return new Binary('/', Fraction::over, this, other);
  }

  /** The number at a choice of numbers. */
  default Fraction at(Map<Operand, Fraction> numbers) {
    return switch (this) {
      case Constant constant -> constant.number();
      case Operand operand -> numbers.get(operand);
      case Binary both -> both.operation().apply(both.left().at(numbers), both.right().at(numbers));
      case Level level -> level.term().at(numbers).max(Fraction.ZERO);
    };
  }

  /** The number at the numbers that were published; empty where that divides by zero. */
  default Optional<Fraction> value() {
    Map<Operand, Fraction> numbers = new LinkedHashMap<>();
    operands().forEach(operand -> numbers.put(operand, operand.said().number()));
    try {
      return Optional.of(at(numbers));
    } catch (ArithmeticException dividedByZero) {
      return Optional.empty();
    }
  }

  /** The published figures that it is made of. */
  default Set<Operand> operands() {
    return switch (this) {
      case Constant constant -> Set.of();
      case Operand operand -> Set.of(operand);
      case Binary both -> {
        Set<Operand> all = new LinkedHashSet<>(both.left().operands());
        all.addAll(both.right().operands());
        yield all;
      }
      case Level level -> level.term().operands();
    };
  }

  /** The least and the most; empty where something that is divided by may be zero. */
  default Optional<Range> range() {
    return new Extent(this).range();
  }
}
