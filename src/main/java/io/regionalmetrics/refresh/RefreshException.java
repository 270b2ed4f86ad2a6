package io.regionalmetrics.refresh;

/**
 * A run that failed. It says so in words, and is thrown on, so that Lambda tries it again and, in
 * the end, leaves its event with the dead letters.
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
