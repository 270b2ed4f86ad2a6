package io.regionalmetrics.local;

/** Ends the process with a one-line message for the user and an exit code. */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Mistake(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A system property is invalid: exit code 2. */
  static Mistake inProperties(String message, Object... arguments) {
    return new Mistake(2, message.formatted(arguments));
  }

  /** Something failed while running: exit code 1. */
  static Mistake whileRunning(String message, Object... arguments) {
    return new Mistake(1, message.formatted(arguments));
  }

  int exitCode() {
    return exitCode;
  }
}
