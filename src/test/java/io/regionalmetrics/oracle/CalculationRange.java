package io.regionalmetrics.oracle;

import io.regionalmetrics.oracle.Calculation.Operand;
import io.regionalmetrics.oracle.Calculation.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The range of a calculation over all numbers that its operands may stand for and that leave no
 * level below zero.
 *
 * <p>A calculation of the form (p x + q) / (r x + s) is monotone in the operand x. If it has this
 * form in every operand, its minimum and maximum are at corners. Four points of x show whether it
 * does, because such a function preserves their cross-ratio. For the other operands a numeric
 * search finds the ends. Corners are compared as doubles with error bounds first; the candidates
 * that remain are computed exactly.
 */
final class CalculationRange {
  private static final int MOST_CORNERS = 1 << 13;
  private static final int MOST_SEARCHED = 1 << 7;
  private static final int MOST_VERTICES = 9;

  private final Calculation calculation;
  private final List<Operand> operands;
  private final List<Operand> free;
  private final List<Operand> curved;
  private final List<Map<Operand, Fraction>> binding;

  CalculationRange(Calculation calculation) {
    this.calculation = calculation;
    this.operands = List.copyOf(calculation.operands());
    this.free = operands.stream().filter(one -> !one.statement().isExact()).toList();
    this.binding = isBounded() ? binding() : List.of();
    this.curved = isBounded() ? free.stream().filter(this::isCurved).toList() : List.of();
  }

  /** Whether no divisor can be zero. */
  boolean isBounded() {
    return divisors(calculation)
        .allMatch(
            divisor -> divisor.range().filter(range -> !range.holds(Fraction.ZERO)).isPresent());
  }

  /** Whether the ends can be found: there are not too many operands. */
  boolean isKnown() {
    int corners = 1 << free.size();
    return corners <= MOST_CORNERS
        && (curved.isEmpty() || corners <= MOST_SEARCHED)
        && (binding.isEmpty() || free.size() <= MOST_VERTICES);
  }

  /** Whether the ends come from a numeric search, and so are exact to about fifteen digits. */
  boolean isSearched() {
    return !curved.isEmpty();
  }

  private static Stream<Calculation> divisors(Calculation calculation) {
    return switch (calculation) {
      case Calculation.Constant constant -> Stream.of();
      case Operand operand -> Stream.of();
      case Calculation.Level level -> divisors(level.calculation());
      case Calculation.Binary both ->
          Stream.of(
                  divisors(both.left()),
                  divisors(both.right()),
                  both.sign() == '/' ? Stream.of(both.right()) : Stream.<Calculation>of())
              .flatMap(terms -> terms);
    };
  }

  /** The minimum and maximum; empty if a divisor may be zero. */
  Optional<Range> range() {
    if (!isBounded()) {
      return Optional.empty();
    }
    Range corners = binding.isEmpty() ? corners(calculation) : vertices();
    return Optional.of(
        isSearched() && isKnown()
            ? new Range(
                new Search(-1).most().min(corners.low()), new Search(1).most().max(corners.high()))
            : corners);
  }

  /** Like {@link #range}, but over operands that may leave a level below zero. */
  Optional<Range> rangeIgnoringZero() {
    return range()
        .map(range -> {
          Range all = corners(unclamped(calculation));
          return new Range(all.low().min(range.low()), all.high().max(range.high()));
        });
  }

  private static Calculation unclamped(Calculation calculation) {
    return switch (calculation) {
      case Calculation.Constant constant -> constant;
      case Operand operand -> operand;
      case Calculation.Level level -> unclamped(level.calculation());
      case Calculation.Binary(
              char sign,
              BinaryOperator<Fraction> operation,
              Calculation left,
              Calculation right) ->
          new Calculation.Binary(sign, operation, unclamped(left), unclamped(right));
    };
  }

  private Range corners(Calculation of) {
    int count = 1 << free.size();
    double[] values = new double[count];
    double[] errors = new double[count];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < count; corner++) {
      ApproximateNumber number = ApproximateNumber.at(of, doubles(corner));
      values[corner] = number.value();
      errors[corner] = number.error();
      least = Math.min(least, number.value() + number.error());
      most = Math.max(most, number.value() - number.error());
    }
    Fraction low = null;
    Fraction high = null;
    for (int corner = 0; corner < count; corner++) {
      boolean maybeLeast = !(values[corner] - errors[corner] > least);
      boolean maybeMost = !(values[corner] + errors[corner] < most);
      if (maybeLeast || maybeMost) {
        Fraction number = of.at(corner(corner));
        low = low == null ? number : low.min(number);
        high = high == null ? number : high.max(number);
      }
    }
    return new Range(java.util.Objects.requireNonNull(low), java.util.Objects.requireNonNull(high));
  }

  private Map<Operand, Fraction> corner(int corner) {
    Map<Operand, Fraction> numbers = points();
    for (int i = 0; i < free.size(); i++) {
      Operand one = free.get(i);
      numbers.put(one, (corner >> i & 1) == 0 ? one.statement().least() : one.statement().most());
    }
    return numbers;
  }

  private Map<Operand, Double> doubles(int corner) {
    Map<Operand, Double> numbers = new HashMap<>();
    corner(corner).forEach((one, number) -> numbers.put(one, number.toDouble()));
    return numbers;
  }

  private Map<Operand, Fraction> points() {
    Map<Operand, Fraction> numbers = new LinkedHashMap<>();
    operands.forEach(one -> numbers.put(one, one.statement().least()));
    return numbers;
  }

  // Levels that can't be below zero although the ranges of their operands allow it.

  private List<Map<Operand, Fraction>> binding() {
    List<Map<Operand, Fraction>> all = new ArrayList<>();
    levels(calculation)
        .flatMap(level -> coefficients(level.calculation()).stream())
        .distinct()
        .filter(sum -> least(sum).signum() < 0)
        .forEach(all::add);
    return all;
  }

  private static Stream<Calculation.Level> levels(Calculation calculation) {
    return switch (calculation) {
      case Calculation.Constant constant -> Stream.of();
      case Operand operand -> Stream.of();
      case Calculation.Level level -> Stream.concat(Stream.of(level), levels(level.calculation()));
      case Calculation.Binary both -> Stream.concat(levels(both.left()), levels(both.right()));
    };
  }

  /** The coefficient of each operand in a sum; empty if the calculation is not a sum. */
  private static Optional<Map<Operand, Fraction>> coefficients(Calculation calculation) {
    return switch (calculation) {
      case Calculation.Constant constant when constant.number().signum() == 0 ->
          Optional.of(Map.of());
      case Operand operand -> Optional.of(Map.of(operand, Fraction.ONE));
      case Calculation.Binary both when both.sign() == '+' || both.sign() == '-' ->
          coefficients(both.left())
              .flatMap(
                  left -> coefficients(both.right()).map(right -> sum(left, right, both.sign())));
      default -> Optional.empty();
    };
  }

  private static Map<Operand, Fraction> sum(
      Map<Operand, Fraction> left, Map<Operand, Fraction> right, char sign) {
    Map<Operand, Fraction> sum = new LinkedHashMap<>(left);
    right.forEach((one, times) ->
        sum.merge(one, times.times(Fraction.of(sign == '+' ? 1 : -1)), Fraction::plus));
    return sum;
  }

  private Fraction least(Map<Operand, Fraction> sum) {
    Fraction least = Fraction.ZERO;
    for (Operand one : operands) {
      Fraction times = sum.getOrDefault(one, Fraction.ZERO);
      least =
          least.plus(
              times.times(times.signum() < 0 ? one.statement().most() : one.statement().least()));
    }
    return least;
  }

  private static Fraction at(Map<Operand, Fraction> sum, Map<Operand, Fraction> numbers) {
    Fraction total = Fraction.ZERO;
    for (Map.Entry<Operand, Fraction> one : sum.entrySet()) {
      total = total.plus(one.getValue().times(numbers.get(one.getKey())));
    }
    return total;
  }

  /**
   * The range at the vertices of the box of operands cut by the condition that levels are not
   * negative.
   */
  private Range vertices() {
    if (free.size() > MOST_VERTICES) {
      return corners(calculation);
    }
    List<Map<Operand, Fraction>> vertices = new ArrayList<>();
    for (int corner = 0; corner < 1 << free.size(); corner++) {
      vertices(corner(corner), 0, List.of(), vertices);
    }
    if (vertices.isEmpty()) {
      return corners(calculation);
    }
    List<Fraction> numbers = vertices.stream().map(calculation::at).toList();
    return new Range(
        numbers.stream().min(Fraction::compareTo).orElseThrow(),
        numbers.stream().max(Fraction::compareTo).orElseThrow());
  }

  /** Adds the vertices at which some levels are zero, moving one operand for each such level. */
  private void vertices(
      Map<Operand, Fraction> at,
      int level,
      List<Operand> moved,
      List<Map<Operand, Fraction>> vertices) {
    if (level == binding.size()) {
      if (isPossible(at)) {
        vertices.add(at);
      }
      return;
    }
    vertices(at, level + 1, moved, vertices);
    Map<Operand, Fraction> sum = binding.get(level);
    for (Operand one : free) {
      Fraction times = sum.getOrDefault(one, Fraction.ZERO);
      if (times.signum() != 0 && !moved.contains(one)) {
        Map<Operand, Fraction> zero = new LinkedHashMap<>(at);
        zero.put(one, at.get(one).minus(at(sum, at).over(times)));
        List<Operand> more = new ArrayList<>(moved);
        more.add(one);
        vertices(zero, level + 1, more, vertices);
      }
    }
  }

  private boolean isPossible(Map<Operand, Fraction> numbers) {
    return operands.stream().allMatch(one -> one.statement().range().holds(numbers.get(one)))
        && binding.stream().allMatch(sum -> at(sum, numbers).signum() >= 0);
  }

  /** Random numbers for the operands that leave no level below zero; empty if none are found. */
  Optional<Map<Operand, Fraction>> inside(Random random) {
    for (int i = 0; i < 20; i++) {
      Map<Operand, Fraction> numbers = new LinkedHashMap<>();
      for (Operand one : operands) {
        numbers.put(one, one.statement().range().at(random.nextInt(101), 100));
      }
      if (isPossible(numbers)) {
        return Optional.of(numbers);
      }
    }
    return Optional.empty();
  }

  /** The result for some numbers; empty if that divides by zero. */
  Optional<Fraction> at(Map<Operand, Fraction> numbers) {
    try {
      return Optional.of(calculation.at(numbers));
    } catch (ArithmeticException dividedByZero) {
      return Optional.empty();
    }
  }

  // Operands in which the calculation is not monotone.

  private boolean isCurved(Operand one) {
    if (occurrences(calculation, one) < 2) {
      return false;
    }
    Random random = new Random(11);
    return Stream.generate(() -> keepsCrossRatio(one, random)).limit(2).anyMatch(keeps -> !keeps);
  }

  private static int occurrences(Calculation calculation, Operand one) {
    return switch (calculation) {
      case Calculation.Constant constant -> 0;
      case Operand operand -> operand.equals(one) ? 1 : 0;
      case Calculation.Level level -> occurrences(level.calculation(), one);
      case Calculation.Binary both ->
          occurrences(both.left(), one) + occurrences(both.right(), one);
    };
  }

  private boolean keepsCrossRatio(Operand one, Random random) {
    Map<Operand, Fraction> numbers = inside(random).orElseGet(this::points);
    Calculation plain = unclamped(calculation);
    Fraction[] x = new Fraction[4];
    Fraction[] f = new Fraction[4];
    try {
      for (int i = 0; i < 4; i++) {
        x[i] = one.statement().range().at(new int[] {1, 4, 6, 9}[i], 10);
        numbers.put(one, x[i]);
        f[i] = plain.at(numbers);
      }
    } catch (ArithmeticException dividedByZero) {
      return false;
    }
    return cross(f, 0, 2, 1, 3)
        .times(cross(x, 1, 2, 0, 3))
        .equals(cross(x, 0, 2, 1, 3).times(cross(f, 1, 2, 0, 3)));
  }

  private static Fraction cross(Fraction[] of, int a, int b, int c, int d) {
    return of[a].minus(of[b]).times(of[c].minus(of[d]));
  }

  /**
   * Searches for the maximum or minimum from every corner, moving one non-monotone operand at a
   * time.
   */
  private final class Search {
    private static final int SAMPLES = 24;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final int sign;

    Search(int sign) {
      this.sign = sign;
    }

    Fraction most() {
      Map<Operand, Double> best = doubles(0);
      double most = number(best);
      for (int corner = 0; corner < 1 << free.size(); corner++) {
        Map<Operand, Double> point = doubles(corner);
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 6 && number(point) > before; i++) {
          before = number(point);
          curved.forEach(one -> move(point, one));
        }
        if (number(point) > most) {
          most = number(point);
          best = point;
        }
      }
      Map<Operand, Fraction> exact = points();
      best.forEach((one, number) ->
          exact.put(
              one, one.statement().range().nearest(Fraction.of(new java.math.BigDecimal(number)))));
      return isPossible(exact) ? calculation.at(exact) : calculation.at(corner(0));
    }

    private double number(Map<Operand, Double> point) {
      return sign * ApproximateNumber.at(calculation, point).value();
    }

    private void move(Map<Operand, Double> point, Operand one) {
      double from = one.statement().least().toDouble();
      double step = (one.statement().most().toDouble() - from) / SAMPLES;
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      double start = point.get(one);
      double here = number(point);
      for (int i = 0; i <= SAMPLES; i++) {
        point.put(one, from + i * step);
        double number = number(point);
        if (number > most) {
          most = number;
          best = i;
        }
      }
      double a = from + Math.max(0, best - 1) * step;
      double b = from + Math.min(SAMPLES, best + 1) * step;
      for (int i = 0; i < 50; i++) {
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        if (with(point, one, c) > with(point, one, d)) {
          b = d;
        } else {
          a = c;
        }
      }
      double found = with(point, one, (a + b) / 2);
      double sampled = with(point, one, from + best * step);
      double place = found > sampled ? (a + b) / 2 : from + best * step;
      point.put(one, Math.max(found, sampled) > here ? place : start);
    }

    private double with(Map<Operand, Double> point, Operand one, double number) {
      point.put(one, number);
      return number(point);
    }
  }
}
