package io.regionalmetrics.answer;

/** Why a field has no figure. Codes are stable, for programs. */
public enum MissingReason {
  /** Nothing was published, as far as is known here. */
  NO_OBSERVATION("no-observation"),
  /** First published after the day as of which the question is asked. */
  NOT_YET_PUBLISHED("not-yet-published"),
  /** The publisher withdrew it. */
  WITHDRAWN("withdrawn"),
  /** Growth in percent needs a base above zero. */
  BASE_NOT_POSITIVE("base-not-positive"),
  /** A share needs a whole above zero. */
  WHOLE_NOT_POSITIVE("whole-not-positive"),
  /** Published, but in another unit than the rest of the series. */
  OTHER_UNIT("other-unit"),
  /** The metric does not add over regions and has no terms to divide. */
  NOT_ADDITIVE("not-additive"),
  /** The divisor is zero. */
  DENOMINATOR_ZERO("denominator-zero"),
  /** The figures that it would be computed from contradict each other. */
  FIGURES_CONTRADICT("figures-contradict"),
  /** The figure changes its sign, which no logarithm bears. */
  SIGN_CHANGES("sign-changes"),
  /** No exchange rate is known. */
  NO_RATES("no-rates"),
  /** The source says that it was not collected (status L). */
  NOT_COLLECTED("not-collected"),
  /** The source says that it cannot exist (status M). */
  CANNOT_EXIST("cannot-exist"),
  /** The source says that it is not disclosed (status Q). */
  SUPPRESSED("suppressed");

  private final String code;

  MissingReason(String code) {
    this.code = code;
  }

  /** The code as answers show it, such as {@code no-observation}. */
  public String code() {
    return code;
  }
}
