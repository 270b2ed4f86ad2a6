package io.regionalmetrics.xbrl;

/** What was fetched isn't what it should be: what it is instead, in words. */
public final class UnreadableFiling extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  public UnreadableFiling(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /** What is wrong, in words. */
  public String message() {
    return message;
  }
}
