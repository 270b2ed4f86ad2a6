package io.regionalmetrics.oracle;

import java.util.Optional;
import java.util.Set;

/** What a field of an answer must hold. */
sealed interface Field {
  /** A figure, computed by a term; where it is one that was said, as it was said. */
  record Found(Term term, String origin, Optional<Said> said, Fraction least) implements Field {}

  /** No figure, for one of these reasons. */
  record Missing(Set<String> codes) implements Field {}

  /** The reasons for which nothing is there to compute with. */
  Set<String> NOTHING = Set.of("no-observation", "not-yet-published", "withdrawn");

  /** The reasons for which nothing can be computed. */
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

  static Found said(Ledger.Vintage vintage) {
    Said said = vintage.said();
    return new Found(
        new Term.Operand(vintage.paper().id(), said),
        said.isDerived() ? "derived" : "reported",
        Optional.of(said),
        said.cell().least());
  }

  /** A level that is computed: missing where it divides by zero, or can't but be below zero. */
  static Field level(Term term, String origin) {
    if (term.value().isEmpty()) {
      return missing("denominator-zero");
    }
    return term.range().filter(range -> range.high().signum() < 0).isPresent()
        ? missing("figures-contradict")
        : new Found(new Term.Level(term), origin, Optional.empty(), Fraction.ZERO);
  }

  /** Some other number that is computed. */
  static Field derived(Term term) {
    return term.value().isEmpty()
        ? missing("denominator-zero")
        : new Found(term, "derived", Optional.empty(), Fraction.of(Long.MIN_VALUE));
  }

  /** Some other number that is computed and never below zero. */
  static Field share(Term term) {
    return new Found(term, "derived", Optional.empty(), Fraction.ZERO);
  }

  /** The reasons for which something is missing that is computed from others. */
  static Missing missing() {
    return new Missing(ANY);
  }

  default boolean isFound() {
    return this instanceof Found;
  }

  default boolean isImplied() {
    return this instanceof Found found && found.origin().equals("implied");
  }

  default boolean isPublished() {
    return this instanceof Found found && found.said().isPresent();
  }

  /** The terms of a figure. */
  default Term term() {
    return ((Found) this).term();
  }
}
