package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Operand;
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
 * A polynomial in operands.
 *
 * @param coefficients the coefficient of each monomial; none is zero
 */
record Polynomial(Map<Monomial, BigFraction> coefficients) {
  /** The limit on operands of which all corners are computed; more would take too long. */
  private static final int MAX_CORNER_OPERANDS = 4;

  Polynomial {
    coefficients = Map.copyOf(coefficients);
  }

  static Polynomial constant(BigFraction number) {
    return number.signum() == 0
        ? new Polynomial(Map.of())
        : new Polynomial(Map.of(Monomial.ONE, number));
  }

  static Polynomial of(Operand operand) {
    return new Polynomial(Map.of(Monomial.of(operand), BigFraction.ONE));
  }

  Polynomial plus(Polynomial other) {
    Map<Monomial, BigFraction> sum = new LinkedHashMap<>(coefficients);
    other.coefficients.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  Polynomial times(BigFraction factor) {
    return times(constant(factor));
  }

  Polynomial times(Polynomial other) {
    Map<Monomial, BigFraction> product = new LinkedHashMap<>();
    coefficients.forEach((left, l) ->
        other.coefficients.forEach((right, r) -> add(product, left.times(right), l.multiply(r))));
    return new Polynomial(product);
  }

  /** The partial derivative with respect to an operand. */
  Polynomial derivative(Operand operand) {
    Map<Monomial, BigFraction> derivative = new LinkedHashMap<>();
    Monomial divisor = Monomial.of(operand);
    coefficients.forEach((monomial, coefficient) ->
        monomial
            .dividedBy(divisor)
            .ifPresent(
                rest -> add(derivative, rest, coefficient.multiply(monomial.power(operand)))));
    return new Polynomial(derivative);
  }

  /** The highest power in which an operand occurs. */
  int degree(Operand operand) {
    return monomials().mapToInt(monomial -> monomial.power(operand)).max().orElse(0);
  }

  private Stream<Monomial> monomials() {
    return coefficients.keySet().stream();
  }

  /** Whether it is zero for all operands. */
  boolean isZero() {
    return coefficients.isEmpty();
  }

  /** The operands that occur, in the order of their ids. */
  List<Operand> operands() {
    return monomials()
        .flatMap(monomial -> monomial.factors().stream())
        .distinct()
        .sorted(Monomial.BY_ID)
        .toList();
  }

  /** The product of polynomials; 1 if there are none. */
  static Polynomial product(List<Polynomial> factors) {
    return factors.stream().reduce(constant(BigFraction.ONE), Polynomial::times);
  }

  /**
   * The greatest monomial in lexicographic order, an order that multiplication preserves. Only for
   * a polynomial other than zero.
   */
  Monomial leading() {
    return monomials().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The coefficient of the {@link #leading()} monomial. */
  BigFraction leadingCoefficient() {
    return coefficients.getOrDefault(leading(), BigFraction.ZERO);
  }

  /**
   * The quotient of this and a polynomial other than zero; empty if there is a remainder. Uses the
   * division algorithm for several variables (Cox, Little, O'Shea, <i>Ideals, Varieties, and
   * Algorithms</i>, section 2.3).
   */
  Optional<Polynomial> dividedBy(Polynomial other) {
    Monomial first = other.leading();
    BigFraction coefficient = other.leadingCoefficient();
    Polynomial rest = this;
    Polynomial quotient = constant(BigFraction.ZERO);
    while (!rest.isZero()) {
      Optional<Monomial> monomial = rest.leading().dividedBy(first);
      if (monomial.isEmpty()) {
        return Optional.empty();
      }
      Polynomial term =
          new Polynomial(Map.of(monomial.get(), rest.leadingCoefficient().divide(coefficient)));
      quotient = quotient.plus(term);
      rest = rest.plus(other.times(term).times(BigFraction.ONE.negate()));
    }
    return Optional.of(quotient);
  }

  /** The result for one choice of the operands. */
  BigFraction at(Function<Operand, BigFraction> choice) {
    return evaluate(choice, Function.identity(), BigFraction::add, BigFraction::multiply);
  }

  /**
   * An interval that contains every result for operands in a box. It is tight if the polynomial is
   * of the first degree in each operand whose interval isn't a point, and there are few such
   * operands, because then both ends are at corners. Otherwise it is true but may be too wide,
   * because it treats repeated operands as independent.
   */
  Interval over(Function<Operand, Interval> box) {
    List<Operand> open =
        operands().stream().filter(operand -> !box.apply(operand).isPoint()).toList();
    boolean isLinear = open.stream().allMatch(operand -> degree(operand) == 1);
    return isLinear && open.size() <= MAX_CORNER_OPERANDS
        ? Interval.hull(corners(open, box).map(this::at).toArray(BigFraction[]::new))
        : evaluate(box, Interval::point, Interval::plus, Interval::times);
  }

  /**
   * The corners of a box: every choice of an end for each given operand, with the low end for all
   * other operands.
   */
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
    for (Map.Entry<Monomial, BigFraction> entry : coefficients.entrySet()) {
      N product = number.apply(entry.getValue());
      for (Operand operand : entry.getKey().factors()) {
        product = times.apply(product, operands.apply(operand));
      }
      total = plus.apply(total, product);
    }
    return total;
  }

  private static void add(
      Map<Monomial, BigFraction> sum, Monomial monomial, BigFraction coefficient) {
    sum.merge(monomial, coefficient, (a, b) -> a.add(b).signum() == 0 ? null : a.add(b));
  }
}
