package io.regionalmetrics.store;

/** Thrown if the table can't be read or written in time; the same call may succeed later. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  Unavailable(String message) {
    super(message);
  }
}
