package io.regionalmetrics.fetch;

/** A file could not be fetched, or isn't what it should be; the message says so in words. */
public final class FetchFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong: a sentence for whoever looks after the feed. */
  public FetchFailed(String message) {
    super(message);
  }

  /** What went wrong, and by what. */
  public FetchFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
