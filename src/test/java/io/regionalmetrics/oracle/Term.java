package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;

/**
 * What a figure is computed from and how, in plain arithmetic on one number for each published
 * figure. Its bounds are found by trying all corners of the box of these numbers, which finds the
 * ends since every quotient asked for is monotone in each of them.
 */
sealed interface Term {
  /** A number that is itself. */
  record Constant(Fraction number) implements Term {}

  /** A published figure: the same one number wherever it occurs. */
  record Operand(Said said) implements Term {}

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
  default Fraction at(Map<Cell, Fraction> numbers) {
    return switch (this) {
      case Constant constant -> constant.number();
      case Operand operand -> numbers.get(operand.said().cell());
      case Binary both -> both.operation().apply(both.left().at(numbers), both.right().at(numbers));
      case Level level -> level.term().at(numbers).max(Fraction.ZERO);
    };
  }

  /** The number at the numbers that were published; empty where that divides by zero. */
  default Optional<Fraction> value() {
    Map<Cell, Fraction> numbers = new LinkedHashMap<>();
    operands().forEach((cell, said) -> numbers.put(cell, said.number()));
    try {
      return Optional.of(at(numbers));
    } catch (ArithmeticException dividedByZero) {
      return Optional.empty();
    }
  }

  /** The published figures that it is made of. */
  default Map<Cell, Said> operands() {
    Map<Cell, Said> all = new LinkedHashMap<>();
    switch (this) {
      case Constant constant -> {}
      case Operand operand -> all.put(operand.said().cell(), operand.said());
      case Binary both -> {
        all.putAll(both.left().operands());
        all.putAll(both.right().operands());
      }
      case Level level -> all.putAll(level.term().operands());
    }
    return all;
  }

  /** The least and the most; empty where something that is divided by may be zero. */
  default Optional<Range> range() {
    if (!divisorsHoldNoZero()) {
      return Optional.empty();
    }
    List<Fraction> numbers = corners().stream().map(this::at).toList();
    return Optional.of(
        new Range(
            numbers.stream().min(Fraction::compareTo).orElseThrow(),
            numbers.stream().max(Fraction::compareTo).orElseThrow()));
  }

  private boolean divisorsHoldNoZero() {
    return switch (this) {
      case Constant constant -> true;
      case Operand operand -> true;
      case Level level -> level.term().divisorsHoldNoZero();
      case Binary both ->
          both.left().divisorsHoldNoZero()
              && both.right().divisorsHoldNoZero()
              && (both.sign() != '/'
                  || both.right().range().filter(range -> !range.holds(Fraction.ZERO)).isPresent());
    };
  }

  /** Every choice of ends. */
  private List<Map<Cell, Fraction>> corners() {
    List<Map<Cell, Fraction>> corners = List.of(Map.of());
    for (Said said : operands().values()) {
      List<Map<Cell, Fraction>> more = new ArrayList<>();
      for (Map<Cell, Fraction> corner : corners) {
        more.add(with(corner, said.cell(), said.least()));
        if (!said.least().equals(said.most())) {
          more.add(with(corner, said.cell(), said.most()));
        }
      }
      corners = more;
    }
    return corners;
  }

  /** A choice of numbers somewhere within. */
  default Map<Cell, Fraction> inside(Random random) {
    Map<Cell, Fraction> numbers = new LinkedHashMap<>();
    operands()
        .forEach((cell, said) -> {
          Fraction part = Fraction.of(random.nextInt(101)).over(Fraction.of(100));
          numbers.put(cell, said.least().plus(said.most().minus(said.least()).times(part)));
        });
    return numbers;
  }

  private static Map<Cell, Fraction> with(Map<Cell, Fraction> numbers, Cell cell, Fraction number) {
    Map<Cell, Fraction> more = new LinkedHashMap<>(numbers);
    more.put(cell, number);
    return more;
  }
}
