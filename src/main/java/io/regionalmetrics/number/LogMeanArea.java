package io.regionalmetrics.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The area in which (V1, V0) may lie: the rectangle of the bounds of both, cut by the bounds of V1
 * / V0. This is exactly the set of possible pairs if the two share no operand, or if one was solved
 * from the other and a growth.
 *
 * <p>The ends of the effect of y, V1 - V0 - q L with q = ln(x1 / x0), are at the area's corners or
 * at {@link #turns}:
 *
 * <ul>
 *   <li>Inside the area the effect has no extreme other than 0, which a side reaches too (Euler's
 *       theorem on homogeneous functions).
 *   <li>Along a side on a line through the origin it is proportional to the distance from the
 *       origin, so its ends are at the side's ends.
 *   <li>Along a side of constant V0 it is monotone for q below 0, and convex for q above 0 with its
 *       minimum where q dL/dV1 = 1, if that is on the side.
 *   <li>Along a side of constant V1 it is monotone for q above 0, and concave for q below 0 with
 *       its maximum where -q dL/dV0 = 1, if that is on the side.
 * </ul>
 */
final class LogMeanArea {
  /** A choice of V1 and V0. */
  private record Point(BigFraction value, BigFraction base) {}

  /**
   * A side of the area that is parallel to an axis.
   *
   * @param isBaseFixed whether V0 is constant along the side, rather than V1
   * @param fixed the constant number
   * @param from where the other number begins
   * @param to where it ends
   */
  private record Side(boolean isBaseFixed, BigFraction fixed, BigFraction from, BigFraction to) {
    Point point(BigFraction moving) {
      return isBaseFixed ? new Point(moving, fixed) : new Point(fixed, moving);
    }

    LogMeanPoint at(BigFraction moving) {
      Point point = point(moving);
      return LogMeanPoint.of(point.value(), point.base());
    }

    boolean contains(BigFraction moving) {
      return from.compareTo(moving) < 0 && moving.compareTo(to) < 0;
    }
  }

  private final List<Side> sides = new ArrayList<>();
  private final List<LogMeanPoint> corners;

  LogMeanArea(Interval values, Interval bases, Optional<Interval> ratios) {
    for (BigFraction base : List.of(bases.low(), bases.high())) {
      add(true, base, values, ratios.map(ratio -> ratio.times(base)));
    }
    for (BigFraction value : List.of(values.low(), values.high())) {
      add(false, value, bases, ratios.flatMap(Interval.point(value)::dividedBy));
    }
    corners =
        sides.stream()
            .flatMap(side -> Stream.of(side.point(side.from()), side.point(side.to())))
            .distinct()
            .map(point -> LogMeanPoint.of(point.value(), point.base()))
            .toList();
  }

  /** Adds a side that is parallel to an axis. Every corner is an end of such a side. */
  private void add(boolean isBaseFixed, BigFraction fixed, Interval whole, Optional<Interval> cut) {
    whole
        .meeting(cut.orElse(whole))
        .ifPresent(part -> sides.add(new Side(isBaseFixed, fixed, part.low(), part.high())));
  }

  List<LogMeanPoint> corners() {
    return corners;
  }

  /** The points inside sides at which the effect of y has a minimum or a maximum. */
  List<LogMeanPoint> turns(double q) {
    List<LogMeanPoint> turns = new ArrayList<>();
    for (Side side : sides) {
      boolean hasExtreme = side.isBaseFixed() ? q > 0 : q < 0;
      if (hasExtreme && side.fixed().signum() > 0) {
        BigFraction moving = side.fixed().multiply(BigFraction.from(Math.exp(turn(Math.abs(q)))));
        if (side.contains(moving)) {
          turns.add(side.at(moving));
        }
      }
    }
    return turns;
  }

  /**
   * The u = ln(a / b) at which q dL/da is 1, where dL/da = (e^-u - 1 + u) / u^2 falls towards 0 as
   * u grows. Sixteen digits are enough, because the effect is flat there: it changes only by the
   * square of the error.
   */
  private static double turn(double q) {
    double low = -700;
    double high = 700;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (q * slope(middle) > 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double slope(double u) {
    return Math.abs(u) < 1e-3
        ? 0.5 - u / 6 + u * u / 24 - u * u * u / 120
        : (Math.expm1(-u) + u) / (u * u);
  }
}
