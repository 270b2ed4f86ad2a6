package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Splits a change into the effects of two factors, with nothing left over, by the additive
 * logarithmic mean Divisia index, LMDI-I (B. W. Ang, "The LMDI approach to decomposition analysis:
 * a practical guide", <i>Energy Policy</i> 33 (2005), 867-871). With V = x y, the effect of x on V1
 * - V0 is L(V1, V0) ln(x1 / x0), where L(a, b) = (a - b) / ln(a / b) is the logarithmic mean, and
 * L(a, a) = a. The effect of y is L(V1, V0) ln(y1 / y0), with y1 / y0 = (V1 / V0) / (x1 / x0). Both
 * together are L ln(V1 / V0) = V1 - V0.
 *
 * <p>Worked example: revenue of 106m after 79.1045m, users of 45m after 40m. L = 26.8955m / ln 1.34
 * = 91.8970m. The users' effect is 91.8970m x ln 1.125 = 10.8239m; that of revenue per user is
 * 91.8970m x ln 1.19111 = 16.0716m.
 *
 * <p>Zero: if V1 or V0 is 0 and x is not, then y is 0, and the limit applies: all of the change is
 * the effect of y, and none is the effect of x (B. W. Ang and N. Liu, "Handling zero values in the
 * logarithmic mean Divisia index decomposition approach", <i>Energy Policy</i> 35 (2007), 238-246,
 * cases 1 to 3). Negative: if V1 and V0 are both below zero, L(a, b) = -L(-a, -b). If their signs
 * differ, there is no logarithm and no split (the same authors, "Negative-value problems of the
 * logarithmic mean Divisia index decomposition approach", <i>Energy Policy</i> 35 (2007), 739-742).
 *
 * <p>Bounds: x1 / x0 shares no operand with V1 and V0, so each end of its logarithm q combines with
 * every point of the {@link LogMeanArea} in which (V1, V0) may lie. L grows with both of its
 * arguments, so its ends are at the area's corners; the ends of x's effect, L q, are therefore
 * among the products of the ends of L and q. {@link LogMeanArea} says where the ends of y's effect,
 * V1 - V0 - q L, are; this effect falls as q grows, so q is at an end.
 */
public final class LogMean {
  private final Formula value;
  private final Formula base;
  private final Formula factor;
  private @Nullable Basis basis;

  /**
   * The effect of a factor.
   *
   * @param value the effect for the published figures
   * @param range the range of the effect for all unrounded figures; empty if a divisor or the
   *     argument of a logarithm may be zero
   */
  public record Effect(BigFraction value, Optional<Interval> range) {}

  /**
   * The split of a change from V0 to V1.
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

  /** Whether a split exists: the signs of V1 and V0 do not differ, and x1 / x0 is above zero. */
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
    return effect(LogMeanPoint::ofFactor, LogMean::rangeOfFactor);
  }

  /** The effect of y. */
  public Effect ofRest() {
    return effect(LogMeanPoint::ofRest, LogMean::rangeOfRest);
  }

  private Effect effect(
      BiFunction<LogMeanPoint, BigDecimal, BigDecimal> effect,
      BiFunction<LogMeanArea, List<FactorEnd>, Interval> range) {
    Basis on = basis();
    BigDecimal number = effect.apply(on.published(), on.q());
    Optional<Interval> ends =
        on.area().flatMap(area -> on.factors().map(factors -> range.apply(area, factors)));
    return new Effect(
        Interval.exact(on.negated() ? number.negate() : number),
        on.negated() ? ends.map(interval -> interval.times(BigFraction.ONE.negate())) : ends);
  }

  /**
   * What both effects are computed from.
   *
   * @param negated whether V1 and V0 are below zero, so that the signs of both are reversed
   * @param published the published (V1, V0)
   * @param q the published ln(x1 / x0)
   * @param area the area in which (V1, V0) may lie; empty if a sign is not certain
   * @param factors the ends of the range of x1 / x0; empty if it may be zero or less
   */
  private record Basis(
      boolean negated,
      LogMeanPoint published,
      BigDecimal q,
      Optional<LogMeanArea> area,
      Optional<List<FactorEnd>> factors) {}

  /** An end of the range of x1 / x0, and its logarithm. */
  private record FactorEnd(BigFraction factor, BigDecimal q) {
    static FactorEnd of(BigFraction factor) {
      return new FactorEnd(factor, Logarithm.of(factor));
    }
  }

  private Basis basis() {
    if (basis == null) {
      BigFraction v = value.value().orElseThrow();
      BigFraction b = base.value().orElseThrow();
      boolean negated = v.signum() < 0 || b.signum() < 0;
      basis =
          new Basis(
              negated,
              negated ? LogMeanPoint.of(v.negate(), b.negate()) : LogMeanPoint.of(v, b),
              Logarithm.of(factor.value().orElseThrow()),
              area(negated),
              factorEnds());
    }
    return basis;
  }

  private Optional<List<FactorEnd>> factorEnds() {
    return FormulaRange.of(factor)
        .filter(interval -> interval.low().signum() > 0)
        .map(ends -> List.of(FactorEnd.of(ends.low()), FactorEnd.of(ends.high())));
  }

  /** The area in which (V1, V0) may lie; empty if a sign is not certain. */
  private Optional<LogMeanArea> area(boolean negated) {
    BigFraction sign = negated ? BigFraction.ONE.negate() : BigFraction.ONE;
    Optional<Interval> values = FormulaRange.of(value).map(interval -> interval.times(sign));
    Optional<Interval> bases = FormulaRange.of(base).map(interval -> interval.times(sign));
    Optional<Interval> ratios = FormulaRange.of(value.dividedBy(base));
    return values
        .filter(interval -> interval.low().signum() >= 0)
        .flatMap(v ->
            bases
                .filter(interval -> interval.low().signum() >= 0)
                .map(b -> new LogMeanArea(v, b, ratios)));
  }

  private static Interval rangeOfFactor(LogMeanArea area, List<FactorEnd> factors) {
    Hull hull = new Hull();
    for (FactorEnd end : factors) {
      for (LogMeanPoint corner : area.corners()) {
        hull.add(corner.ofFactor(end.q()), corner.error(end.q()));
      }
    }
    return hull.interval();
  }

  private static Interval rangeOfRest(LogMeanArea area, List<FactorEnd> factors) {
    Hull hull = new Hull();
    for (FactorEnd end : factors) {
      List<LogMeanPoint> turns = area.turns(Math.log(end.factor().doubleValue()));
      Stream.concat(area.corners().stream(), turns.stream())
          .forEach(point -> hull.add(point.ofRest(end.q()), point.error(end.q())));
    }
    return hull.interval();
  }

  /** The smallest interval that contains some numbers, each with its error. */
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
}
