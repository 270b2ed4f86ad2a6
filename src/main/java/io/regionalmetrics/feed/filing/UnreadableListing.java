package io.regionalmetrics.feed.filing;

/** A list of filings or files is not what the SEC publishes. The message says what is wrong. */
final class UnreadableListing extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  UnreadableListing(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /** What is wrong: a phrase for the operator of the feed. */
  String message() {
    return message;
  }
}
