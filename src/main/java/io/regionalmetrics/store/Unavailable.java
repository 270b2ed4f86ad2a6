package io.regionalmetrics.store;

/** The table could not be read or written in time. It may work again later. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  Unavailable(String message) {
    super(message);
  }
}
