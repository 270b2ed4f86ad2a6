package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds the range of a quotient of polynomials over all unrounded operands.
 *
 * <p>If the quotient is of the first degree in an operand x, (p x + q) / (r x + s), its derivative
 * with respect to x is (p s - q r) / (r x + s)^2. Its sign does not depend on x, so the quotient is
 * monotone in x as long as the divisor is not zero. If this is so for every operand, each operand
 * in turn can move from any point to one of its ends without making the quotient smaller (or
 * larger), until a corner of the box is reached. So both ends of the range are at corners. {@link
 * Extremes} handles operands of a higher degree.
 */
final class RationalRange {
  /** The limit on operands of which all corners are computed; no comparison shares that many. */
  private static final int MAX_OPERANDS = 12;

  private RationalRange() {}

  /**
   * The interval of all results. Both ends are reached if the quotient is of the first degree in
   * each operand; otherwise they are as close as {@link Extremes} states.
   *
   * @return empty if a divisor may be zero
   */
  static Optional<Interval> of(RationalFunction function) {
    if (!function.divisors().stream().allMatch(RationalRange::hasOneSign)) {
      return Optional.empty();
    }
    List<Operand> operands = function.operands();
    if (operands.size() > MAX_OPERANDS) {
      return function
          .dividend()
          .over(Operand::interval)
          .dividedBy(Polynomial.product(function.divisors()).over(Operand::interval));
    }
    List<Operand> curved =
        operands.stream().filter(operand -> isCurved(function, operand)).toList();
    return Optional.of(
        curved.isEmpty()
            ? Interval.hull(corners(operands).map(function::at).toArray(BigFraction[]::new))
            : new Extremes(function, curved).range());
  }

  /** Whether an operand is of a degree above 1 in the dividend, or in the divisors together. */
  private static boolean isCurved(RationalFunction function, Operand operand) {
    return function.dividend().degree(operand) > 1
        || function.divisors().stream().mapToInt(divisor -> divisor.degree(operand)).sum() > 1;
  }

  /** Whether a divisor is never zero. If it is linear, its range has its ends at corners, too. */
  private static boolean hasOneSign(Polynomial divisor) {
    List<Operand> operands = divisor.operands();
    if (operands.size() > MAX_OPERANDS
        || operands.stream().anyMatch(operand -> divisor.degree(operand) > 1)) {
      return !divisor.over(Operand::interval).holds(BigFraction.ZERO);
    }
    int[] signs =
        corners(operands).mapToInt(corner -> divisor.at(corner).signum()).distinct().toArray();
    return signs.length == 1 && signs[0] != 0;
  }

  private static Stream<Function<Operand, BigFraction>> corners(List<Operand> operands) {
    return Polynomial.corners(operands, Operand::interval);
  }
}
