package io.regionalmetrics.fetch;

import java.util.Locale;

/** A file could not be fetched, or isn't what it should be; the message says so in words. */
public class FetchFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong: a sentence for whoever looks after the feed. */
  public FetchFailed(String message) {
    super(message);
  }

  /** There is no such file. */
  public static final class NotThere extends FetchFailed {
    private static final long serialVersionUID = 1;

    NotThere(String message) {
      super(message);
    }
  }

  /** Says that something has more bytes than are taken of it. */
  public static FetchFailed tooLarge(Object what, long mostBytes) {
    return new FetchFailed(
        String.format(
            Locale.ROOT, "%s is larger than the %,d bytes that are taken of it", what, mostBytes));
  }

  /** What went wrong, and by what. */
  public FetchFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
