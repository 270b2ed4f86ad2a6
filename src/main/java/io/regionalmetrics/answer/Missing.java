package io.regionalmetrics.answer;

/**
 * A figure that is missing, and why.
 *
 * @param reason the reason, for programs
 * @param message the reason in words, and what would fill the gap
 */
public record Missing(MissingReason reason, String message) implements RowValue {

  /** The reason why nothing can be compared with this figure. */
  public Missing nothingToCompareWith() {
    return new Missing(reason, "There is nothing to compare with: " + message);
  }

  /**
   * Why there is no ratio to a figure below zero.
   *
   * @param divisor what is below zero, as a clause: "profit of US in 2017-Q4 is -$50"
   */
  public static Missing ratioToNegative(String divisor) {
    return new Missing(
        MissingReason.BASE_NOT_POSITIVE,
        divisor + ", and a ratio needs a figure above zero to divide by.");
  }
}
