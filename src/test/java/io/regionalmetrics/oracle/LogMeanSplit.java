package io.regionalmetrics.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A change split by the logarithmic mean L: one part of v - b is L(v, b) ln q, the other is the
 * rest. If v or b is zero, the rest is the whole change. Numbers are exact to forty digits. The
 * ends are found by a numeric search, which uses only that each part is monotone in q for fixed v
 * and b.
 *
 * @param value v
 * @param base b
 * @param factor q
 * @param solved which of v and b was solved from the other by the growth between them
 */
record LogMeanSplit(Calculation value, Calculation base, Calculation factor, Solved solved) {
  private static final int GRID = 40;
  private static final int BEST = 4;
  private static final int ROUNDS = 40;

  /** Which of the two levels was computed from the other and the growth. */
  enum Solved {
    NEITHER,
    VALUE,
    BASE
  }

  /** A part of the change: the effect of q, or the rest. */
  enum Part {
    FACTOR,
    REST
  }

  /** The range of a part, and the size of the levels, for tolerances. */
  record SplitRange(double low, double high, double scale) {}

  BigDecimal at(Part part, Fraction v, Fraction b, Fraction q) {
    BigDecimal change = Logarithms.decimal(v.minus(b));
    if (v.signum() == 0 || b.signum() == 0) {
      return part == Part.FACTOR ? BigDecimal.ZERO : change;
    }
    BigDecimal mean =
        v.equals(b)
            ? Logarithms.decimal(v)
            : change.divide(Logarithms.of(v.over(b)), Logarithms.DIGITS);
    BigDecimal effect = mean.multiply(Logarithms.of(q), Logarithms.DIGITS);
    return part == Part.FACTOR ? effect : change.subtract(effect, Logarithms.DIGITS);
  }

  /** The part for the published figures. */
  BigDecimal value(Part part) {
    return at(
        part,
        value.value().orElseThrow(),
        base.value().orElseThrow(),
        factor.value().orElseThrow());
  }

  /** Whether no divisor, and no argument of a logarithm, can be zero. */
  boolean isBounded() {
    return value.range().isPresent()
        && base.range().isPresent()
        && factor.range().filter(range -> range.low().signum() > 0).isPresent();
  }

  /** The part for random numbers within the operands' ranges; empty if none are found. */
  Optional<BigDecimal> inside(Part part, Random random) {
    return new CalculationRange(value.plus(base).plus(factor))
        .inside(random)
        .map(numbers -> at(part, value.at(numbers), base.at(numbers), factor.at(numbers)));
  }

  /** A point of the search: the independent level, and the other level or the growth. */
  private record Point(double a, double b) {}

  /** The area of the search: an interval for each coordinate. */
  private record Area(double lowA, double highA, double lowB, double highB) {
    Point at(int i, int j, int parts) {
      return new Point(lowA + (highA - lowA) * i / parts, lowB + (highB - lowB) * j / parts);
    }

    Area around(Point point, double part) {
      double a = (highA - lowA) * part;
      double b = (highB - lowB) * part;
      return new Area(
          Math.max(lowA, point.a - a),
          Math.min(highA, point.a + a),
          Math.max(lowB, point.b - b),
          Math.min(highB, point.b + b));
    }
  }

  /** The range, by numeric search. */
  SplitRange ends(Part part) {
    Calculation.Range factors = factor.range().orElseThrow();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Fraction q : List.of(factors.low(), factors.high())) {
      double logarithm = Logarithms.of(q).doubleValue();
      low = Math.min(low, -most(part, logarithm, -1));
      high = Math.max(high, most(part, logarithm, 1));
    }
    return new SplitRange(
        low,
        high,
        value.range().orElseThrow().high().max(base.range().orElseThrow().high()).toDouble());
  }

  private double most(Part part, double logarithm, int sign) {
    Area area = area();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= GRID; i++) {
      for (int j = 0; j <= GRID; j++) {
        points.add(area.at(i, j, GRID));
      }
    }
    Comparator<Point> order =
        Comparator.comparingDouble(point -> -sign * number(part, point, logarithm));
    points.sort(order);
    double most = Double.NEGATIVE_INFINITY;
    for (Point start : points.subList(0, BEST)) {
      Point best = start;
      double size = 1.0 / GRID;
      for (int round = 0; round < ROUNDS; round++, size *= 0.6) {
        Area near = area.around(best, size);
        for (int i = 0; i <= 6; i++) {
          for (int j = 0; j <= 6; j++) {
            Point next = near.at(i, j, 6);
            best = order.compare(next, best) < 0 ? next : best;
          }
        }
      }
      most = Math.max(most, sign * number(part, best, logarithm));
    }
    return most;
  }

  private Area area() {
    Calculation known = solved == Solved.VALUE ? base : value;
    Calculation.Range a = known.range().orElseThrow();
    Calculation.Range b = solved == Solved.NEITHER ? base.range().orElseThrow() : growth();
    return new Area(
        a.low().toDouble(), a.high().toDouble(), b.low().toDouble(), b.high().toDouble());
  }

  /** 1 + the growth between them. */
  private Calculation.Range growth() {
    Calculation known = solved == Solved.VALUE ? base : value;
    Calculation other = solved == Solved.VALUE ? value : base;
    Calculation.Operand growth =
        other.operands().stream()
            .filter(operand -> !known.operands().contains(operand))
            .findFirst()
            .orElseThrow();
    return Calculation.of(1).plus(growth.over(Calculation.of(100))).range().orElseThrow();
  }

  private double number(Part part, Point point, double logarithm) {
    double v = solved == Solved.VALUE ? point.a * point.b : point.a;
    double b =
        switch (solved) {
          case NEITHER -> point.b;
          case VALUE -> point.a;
          case BASE -> point.a / point.b;
        };
    double effect = mean(v, b) * logarithm;
    return part == Part.FACTOR ? effect : v - b - effect;
  }

  private static double mean(double v, double b) {
    if (v <= 0 || b <= 0) {
      return 0;
    }
    double part = (v - b) / b;
    return Math.abs(part) < 1e-14 ? b : b * part / Math.log1p(part);
  }
}
