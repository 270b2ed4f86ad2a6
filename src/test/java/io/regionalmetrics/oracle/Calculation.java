package io.regionalmetrics.oracle;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * A calculation on published figures. The same figure is the same number wherever it occurs. {@link
 * CalculationRange} computes its bounds.
 */
sealed interface Calculation {
  /** A constant. */
  record Constant(Fraction number) implements Calculation {}

  /** A figure that a source published. */
  record Operand(String source, Statement statement) implements Calculation {}

  /** An operation on two calculations. */
  record Binary(char sign, BinaryOperator<Fraction> operation, Calculation left, Calculation right)
      implements Calculation {}

  /** A level, which is never below zero. */
  record Level(Calculation calculation) implements Calculation {}

  /** A closed interval. */
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

    /** The number in the range that is nearest to the given one. */
    Fraction nearest(Fraction number) {
      return number.max(low).min(high);
    }

    /** The point after {@code part} of {@code parts} equal steps. */
    Fraction at(int part, int parts) {
      return low.plus(width().times(Fraction.of(part)).over(Fraction.of(parts)));
    }
  }

  static Calculation of(long number) {
    return new Constant(Fraction.of(number));
  }

  default Calculation plus(Calculation other) {
    return new Binary('+', Fraction::plus, this, other);
  }

  default Calculation minus(Calculation other) {
    return new Binary('-', Fraction::minus, this, other);
  }

  default Calculation times(Calculation other) {
    return new Binary('*', Fraction::times, this, other);
  }

  default Calculation over(Calculation other) {
    return new Binary('/', Fraction::over, this, other);
  }

  /** The result for some numbers. */
  default Fraction at(Map<Operand, Fraction> numbers) {
    return switch (this) {
      case Constant constant -> constant.number();
      case Operand operand -> numbers.get(operand);
      case Binary both -> both.operation().apply(both.left().at(numbers), both.right().at(numbers));
      case Level level -> level.calculation().at(numbers).max(Fraction.ZERO);
    };
  }

  /** The result for the published numbers; empty if that divides by zero. */
  default Optional<Fraction> value() {
    Map<Operand, Fraction> numbers = new LinkedHashMap<>();
    operands().forEach(operand -> numbers.put(operand, operand.statement().number()));
    try {
      return Optional.of(at(numbers));
    } catch (ArithmeticException dividedByZero) {
      return Optional.empty();
    }
  }

  /** The published figures in it. */
  default Set<Operand> operands() {
    return switch (this) {
      case Constant constant -> Set.of();
      case Operand operand -> Set.of(operand);
      case Binary both -> {
        Set<Operand> all = new LinkedHashSet<>(both.left().operands());
        all.addAll(both.right().operands());
        yield all;
      }
      case Level level -> level.calculation().operands();
    };
  }

  /** The minimum and maximum; empty if a divisor may be zero. */
  default Optional<Range> range() {
    return new CalculationRange(this).range();
  }
}
