package io.regionalmetrics.feed.filing;

/** The stored history of a company's filings is damaged. The message says what is wrong. */
final class UnreadableHistory extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  UnreadableHistory(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /** What is wrong: a phrase for the operator of the feed. */
  String message() {
    return message;
  }
}
