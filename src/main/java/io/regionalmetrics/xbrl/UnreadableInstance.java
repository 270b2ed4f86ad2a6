package io.regionalmetrics.xbrl;

/**
 * The bytes are not a complete and valid XBRL instance or linkbase. The message says what is wrong.
 */
public final class UnreadableInstance extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  /**
   * Refuses a file.
   *
   * @param message what is wrong with it, as a phrase: {@code it has two contexts with one id}
   */
  public UnreadableInstance(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /** What is wrong with the file: a phrase for the operator of the feed. */
  public String message() {
    return message;
  }
}
