package io.regionalmetrics.oracle;

import java.util.Optional;
import java.util.Set;

/** The value that a field of an answer must have. */
sealed interface ExpectedValue {
  /** A figure, given by a calculation, and the statement if it was published itself. */
  record Figure(
      Calculation calculation, String origin, Optional<Statement> statement, Fraction least)
      implements ExpectedValue {}

  /** No figure, with one of these reason codes. */
  record Missing(Set<String> codes) implements ExpectedValue {}

  /** The reasons why there is nothing to compute with. */
  Set<String> NOTHING = Set.of("no-observation", "not-yet-published", "withdrawn");

  /** The reasons why nothing can be computed. */
  Set<String> ANY =
      Set.of(
          "no-observation",
          "not-yet-published",
          "withdrawn",
          "figures-contradict",
          "denominator-zero",
          "base-not-positive",
          "whole-not-positive");

  static Missing missing(String code) {
    return new Missing(Set.of(code));
  }

  static Figure statement(PublicationHistory.Vintage vintage) {
    Statement statement = vintage.statement();
    return new Figure(
        new Calculation.Operand(vintage.document().id(), statement),
        statement.isDerived() ? "derived" : "reported",
        Optional.of(statement),
        statement.cell().least());
  }

  /** A computed level; missing if it divides by zero or is below zero for all operands. */
  static ExpectedValue level(Calculation calculation, String origin) {
    if (calculation.value().isEmpty()) {
      return missing("denominator-zero");
    }
    return calculation.range().filter(range -> range.high().signum() < 0).isPresent()
        ? missing("figures-contradict")
        : new Figure(new Calculation.Level(calculation), origin, Optional.empty(), Fraction.ZERO);
  }

  /** A computed number that may be negative. */
  static ExpectedValue derived(Calculation calculation) {
    return calculation.value().isEmpty()
        ? missing("denominator-zero")
        : new Figure(calculation, "derived", Optional.empty(), Fraction.of(Long.MIN_VALUE));
  }

  /** A computed number that is never below zero. */
  static ExpectedValue share(Calculation calculation) {
    return new Figure(calculation, "derived", Optional.empty(), Fraction.ZERO);
  }

  /** A missing computed number, for any reason. */
  static Missing missing() {
    return new Missing(ANY);
  }

  default boolean isFound() {
    return this instanceof Figure;
  }

  default boolean isImplied() {
    return this instanceof Figure found && found.origin().equals("implied");
  }

  default boolean isPublished() {
    return this instanceof Figure found && found.statement().isPresent();
  }

  /** The calculation of a figure. */
  default Calculation calculation() {
    return ((Figure) this).calculation();
  }
}
