package io.regionalmetrics.oracle;

import java.util.Map;

/** A double and a bound on its rounding error. */
record ApproximateNumber(double value, double error) {
  private static final double UNIT = 0x1p-52;

  /** The result of a calculation on the nearest doubles of some numbers. */
  static ApproximateNumber at(Calculation calculation, Map<Calculation.Operand, Double> numbers) {
    return switch (calculation) {
      case Calculation.Constant constant -> rounded(constant.number().toDouble(), 0);
      case Calculation.Operand operand -> rounded(numbers.get(operand), 0);
      case Calculation.Level level -> {
        ApproximateNumber inner = at(level.calculation(), numbers);
        yield new ApproximateNumber(Math.max(0, inner.value), inner.error);
      }
      case Calculation.Binary both ->
          at(both.left(), numbers).with(both.sign(), at(both.right(), numbers));
    };
  }

  private ApproximateNumber with(char sign, ApproximateNumber other) {
    return switch (sign) {
      case '+' -> rounded(value + other.value, error + other.error);
      case '-' -> rounded(value - other.value, error + other.error);
      case '*' ->
          rounded(
              value * other.value,
              Math.abs(value) * other.error + Math.abs(other.value) * error + error * other.error);
      case '/' -> over(other);
      default -> throw new IllegalArgumentException("no operation " + sign);
    };
  }

  private ApproximateNumber over(ApproximateNumber other) {
    double quotient = value / other.value;
    double least = Math.abs(other.value) - other.error;
    return least <= 0 || Double.isNaN(quotient)
        ? new ApproximateNumber(0, Double.POSITIVE_INFINITY)
        : rounded(quotient, (error + Math.abs(quotient) * other.error) / least);
  }

  private static ApproximateNumber rounded(double value, double error) {
    return new ApproximateNumber(value, error * (1 + 8 * UNIT) + Math.abs(value) * 2 * UNIT);
  }
}
