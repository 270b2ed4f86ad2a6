package io.regionalmetrics.refresh;

/**
 * A run failed. Thrown out of the function, so that Lambda tries again and in the end puts the
 * event into the dead-letter queue.
 */
public final class RefreshException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefreshException(String message, Throwable cause) {
    super(message, cause);
  }

  RefreshException(String message) {
    super(message);
  }
}
