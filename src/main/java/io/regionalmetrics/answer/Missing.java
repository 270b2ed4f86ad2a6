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
}
