package io.regionalmetrics.local;

/** What the user is told in one line, and what the process then says to the shell. */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Mistake(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What was asked can't be: something else must be asked. */
  static Mistake inAsking(String message, Object... arguments) {
    return new Mistake(2, message.formatted(arguments));
  }

  /** What was asked doesn't succeed. */
  static Mistake inDoing(String message, Object... arguments) {
    return new Mistake(1, message.formatted(arguments));
  }

  int exitCode() {
    return exitCode;
  }
}
