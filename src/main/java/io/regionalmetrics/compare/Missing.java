package io.regionalmetrics.compare;

/**
 * Why a figure isn't there.
 *
 * @param code stable, for programs
 * @param message the same in words, and what would fill it
 */
public record Missing(String code, String message) implements Field {
  static final String NO_OBSERVATION = "no-observation";
  static final String NOT_YET_PUBLISHED = "not-yet-published";
  static final String WITHDRAWN = "withdrawn";
  static final String BASE_NOT_POSITIVE = "base-not-positive";
  static final String WHOLE_NOT_POSITIVE = "whole-not-positive";
  static final String OTHER_UNIT = "other-unit";
  static final String NOT_ADDITIVE = "not-additive";
  static final String DENOMINATOR_ZERO = "denominator-zero";
  static final String FIGURES_CONTRADICT = "figures-contradict";
  static final String SIGN_CHANGES = "sign-changes";
  static final String NO_RATES = "no-rates";
  static final String NOT_COLLECTED = "not-collected";
  static final String CANNOT_EXIST = "cannot-exist";
  static final String SUPPRESSED = "suppressed";

  /** The same of the quarter that is compared with. */
  static Missing before(Missing missing) {
    return new Missing(missing.code(), "There is nothing to compare with: " + missing.message());
  }
}
