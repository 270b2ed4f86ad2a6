package io.regionalmetrics.answer;

/** Why a figure is missing. Codes are stable, for programs. */
public enum MissingReason {
  /** No published figure is stored. */
  NO_OBSERVATION("no-observation"),
  /** The figure was first published after the {@code asOf} day. */
  NOT_YET_PUBLISHED("not-yet-published"),
  /** The publisher withdrew the figure. */
  WITHDRAWN("withdrawn"),
  /** Growth in percent, an index and a ratio need a base above zero. */
  BASE_NOT_POSITIVE("base-not-positive"),
  /** A share needs a whole above zero. */
  WHOLE_NOT_POSITIVE("whole-not-positive"),
  /** The figures are of different lines of the company's filings, so they can't be compared. */
  CONCEPT_DIFFERS("concept-differs"),
  /** The figure is known, but in another unit than the figures it is compared with. */
  UNIT_DIFFERS("unit-differs"),
  /** The ratio is defined in a unit that its numerator over its denominator can't have. */
  UNIT_UNFIT("unit-unfit"),
  /** The metric does not add over regions, and has no numerator and denominator that do. */
  NOT_ADDITIVE("not-additive"),
  /** The divisor is zero. */
  DENOMINATOR_ZERO("denominator-zero"),
  /** The figures to compute it from contradict each other. */
  FIGURES_CONTRADICT("figures-contradict"),
  /** The figure changes its sign, and negative numbers have no logarithm. */
  SIGN_CHANGES("sign-changes"),
  /** No exchange rate is known. */
  NO_RATES("no-rates"),
  /** The source states that the figure was not collected (status L). */
  NOT_COLLECTED("not-collected"),
  /** The source states that the figure cannot exist (status M). */
  CANNOT_EXIST("cannot-exist"),
  /** The source states that the figure is not disclosed (status Q). */
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
