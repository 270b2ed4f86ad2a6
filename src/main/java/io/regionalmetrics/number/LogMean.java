package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Splits a change into the effects of two factors, nothing left over: the additive logarithmic mean
 * Divisia index, LMDI-I (B. W. Ang, "The LMDI approach to decomposition analysis: a practical
 * guide", <i>Energy Policy</i> 33 (2005), 867-871). With V = x y, the effect of x on V1 - V0 is
 * L(V1, V0) ln(x1 / x0), where L(a, b) = (a - b) / ln(a / b) is the logarithmic mean, L(a, a) = a;
 * that of y is L(V1, V0) ln(y1 / y0), with y1 / y0 = (V1 / V0) / (x1 / x0). Both together are L
 * ln(V1 / V0) = V1 - V0.
 *
 * <p>Worked example: revenue 106m after 79.1045m, users 45m after 40m. L = 26.8955m / ln 1.34 =
 * 91.8970m; the users' effect is 91.8970m x ln 1.125 = 10.8239m, that of revenue per user 91.8970m
 * x ln 1.19111 = 16.0716m.
 *
 * <p>Zero: where V1 or V0 is 0, and x is not, it is y that became or was 0, and the limit is taken:
 * all of the change is the effect of y, none that of x (B. W. Ang and N. Liu, "Handling zero values
 * in the logarithmic mean Divisia index decomposition approach", <i>Energy Policy</i> 35 (2007),
 * 238-246, cases 1 to 3). Negative: where V1 and V0 are both below zero, L(a, b) = -L(-a, -b); of
 * different signs there is no logarithm, and no split (the same, "Negative-value problems of the
 * logarithmic mean Divisia index decomposition approach", <i>Energy Policy</i> 35, 739-742).
 *
 * <p>Bounds. (V1, V0) lies in the rectangle of their bounds, cut by the bounds of V1 / V0: that is
 * all of it where the two have nothing in common or where one was solved from the other by a
 * growth. x1 / x0 shares nothing with them. L grows with both of its arguments and with a factor of
 * both, so its ends are at the area's corners; times ln(x1 / x0), which may have either sign, the
 * ends of x's effect are among the products of ends. The effect of y, V1 - V0 - q L with q = ln(x1
 * / x0), falls with q, so that q is at an end; along a side from the origin it is proportional to
 * the distance, so its ends are at the side's ends; inside the area it has no extreme but 0, which
 * a side has too (Euler's theorem on homogeneous functions); along a side of one V0 it is convex
 * for q above 0, with its least where q dL/dV1 = 1, if that is on the side, and monotone for q
 * below 0; along a side of one V1 it is concave for q below 0, with its most where -q dL/dV0 = 1,
 * and monotone for q above 0. All these points are looked at. Each number is wrong by less than
 * 10^-20 of L (|ln(V1 / V0)| + |q|), by which bounds are widened.
 */
public final class LogMean {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal ERROR = new BigDecimal("1e-20");

  private final Formula value;
  private final Formula base;
  private final Formula factor;
  private @Nullable Basis basis;

  /**
   * An effect: what it is at the published figures, and the interval of what it may be.
   *
   * @param range nothing where a figure that is divided by, or whose logarithm is taken, may be
   *     zero
   */
  public record Effect(BigFraction value, Optional<Interval> range) {}

  /**
   * The split of a change.
   *
   * @param value V1
   * @param base V0
   * @param factor x1 / x0
   */
  public LogMean(Formula value, Formula base, Formula factor) {
    this.value = value;
    this.base = base;
    this.factor = factor;
  }

  /**
   * Whether there is a split: not where the sign changes, nor where the factor isn't above zero.
   */
  public boolean isPossible() {
    int after = sign(value);
    int before = sign(base);
    return after * before >= 0 && sign(factor) > 0;
  }

  private static int sign(Formula formula) {
    return formula.value().orElseThrow().signum();
  }

  /** The effect of x. */
  public Effect ofFactor() {
    return effect(Split::ofFactor, LogMean::rangeOfFactor);
  }

  /** The effect of y. */
  public Effect ofRest() {
    return effect(Split::ofRest, LogMean::rangeOfRest);
  }

  private Effect effect(
      BiFunction<Split, BigDecimal, BigDecimal> effect,
      BiFunction<Area, List<FactorEnd>, Interval> range) {
    Basis on = basis();
    BigDecimal number = effect.apply(on.split(), on.q());
    Optional<Interval> ends =
        on.area().flatMap(area -> on.factors().map(factors -> range.apply(area, factors)));
    return new Effect(
        Interval.exact(on.below() ? number.negate() : number),
        on.below() ? ends.map(interval -> interval.times(BigFraction.ONE.negate())) : ends);
  }

  /**
   * What both effects are computed from.
   *
   * @param below whether V1 and V0 are below zero, and are taken with the other sign
   * @param split of the published figures
   * @param q ln(x1 / x0) of them
   * @param area where (V1, V0) may lie
   * @param factors the ends of what x1 / x0 may be
   */
  private record Basis(
      boolean below,
      Split split,
      BigDecimal q,
      Optional<Area> area,
      Optional<List<FactorEnd>> factors) {}

  /** An end of what x1 / x0 may be, and its logarithm. */
  private record FactorEnd(BigFraction factor, BigDecimal q) {
    static FactorEnd of(BigFraction factor) {
      return new FactorEnd(factor, Logarithm.of(factor));
    }
  }

  private Basis basis() {
    if (basis == null) {
      BigFraction v = value.value().orElseThrow();
      BigFraction b = base.value().orElseThrow();
      boolean below = v.signum() < 0 || b.signum() < 0;
      basis =
          new Basis(
              below,
              below ? Split.of(v.negate(), b.negate()) : Split.of(v, b),
              Logarithm.of(factor.value().orElseThrow()),
              area(below),
              FormulaRange.of(factor)
                  .filter(interval -> interval.low().signum() > 0)
                  .map(ends -> List.of(FactorEnd.of(ends.low()), FactorEnd.of(ends.high()))));
    }
    return basis;
  }

  /** Where (V1, V0) may lie; nothing where a sign isn't sure. */
  private Optional<Area> area(boolean below) {
    BigFraction sign = below ? BigFraction.ONE.negate() : BigFraction.ONE;
    Optional<Interval> values = FormulaRange.of(value).map(interval -> interval.times(sign));
    Optional<Interval> bases = FormulaRange.of(base).map(interval -> interval.times(sign));
    Optional<Interval> ratios = FormulaRange.of(value.dividedBy(base));
    return values
        .filter(interval -> interval.low().signum() >= 0)
        .flatMap(v ->
            bases
                .filter(interval -> interval.low().signum() >= 0)
                .map(b -> new Area(v, b, ratios)));
  }

  /**
   * What the effects of a value and a base are made of.
   *
   * @param change V1 - V0
   * @param mean L(V1, V0)
   * @param logarithm ln(V1 / V0); zero where one of them is zero
   */
  private record Split(BigDecimal change, BigDecimal mean, BigDecimal logarithm) {
    /** Of two numbers that aren't below zero. */
    static Split of(BigFraction value, BigFraction base) {
      BigDecimal change = decimal(value.subtract(base));
      if (value.signum() == 0 || base.signum() == 0) {
        return new Split(change, BigDecimal.ZERO, BigDecimal.ZERO);
      }
      if (change.signum() == 0) {
        return new Split(change, decimal(value), BigDecimal.ZERO);
      }
      BigDecimal logarithm = Logarithm.of(value.divide(base));
      return new Split(change, change.divide(logarithm, DIGITS), logarithm);
    }

    BigDecimal ofFactor(BigDecimal q) {
      return mean.multiply(q, DIGITS);
    }

    BigDecimal ofRest(BigDecimal q) {
      return mean.signum() == 0 ? change : mean.multiply(logarithm.subtract(q), DIGITS);
    }

    /** More than what the effects may be wrong by. */
    BigDecimal error(BigDecimal q) {
      return mean.multiply(q.abs().add(logarithm.abs()), DIGITS).multiply(ERROR, DIGITS);
    }
  }

  private static BigDecimal decimal(BigFraction number) {
    return new BigDecimal(number.getNumerator())
        .divide(new BigDecimal(number.getDenominator()), DIGITS);
  }

  private static Interval rangeOfFactor(Area area, List<FactorEnd> factors) {
    Hull hull = new Hull();
    for (FactorEnd end : factors) {
      area.corners().forEach(corner -> hull.add(corner.ofFactor(end.q()), corner.error(end.q())));
    }
    return hull.interval();
  }

  private static Interval rangeOfRest(Area area, List<FactorEnd> factors) {
    Hull hull = new Hull();
    for (FactorEnd end : factors) {
      List<Split> turns = area.turns(Math.log(end.factor().doubleValue()));
      Stream.concat(area.corners().stream(), turns.stream())
          .forEach(point -> hull.add(point.ofRest(end.q()), point.error(end.q())));
    }
    return hull.interval();
  }

  /** The smallest interval that holds some numbers, each with its error. */
  private static final class Hull {
    private final List<BigDecimal> ends = new ArrayList<>();

    void add(BigDecimal number, BigDecimal error) {
      ends.add(number.subtract(error));
      ends.add(number.add(error));
    }

    Interval interval() {
      return Interval.of(
          ends.stream().min(BigDecimal::compareTo).orElseThrow(),
          ends.stream().max(BigDecimal::compareTo).orElseThrow());
    }
  }

  /** A value and a base. */
  private record Point(BigFraction value, BigFraction base) {}

  /**
   * A side of the area that is parallel to an axis.
   *
   * @param isOfOneBase whether the base is what is fixed on it
   * @param fixed the number that one of the two has all along
   * @param from where the other begins
   * @param to where it ends
   */
  private record Side(boolean isOfOneBase, BigFraction fixed, BigFraction from, BigFraction to) {
    Point point(BigFraction moving) {
      return isOfOneBase ? new Point(moving, fixed) : new Point(fixed, moving);
    }

    Split at(BigFraction moving) {
      Point point = point(moving);
      return Split.of(point.value(), point.base());
    }

    boolean holds(BigFraction moving) {
      return from.compareTo(moving) < 0 && moving.compareTo(to) < 0;
    }
  }

  /** The rectangle of values and bases, cut by what their ratio may be. */
  private static final class Area {
    private final List<Side> sides = new ArrayList<>();
    private final List<Split> corners;

    Area(Interval values, Interval bases, Optional<Interval> ratios) {
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
              .map(point -> Split.of(point.value(), point.base()))
              .toList();
    }

    /** Adds a side that is parallel to an axis: all corners are ends of such sides. */
    private void add(
        boolean isOfOneBase, BigFraction fixed, Interval whole, Optional<Interval> cut) {
      whole
          .meeting(cut.orElse(whole))
          .ifPresent(part -> sides.add(new Side(isOfOneBase, fixed, part.low(), part.high())));
    }

    List<Split> corners() {
      return corners;
    }

    /** Where on a side the effect of y stops falling and rises, or the reverse. */
    List<Split> turns(double q) {
      List<Split> turns = new ArrayList<>();
      for (Side side : sides) {
        boolean bends = side.isOfOneBase() ? q > 0 : q < 0;
        if (bends && side.fixed().signum() > 0) {
          BigFraction moving = side.fixed().multiply(BigFraction.from(Math.exp(turn(Math.abs(q)))));
          if (side.holds(moving)) {
            turns.add(side.at(moving));
          }
        }
      }
      return turns;
    }

    /**
     * The u = ln(a / b) at which q dL/da is 1, where dL/da = (e^-u - 1 + u) / u^2 falls from above
     * to 0 as u grows. That it is found to sixteen digits only changes the effect by the square of
     * the error, since the effect is flat there.
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
}
