package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Operand;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The interval of all results of a quotient of polynomials. It is tight if the quotient is of the
 * first degree in each operand: then its ends are at corners. Otherwise {@link Extremes} finds it,
 * and is tight except for what it states.
 */
final class RationalRange {
  /** More shared operands than any comparison has; beyond it the corners are too many to visit. */
  private static final int MOST_OPERANDS = 12;

  private RationalRange() {}

  /** The interval of all results; empty if a divisor may be zero. */
  static Optional<Interval> of(RationalFunction function) {
    if (!function.divisors().stream().allMatch(RationalRange::hasOneSign)) {
      return Optional.empty();
    }
    List<Operand> operands = function.operands();
    if (operands.size() > MOST_OPERANDS) {
      return function
          .dividend()
          .over(Operand::interval)
          .dividedBy(Polynomial.product(function.divisors()).over(Operand::interval));
    }
    List<Operand> curved =
        operands.stream().filter(operand -> isCurved(function, operand)).toList();
    if (!curved.isEmpty()) {
      return Optional.of(new Extremes(function, curved).range());
    }
    return Optional.of(
        Interval.hull(
            RationalFunction.corners(operands).map(function::at).toArray(BigFraction[]::new)));
  }

  /** Whether the function is of more than the first degree in an operand, above or below. */
  private static boolean isCurved(RationalFunction function, Operand operand) {
    return function.dividend().degree(operand) > 1
        || function.divisors().stream().mapToInt(divisor -> divisor.degree(operand)).sum() > 1;
  }

  /** Whether a divisor is never zero. One of the first degree has its ends at corners too. */
  private static boolean hasOneSign(Polynomial divisor) {
    List<Operand> operands = divisor.operands();
    if (operands.size() > MOST_OPERANDS
        || operands.stream().anyMatch(operand -> divisor.degree(operand) > 1)) {
      return !divisor.over(Operand::interval).holds(BigFraction.ZERO);
    }
    int[] signs =
        RationalFunction.corners(operands)
            .mapToInt(corner -> divisor.at(corner).signum())
            .distinct()
            .toArray();
    return signs.length == 1 && signs[0] != 0;
  }
}
