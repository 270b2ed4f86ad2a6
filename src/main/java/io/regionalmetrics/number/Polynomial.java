package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A polynomial in operands: for each product of operands, its coefficient other than zero. A
 * product is the list of its factors in the order of their ids, one that is squared twice; the
 * empty list is the constant's.
 */
record Polynomial(Map<List<Operand>, BigFraction> coefficients) {
  /** With more operands, corners cost more than they are worth. */
  private static final int MOST_CORNERED = 4;

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

  /** Whether it is zero whatever the operands are. */
  boolean isZero() {
    return coefficients.isEmpty();
  }

  /** The operands that occur in it, in the order of their ids. */
  List<Operand> operands() {
    return coefficients.keySet().stream().flatMap(List::stream).distinct().sorted(BY_ID).toList();
  }

  /** All of some multiplied with each other; one where there are none. */
  static Polynomial product(List<Polynomial> factors) {
    return factors.stream().reduce(constant(BigFraction.ONE), Polynomial::times);
  }

  /**
   * The product that comes first in lexicographic order, in which multiplication keeps the order:
   * that with the highest power of the first operand, of those with the highest of the second, and
   * so on. Of a polynomial other than zero.
   */
  List<Operand> leading() {
    return coefficients.keySet().stream().max(Polynomial::compare).orElseThrow();
  }

  /** The coefficient of the {@link #leading()} product. */
  BigFraction leadingCoefficient() {
    return coefficient(leading());
  }

  private BigFraction coefficient(List<Operand> factors) {
    return coefficients.getOrDefault(factors, BigFraction.ZERO);
  }

  /**
   * This divided by another other than zero, where nothing is left over; by the division algorithm
   * for several variables (Cox, Little, O'Shea, <i>Ideals, Varieties, and Algorithms</i>, section
   * 2.3).
   */
  Optional<Polynomial> dividedBy(Polynomial other) {
    List<Operand> first = other.leading();
    BigFraction coefficient = other.leadingCoefficient();
    Polynomial rest = this;
    Polynomial quotient = constant(BigFraction.ZERO);
    while (!rest.isZero()) {
      Optional<List<Operand>> factors = without(rest.leading(), first);
      if (factors.isEmpty()) {
        return Optional.empty();
      }
      Polynomial term =
          new Polynomial(Map.of(factors.get(), rest.leadingCoefficient().divide(coefficient)));
      quotient = quotient.plus(term);
      rest = rest.plus(other.times(term).times(BigFraction.ONE.negate()));
    }
    return Optional.of(quotient);
  }

  private static int compare(List<Operand> one, List<Operand> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = BY_ID.compare(other.get(i), one.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** The number that this is for one choice of the operands. */
  BigFraction at(Function<Operand, BigFraction> choice) {
    return evaluate(choice, Function.identity(), BigFraction::add, BigFraction::multiply);
  }

  /**
   * An interval that holds every number that this can be. Tight where it is of the first degree in
   * each of a few operands that aren't points, since its ends are at corners then; else true, but
   * not tight where operands occur twice.
   */
  Interval over(Function<Operand, Interval> box) {
    List<Operand> open =
        operands().stream().filter(operand -> !box.apply(operand).isPoint()).toList();
    boolean straight = open.stream().allMatch(operand -> degree(operand) == 1);
    return straight && open.size() <= MOST_CORNERED
        ? Interval.hull(corners(open, box).map(this::at).toArray(BigFraction[]::new))
        : evaluate(box, Interval::point, Interval::plus, Interval::times);
  }

  /** Every choice of an end for each of some operands, and the low end for any other. */
  static Stream<Function<Operand, BigFraction>> corners(
      List<Operand> operands, Function<Operand, Interval> box) {
    return IntStream.range(0, 1 << operands.size())
        .mapToObj(corner ->
            operand -> {
              int place = operands.indexOf(operand);
              Interval all = box.apply(operand);
              return place < 0 || (corner >> place & 1) == 0 ? all.low() : all.high();
            });
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
    return without(factors, List.of(operand)).orElseThrow();
  }

  /** The factors that are left after others are taken out; nothing where those aren't all there. */
  private static Optional<List<Operand>> without(List<Operand> factors, List<Operand> others) {
    List<Operand> left = new ArrayList<>(factors);
    return others.stream().allMatch(left::remove)
        ? Optional.of(List.copyOf(left))
        : Optional.empty();
  }

  private static void add(
      Map<List<Operand>, BigFraction> sum, List<Operand> factors, BigFraction coefficient) {
    sum.merge(factors, coefficient, (a, b) -> a.add(b).signum() == 0 ? null : a.add(b));
  }
}
