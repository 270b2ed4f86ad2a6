package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds the minimum and the maximum of a quotient that may not be monotone in some of its operands.
 * An example is the growth of revenue per average user from one quarter to the next: the users at
 * the end of the first quarter are in both averages.
 *
 * <p>Uses branch and bound (Moore, Kearfott, Cloud, <i>Introduction to Interval Analysis</i>, 2009,
 * section 6.4 and chapter 9). Operands in which the quotient is monotone are at one of their ends.
 * The box of the others is halved again and again. A part needs no more halving if the sign of the
 * slope is known in it, because then its minimum is at an end; nor if its lower bound, by the mean
 * value form, is less than 10^-15 of the largest result below the smallest result found.
 *
 * <p>The result is the lower bound of all parts, not the smallest result found. So it is always
 * true, and too wide by no more than that margin, unless {@link #MAX_PARTS} is not enough.
 *
 * <p>Worked example: 1/(1 + x) + x/4 for x in [0, 3] has the slope -1/(1 + x)^2 + 1/4, which
 * changes its sign at x = 1. So the minimum is 3/4, at x = 1; at both ends the result is 1.
 */
final class Extremes {
  /** The limit on parts to halve; one or two operands need far fewer. */
  private static final int MAX_PARTS = 1_000;

  private static final BigFraction MARGIN = BigFraction.of(1, 1_000_000_000_000_000L);

  private final RationalFunction function;
  private final Polynomial divisor;
  private final List<Curved> curved;

  /**
   * An operand in which the function may not be monotone.
   *
   * @param slope the numerator of the partial derivative, whose denominator is the divisor squared
   */
  private record Curved(Operand operand, Polynomial slope) {}

  /**
   * A part of the box.
   *
   * @param box the operands with a narrower interval than their own
   * @param lowerBound no result in the part is less
   */
  private record Part(Map<Operand, Interval> box, BigFraction lowerBound) {
    Interval of(Operand operand) {
      return box.getOrDefault(operand, operand.interval());
    }
  }

  /**
   * A search in a quotient whose divisors are never zero.
   *
   * @param curved the operands in which it may not be monotone
   */
  Extremes(RationalFunction function, List<Operand> curved) {
    this.function = function;
    this.divisor = Polynomial.product(function.divisors());
    this.curved = curved.stream().map(operand -> new Curved(operand, slope(operand))).toList();
  }

  private Polynomial slope(Operand operand) {
    Polynomial dividend = function.dividend();
    return dividend
        .derivative(operand)
        .times(divisor)
        .plus(dividend.times(divisor.derivative(operand)).times(BigFraction.ONE.negate()));
  }

  /** An interval that contains all results. */
  Interval range() {
    BigFraction low = new Search(1).minimum();
    BigFraction high = new Search(-1).minimum().negate();
    return new Interval(low, high);
  }

  /** A search for the minimum of the function, or of its negative. */
  private final class Search {
    private final BigFraction sign;
    private final PriorityQueue<Part> parts =
        new PriorityQueue<>(Comparator.comparing(Part::lowerBound));
    private BigFraction smallest;
    private BigFraction largest;

    Search(int sign) {
      this.sign = BigFraction.of(sign);
      List<Operand> monotone = new ArrayList<>(function.operands());
      curved.forEach(one -> monotone.remove(one.operand()));
      this.smallest = at(operand -> operand.interval().low());
      this.largest = smallest.abs();
      Polynomial.corners(monotone, Operand::interval)
          .forEach(corner -> {
            Map<Operand, Interval> box = new HashMap<>();
            monotone.forEach(operand -> box.put(operand, Interval.point(corner.apply(operand))));
            add(box);
          });
    }

    BigFraction minimum() {
      for (int i = 0; i < MAX_PARTS && !parts.isEmpty(); i++) {
        Part part = parts.remove();
        if (part.lowerBound().compareTo(margin()) >= 0) {
          return part.lowerBound().compareTo(smallest) < 0 ? part.lowerBound() : smallest;
        }
        halve(part);
      }
      return parts.isEmpty() || parts.peek().lowerBound().compareTo(smallest) > 0
          ? smallest
          : parts.peek().lowerBound();
    }

    private BigFraction margin() {
      return smallest.subtract(largest.multiply(MARGIN));
    }

    private BigFraction at(Function<Operand, BigFraction> choice) {
      return function.at(choice).multiply(sign);
    }

    private void halve(Part part) {
      Operand widest =
          curved.stream()
              .map(Curved::operand)
              .max(Comparator.comparing(operand -> part.of(operand).width()))
              .orElseThrow();
      Interval whole = part.of(widest);
      add(part, widest, new Interval(whole.low(), whole.middle()));
      add(part, widest, new Interval(whole.middle(), whole.high()));
    }

    private void add(Part part, Operand operand, Interval half) {
      Map<Operand, Interval> box = new HashMap<>(part.box());
      box.put(operand, half);
      add(box);
    }

    /** Adds a part to the search, unless its minimum is at known ends of all its operands. */
    private void add(Map<Operand, Interval> box) {
      Part open = new Part(box, BigFraction.ZERO);
      boolean decided = fixMonotone(open);
      BigFraction middle = at(operand -> open.of(operand).middle());
      smallest = middle.compareTo(smallest) < 0 ? middle : smallest;
      largest = middle.abs().compareTo(largest) > 0 ? middle.abs() : largest;
      if (!decided) {
        parts.add(new Part(box, middle.subtract(maxDrop(open))));
      }
    }

    /**
     * Moves each operand whose slope has one sign in a part to the end where the function is
     * smaller.
     *
     * @return whether that is the case for all operands
     */
    private boolean fixMonotone(Part open) {
      boolean decided = true;
      for (Curved one : curved) {
        Interval slope = one.slope().over(open::of).times(sign);
        Interval all = open.of(one.operand());
        if (slope.low().signum() >= 0) {
          open.box().put(one.operand(), Interval.point(all.low()));
        } else if (slope.high().signum() <= 0) {
          open.box().put(one.operand(), Interval.point(all.high()));
        } else {
          decided = false;
        }
      }
      return decided;
    }

    /**
     * By how much the function can be smaller in a part than in its middle. By the mean value form,
     * that is the steepest slope times half the width, summed over the operands.
     */
    private BigFraction maxDrop(Part part) {
      Interval below =
          function.divisors().stream()
              .map(factor -> factor.over(part::of))
              .reduce(Interval.point(BigFraction.ONE), Interval::times);
      Interval square = below.times(below);
      BigFraction drop = BigFraction.ZERO;
      for (Curved one : curved) {
        Interval all = part.of(one.operand());
        if (!all.isPoint()) {
          Interval slope = one.slope().over(part::of).dividedBy(square).orElseThrow();
          drop = drop.add(steepest(slope).multiply(all.width()).divide(2));
        }
      }
      return drop;
    }

    private static BigFraction steepest(Interval slope) {
      BigFraction falling = slope.low().negate();
      return falling.compareTo(slope.high()) > 0 ? falling : slope.high();
    }
  }
}
