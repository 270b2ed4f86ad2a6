package io.regionalmetrics.oracle;

import java.util.Map;

/** A double, and by how much it may be wrong. */
record Approximate(double value, double error) {
  private static final double UNIT = 0x1p-52;

  /** The number that a term is at some numbers, each the nearest double. */
  static Approximate at(Term term, Map<Term.Operand, Double> numbers) {
    return switch (term) {
      case Term.Constant constant -> rounded(constant.number().toDouble(), 0);
      case Term.Operand operand -> rounded(numbers.get(operand), 0);
      case Term.Level level -> {
        Approximate inner = at(level.term(), numbers);
        yield new Approximate(Math.max(0, inner.value), inner.error);
      }
      case Term.Binary both ->
          at(both.left(), numbers).with(both.sign(), at(both.right(), numbers));
    };
  }

  private Approximate with(char sign, Approximate other) {
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

  private Approximate over(Approximate other) {
    double quotient = value / other.value;
    double least = Math.abs(other.value) - other.error;
    return least <= 0 || Double.isNaN(quotient)
        ? new Approximate(0, Double.POSITIVE_INFINITY)
        : rounded(quotient, (error + Math.abs(quotient) * other.error) / least);
  }

  private static Approximate rounded(double value, double error) {
    return new Approximate(value, error * (1 + 8 * UNIT) + Math.abs(value) * 2 * UNIT);
  }
}
