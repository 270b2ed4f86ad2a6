package io.regionalmetrics.answer;

/**
 * A figure that is not there, and why.
 *
 * @param reason why, for programs
 * @param message why in words, and what would fill it
 */
public record Missing(MissingReason reason, String message) implements RowValue {

  /** Like {@code missing}, for the quarter that is compared with. */
  public static Missing before(Missing missing) {
    return new Missing(missing.reason(), "There is nothing to compare with: " + missing.message());
  }
}
