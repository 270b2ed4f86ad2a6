package io.regionalmetrics.model;

import io.regionalmetrics.model.Formula.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A polynomial in operands: for each product of operands, its coefficient other than zero. A
 * product is the list of its factors in the order of their ids, one that is squared twice; the
 * empty list is the constant's.
 */
record Polynomial(Map<List<Operand>, BigFraction> coefficients) {
  private static final Comparator<Operand> BY_ID = Comparator.comparing(Operand::id);

  Polynomial {
    coefficients = Map.copyOf(coefficients);
  }

  static Polynomial constant(BigFraction number) {
    return number.signum() == 0
        ? new Polynomial(Map.of())
        : new Polynomial(Map.of(List.of(), number));
  }

  static Polynomial of(Operand operand) {
    return new Polynomial(Map.of(List.of(operand), BigFraction.ONE));
  }

  Polynomial plus(Polynomial other) {
    Map<List<Operand>, BigFraction> sum = new LinkedHashMap<>(coefficients);
    other.coefficients.forEach((factors, coefficient) -> add(sum, factors, coefficient));
    return new Polynomial(sum);
  }

  Polynomial times(BigFraction factor) {
    return times(constant(factor));
  }

  Polynomial times(Polynomial other) {
    Map<List<Operand>, BigFraction> product = new LinkedHashMap<>();
    coefficients.forEach((left, l) ->
        other.coefficients.forEach((right, r) -> add(product, join(left, right), l.multiply(r))));
    return new Polynomial(product);
  }

  /** The derivative by one operand. */
  Polynomial derivative(Operand operand) {
    Map<List<Operand>, BigFraction> derivative = new LinkedHashMap<>();
    coefficients.forEach((factors, coefficient) -> {
      int power = power(factors, operand);
      if (power > 0) {
        add(derivative, without(factors, operand), coefficient.multiply(power));
      }
    });
    return new Polynomial(derivative);
  }

  /** The highest power in which an operand occurs. */
  int degree(Operand operand) {
    return coefficients.keySet().stream()
        .mapToInt(factors -> power(factors, operand))
        .max()
        .orElse(0);
  }

  /** Whether every product has the operand as a factor. */
  boolean divisibleBy(Operand operand) {
    return coefficients.keySet().stream().allMatch(factors -> factors.contains(operand));
  }

  /** This without one factor that every product has. */
  Polynomial dividedBy(Operand operand) {
    Map<List<Operand>, BigFraction> quotient = new LinkedHashMap<>();
    coefficients.forEach(
        (factors, coefficient) -> quotient.put(without(factors, operand), coefficient));
    return new Polynomial(quotient);
  }

  /** The number that this is for one choice of the operands. */
  BigFraction at(Function<Operand, BigFraction> choice) {
    return evaluate(choice, Function.identity(), BigFraction::add, BigFraction::multiply);
  }

  /**
   * An interval that holds every number that this can be: true, but not tight where operands occur
   * twice.
   */
  Interval over(Function<Operand, Interval> box) {
    return evaluate(box, Interval::point, Interval::plus, Interval::times);
  }

  private <N> N evaluate(
      Function<Operand, N> operands,
      Function<BigFraction, N> number,
      BinaryOperator<N> plus,
      BinaryOperator<N> times) {
    N total = number.apply(BigFraction.ZERO);
    for (Map.Entry<List<Operand>, BigFraction> entry : coefficients.entrySet()) {
      N product = number.apply(entry.getValue());
      for (Operand operand : entry.getKey()) {
        product = times.apply(product, operands.apply(operand));
      }
      total = plus.apply(total, product);
    }
    return total;
  }

  private static int power(List<Operand> factors, Operand operand) {
    return (int) factors.stream().filter(operand::equals).count();
  }

  private static List<Operand> join(List<Operand> left, List<Operand> right) {
    List<Operand> factors = new ArrayList<>(left);
    factors.addAll(right);
    factors.sort(BY_ID);
    return List.copyOf(factors);
  }

  private static List<Operand> without(List<Operand> factors, Operand operand) {
    List<Operand> left = new ArrayList<>(factors);
    left.remove(operand);
    return List.copyOf(left);
  }

  private static void add(
      Map<List<Operand>, BigFraction> sum, List<Operand> factors, BigFraction coefficient) {
    sum.merge(factors, coefficient, (a, b) -> a.add(b).signum() == 0 ? null : a.add(b));
  }
}
