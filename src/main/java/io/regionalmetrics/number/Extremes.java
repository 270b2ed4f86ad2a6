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
 * The least and the most of a quotient that need not be monotone in some of its operands: revenue
 * per user grown over an average, say, where the middle quarter's users are in both averages.
 *
 * <p>Branch and bound (Moore, Kearfott, Cloud, <i>Introduction to Interval Analysis</i>, 2009,
 * section 6.4 and chapter 9): the operands that it is monotone in are at one of their ends; the
 * others' box is halved until the sign of the slope is known in a part, which then has its least at
 * an end, or until what the part can hold (by the mean value form) isn't below what was found by
 * more than 10^-15 of the largest number that was. The bound that is given is that of the parts,
 * not that of the points: it is true always, and in excess by that much; by more only where {@link
 * #MOST_PARTS} don't suffice.
 *
 * <p>Worked example: 1/(1 + x) + x/4 for x in [0, 3] has the slope -1/(1 + x)^2 + 1/4, which
 * changes its sign at x = 1: the least is 3/4, there, and not at an end, where it is 1.
 */
final class Extremes {
  /** Far more than the halvings of one or two operands take. */
  private static final int MOST_PARTS = 1_000;

  private static final BigFraction CLOSE = BigFraction.of(1, 1_000_000_000_000_000L);

  private final RationalFunction function;
  private final Polynomial divisor;
  private final List<Curved> curved;

  /**
   * An operand that the function need not be monotone in.
   *
   * @param slope what the slope by it has above the square of the divisor
   */
  private record Curved(Operand operand, Polynomial slope) {}

  /** A part of the box: some operands at a point, what is left of the others. */
  private record Part(Map<Operand, Interval> box, BigFraction least) {
    Interval of(Operand operand) {
      return box.getOrDefault(operand, operand.interval());
    }
  }

  /**
   * The search in a quotient whose divisors aren't zero anywhere.
   *
   * @param curved the operands that it need not be monotone in
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

  /** The interval of all results. */
  Interval range() {
    BigFraction least = new Search(1).least();
    BigFraction most = new Search(-1).least().negate();
    return new Interval(least, most);
  }

  /** A search for the least of the function, or of its negative. */
  private final class Search {
    private final BigFraction sign;
    private final PriorityQueue<Part> parts =
        new PriorityQueue<>(Comparator.comparing(Part::least));
    private BigFraction found;
    private BigFraction largest;

    Search(int sign) {
      this.sign = BigFraction.of(sign);
      List<Operand> straight = new ArrayList<>(function.operands());
      curved.forEach(one -> straight.remove(one.operand()));
      this.found = at(operand -> operand.interval().low());
      this.largest = found.abs();
      Polynomial.corners(straight, Operand::interval)
          .forEach(corner -> {
            Map<Operand, Interval> box = new HashMap<>();
            straight.forEach(operand -> box.put(operand, Interval.point(corner.apply(operand))));
            add(box);
          });
    }

    BigFraction least() {
      for (int i = 0; i < MOST_PARTS && !parts.isEmpty(); i++) {
        Part part = parts.remove();
        if (part.least().compareTo(close()) >= 0) {
          return part.least().compareTo(found) < 0 ? part.least() : found;
        }
        halve(part);
      }
      return parts.isEmpty() || parts.peek().least().compareTo(found) > 0
          ? found
          : parts.peek().least();
    }

    private BigFraction close() {
      return found.subtract(largest.multiply(CLOSE));
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
      BigFraction middle = whole.middle();
      for (Interval half :
          List.of(new Interval(whole.low(), middle), new Interval(middle, whole.high()))) {
        Map<Operand, Interval> box = new HashMap<>(part.box());
        box.put(widest, half);
        add(box);
      }
    }

    /** Adds a part to the search, unless the ends of its operands already decide its least. */
    private void add(Map<Operand, Interval> box) {
      Part open = new Part(box, BigFraction.ZERO);
      boolean decided = fixMonotone(open);
      BigFraction middle = at(operand -> open.of(operand).middle());
      found = middle.compareTo(found) < 0 ? middle : found;
      largest = middle.abs().compareTo(largest) > 0 ? middle.abs() : largest;
      if (!decided) {
        parts.add(new Part(box, middle.subtract(most(open))));
      }
    }

    /**
     * Moves each operand whose slope has one sign in a part to the end where the function is less.
     *
     * @return whether that holds for all operands
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
     * By how much the function can be less in a part than in its middle: by the mean value form,
     * the slope times half the width for each operand.
     */
    private BigFraction most(Part part) {
      Interval below =
          function.divisors().stream()
              .map(factor -> factor.over(part::of))
              .reduce(Interval.point(BigFraction.ONE), Interval::times);
      Interval square = below.times(below);
      BigFraction most = BigFraction.ZERO;
      for (Curved one : curved) {
        Interval all = part.of(one.operand());
        if (!all.isPoint()) {
          Interval slope = one.slope().over(part::of).dividedBy(square).orElseThrow();
          BigFraction steepest =
              slope.low().negate().compareTo(slope.high()) > 0
                  ? slope.low().negate()
                  : slope.high();
          most = most.add(steepest.multiply(all.width()).divide(2));
        }
      }
      return most;
    }
  }
}
