package io.regionalmetrics.refresh;

/**
 * A run that failed. It says so in words, and is thrown on, so that Lambda tries it again and, in
 * the end, leaves its event with the dead letters.
 */
public final class RefreshFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefreshFailed(String message, Throwable cause) {
    super(message, cause);
  }

  RefreshFailed(String message) {
    super(message);
  }
}
