package io.regionalmetrics.fetch;

import java.util.Locale;

/**
 * A file could not be fetched, or its content is not as expected. The message is a sentence for the
 * feed's operator and contains no secrets.
 */
public class FetchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates an exception. */
  public FetchException(String message) {
    super(message);
  }

  /** Creates an exception with a cause. */
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

  /** The exception for a file with more bytes than allowed. */
  public static FetchException tooLarge(Object file, long maxBytes) {
    return new FetchException(
        String.format(Locale.ROOT, "%s is larger than the %,d bytes allowed", file, maxBytes));
  }
}
