package io.regionalmetrics.fetch;

import java.util.Locale;

/**
 * A file could not be fetched, or isn't what it should be. The message is a sentence for the person
 * who looks after the feed; it holds no secrets.
 */
public class FetchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message that says what went wrong. */
  public FetchException(String message) {
    super(message);
  }

  /** With a message that says what went wrong, and its cause. */
  public FetchException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The server has no such file: it answered 404 or 410. */
  public static final class NotFound extends FetchException {
    private static final long serialVersionUID = 1;

    NotFound(String message) {
      super(message);
    }
  }

  /** A file has more bytes than are read of it. */
  public static FetchException tooLarge(Object file, long maxBytes) {
    return new FetchException(
        String.format(Locale.ROOT, "%s is larger than the %,d bytes allowed", file, maxBytes));
  }
}
