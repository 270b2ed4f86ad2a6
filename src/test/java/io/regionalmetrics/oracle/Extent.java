package io.regionalmetrics.oracle;

import io.regionalmetrics.oracle.Term.Operand;
import io.regionalmetrics.oracle.Term.Range;
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
 * From where to where a term reaches, over all numbers that its operands may stand for and that
 * leave no level below zero.
 *
 * <p>Where the term is (p x + q) / (r x + s) in an operand x, it is monotone in it; where it is so
 * in all, its ends are at corners. Whether it is so is seen from four points of x, whose
 * cross-ratio such a function leaves as it is. In what it isn't so, it is searched. Corners are
 * tried in doubles that know their error first, and then those that may be the ends exactly.
 */
final class Extent {
  private static final int MOST_CORNERS = 1 << 13;
  private static final int MOST_SEARCHED = 1 << 7;
  private static final int MOST_VERTICES = 9;

  private final Term term;
  private final List<Operand> operands;
  private final List<Operand> free;
  private final List<Operand> curved;
  private final List<Map<Operand, Fraction>> binding;

  Extent(Term term) {
    this.term = term;
    this.operands = List.copyOf(term.operands());
    this.free = operands.stream().filter(one -> !one.said().isExact()).toList();
    this.binding = isBounded() ? binding() : List.of();
    this.curved = isBounded() ? free.stream().filter(this::isCurved).toList() : List.of();
  }

  /** Whether nothing that is divided by may be zero. */
  boolean isBounded() {
    return divisors(term)
        .allMatch(
            divisor -> divisor.range().filter(range -> !range.holds(Fraction.ZERO)).isPresent());
  }

  /** Whether the ends can be told at all: not of too many operands. */
  boolean isKnown() {
    int corners = 1 << free.size();
    return corners <= MOST_CORNERS
        && (curved.isEmpty() || corners <= MOST_SEARCHED)
        && (binding.isEmpty() || free.size() <= MOST_VERTICES);
  }

  /** Whether an end may be found by a search only, and so to some fifteen digits. */
  boolean isSearched() {
    return !curved.isEmpty();
  }

  private static Stream<Term> divisors(Term term) {
    return switch (term) {
      case Term.Constant constant -> Stream.of();
      case Operand operand -> Stream.of();
      case Term.Level level -> divisors(level.term());
      case Term.Binary both ->
          Stream.of(
                  divisors(both.left()),
                  divisors(both.right()),
                  both.sign() == '/' ? Stream.of(both.right()) : Stream.<Term>of())
              .flatMap(terms -> terms);
    };
  }

  /** The least and the most; nothing where something that is divided by may be zero. */
  Optional<Range> range() {
    if (!isBounded()) {
      return Optional.empty();
    }
    Range corners = binding.isEmpty() ? corners(term) : vertices();
    return Optional.of(
        isSearched() && isKnown()
            ? new Range(
                new Search(-1).most().min(corners.low()), new Search(1).most().max(corners.high()))
            : corners);
  }

  /** The same, where levels of operands that can't be may be below zero. */
  Optional<Range> wide() {
    return range()
        .map(range -> {
          Range all = corners(unclamped(term));
          return new Range(all.low().min(range.low()), all.high().max(range.high()));
        });
  }

  private static Term unclamped(Term term) {
    return switch (term) {
      case Term.Constant constant -> constant;
      case Operand operand -> operand;
      case Term.Level level -> unclamped(level.term());
      case Term.Binary(char sign, BinaryOperator<Fraction> operation, Term left, Term right) ->
          new Term.Binary(sign, operation, unclamped(left), unclamped(right));
    };
  }

  private Range corners(Term of) {
    int count = 1 << free.size();
    double[] values = new double[count];
    double[] errors = new double[count];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < count; corner++) {
      Approximate number = Approximate.at(of, doubles(corner));
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
      numbers.put(one, (corner >> i & 1) == 0 ? one.said().least() : one.said().most());
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
    operands.forEach(one -> numbers.put(one, one.said().least()));
    return numbers;
  }

  // Levels that may not be below zero, though their operands allow it.

  private List<Map<Operand, Fraction>> binding() {
    List<Map<Operand, Fraction>> all = new ArrayList<>();
    levels(term)
        .flatMap(level -> coefficients(level.term()).stream())
        .distinct()
        .filter(sum -> least(sum).signum() < 0)
        .forEach(all::add);
    return all;
  }

  private static Stream<Term.Level> levels(Term term) {
    return switch (term) {
      case Term.Constant constant -> Stream.of();
      case Operand operand -> Stream.of();
      case Term.Level level -> Stream.concat(Stream.of(level), levels(level.term()));
      case Term.Binary both -> Stream.concat(levels(both.left()), levels(both.right()));
    };
  }

  /** How often each operand counts in a sum; nothing of what is no sum. */
  private static Optional<Map<Operand, Fraction>> coefficients(Term term) {
    return switch (term) {
      case Term.Constant constant when constant.number().signum() == 0 -> Optional.of(Map.of());
      case Operand operand -> Optional.of(Map.of(operand, Fraction.ONE));
      case Term.Binary both when both.sign() == '+' || both.sign() == '-' ->
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
      least = least.plus(times.times(times.signum() < 0 ? one.said().most() : one.said().least()));
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

  /** The corners of what the levels cut out of the box. */
  private Range vertices() {
    if (free.size() > MOST_VERTICES) {
      return corners(term);
    }
    List<Map<Operand, Fraction>> vertices = new ArrayList<>();
    for (int corner = 0; corner < 1 << free.size(); corner++) {
      vertices(corner(corner), 0, List.of(), vertices);
    }
    if (vertices.isEmpty()) {
      return corners(term);
    }
    List<Fraction> numbers = vertices.stream().map(term::at).toList();
    return new Range(
        numbers.stream().min(Fraction::compareTo).orElseThrow(),
        numbers.stream().max(Fraction::compareTo).orElseThrow());
  }

  /** Moves one operand of each level that is below zero, or not, to where that level is zero. */
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
    return operands.stream().allMatch(one -> one.said().range().holds(numbers.get(one)))
        && binding.stream().allMatch(sum -> at(sum, numbers).signum() >= 0);
  }

  /** Numbers somewhere within, which leave no level below zero. */
  Optional<Map<Operand, Fraction>> inside(Random random) {
    for (int i = 0; i < 20; i++) {
      Map<Operand, Fraction> numbers = new LinkedHashMap<>();
      for (Operand one : operands) {
        numbers.put(one, one.said().range().at(random.nextInt(101), 100));
      }
      if (isPossible(numbers)) {
        return Optional.of(numbers);
      }
    }
    return Optional.empty();
  }

  /** The number at a choice; nothing where that divides by zero. */
  Optional<Fraction> at(Map<Operand, Fraction> numbers) {
    try {
      return Optional.of(term.at(numbers));
    } catch (ArithmeticException dividedByZero) {
      return Optional.empty();
    }
  }

  // What is not monotone in some operands.

  private boolean isCurved(Operand one) {
    if (occurrences(term, one) < 2) {
      return false;
    }
    Random random = new Random(11);
    return Stream.generate(() -> keepsCrossRatio(one, random)).limit(2).anyMatch(keeps -> !keeps);
  }

  private static int occurrences(Term term, Operand one) {
    return switch (term) {
      case Term.Constant constant -> 0;
      case Operand operand -> operand.equals(one) ? 1 : 0;
      case Term.Level level -> occurrences(level.term(), one);
      case Term.Binary both -> occurrences(both.left(), one) + occurrences(both.right(), one);
    };
  }

  private boolean keepsCrossRatio(Operand one, Random random) {
    Map<Operand, Fraction> numbers = inside(random).orElseGet(this::points);
    Term plain = unclamped(term);
    Fraction[] x = new Fraction[4];
    Fraction[] f = new Fraction[4];
    try {
      for (int i = 0; i < 4; i++) {
        x[i] = one.said().range().at(new int[] {1, 4, 6, 9}[i], 10);
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
   * Looks for the most, or the least, from every corner, moving one curved operand after another.
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
              one, one.said().range().nearest(Fraction.of(new java.math.BigDecimal(number)))));
      return isPossible(exact) ? term.at(exact) : term.at(corner(0));
    }

    private double number(Map<Operand, Double> point) {
      return sign * Approximate.at(term, point).value();
    }

    private void move(Map<Operand, Double> point, Operand one) {
      double from = one.said().least().toDouble();
      double step = (one.said().most().toDouble() - from) / SAMPLES;
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
