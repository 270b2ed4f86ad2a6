package io.regionalmetrics.answer;

/**
 * Why a figure isn't there.
 *
 * @param code stable, for programs
 * @param message the same in words, and what would fill it
 */
public record Missing(String code, String message) implements RowValue {
  public static final String NO_OBSERVATION = "no-observation";
  public static final String NOT_YET_PUBLISHED = "not-yet-published";
  public static final String WITHDRAWN = "withdrawn";
  public static final String BASE_NOT_POSITIVE = "base-not-positive";
  public static final String WHOLE_NOT_POSITIVE = "whole-not-positive";
  public static final String OTHER_UNIT = "other-unit";
  public static final String NOT_ADDITIVE = "not-additive";
  public static final String DENOMINATOR_ZERO = "denominator-zero";
  public static final String FIGURES_CONTRADICT = "figures-contradict";
  public static final String SIGN_CHANGES = "sign-changes";
  public static final String NO_RATES = "no-rates";
  public static final String NOT_COLLECTED = "not-collected";
  public static final String CANNOT_EXIST = "cannot-exist";
  public static final String SUPPRESSED = "suppressed";

  /** The same of the quarter that is compared with. */
  public static Missing before(Missing missing) {
    return new Missing(missing.code(), "There is nothing to compare with: " + missing.message());
  }
}
