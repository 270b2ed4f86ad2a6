package io.regionalmetrics.refusal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Thrown to refuse a question or a document. Says what is wrong and what is allowed; nothing was
 * changed.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A word longer than any valid value; it can only be quoted input. */
  private static final Pattern LONG_WORD = Pattern.compile("(\\S{300})\\S+?('?)(?!\\S)");

  private final String message;
  private final Reason reason;
  private final transient List<Invalid> invalid;

  /** Why something is refused. If several reasons apply, the first in this order is given. */
  public enum Reason {
    /** Larger than the limit. */
    TOO_LARGE,
    /** Of an unsupported type. */
    UNSUPPORTED,
    /** Not in the right form. */
    MALFORMED,
    /** Asks for something unknown. */
    UNKNOWN,
    /** In the right form, but makes no sense. */
    SENSELESS,
    /** Contradicts what is known. */
    CONTRADICTION
  }

  /**
   * One fault of the request.
   *
   * @param name the parameter, or a path in the document such as {@code observations[2].decimals}
   * @param reason what is wrong with the value, and what is allowed
   */
  public record Invalid(String name, String reason) {
    /** Shortens long quoted values. */
    public Invalid {
      name = shortened(name);
      reason = shortened(reason);
    }
  }

  /** A refusal for several faults. */
  public Refusal(Reason reason, String message, List<Invalid> invalid) {
    super(shortened(message), null, false, false);
    this.message = shortened(message);
    this.reason = reason;
    this.invalid = List.copyOf(invalid);
  }

  private static String shortened(String text) {
    return LONG_WORD.matcher(text).replaceAll("$1…$2");
  }

  /** A refusal for one fault. */
  public static Refusal of(Reason reason, String name, String why) {
    return new Refusal(reason, "%s: %s".formatted(name, why), List.of(new Invalid(name, why)));
  }

  /** The whole message. */
  public String message() {
    return message;
  }

  /** Why the request is refused. */
  public Reason reason() {
    return reason;
  }

  /** All faults. */
  public List<Invalid> invalid() {
    return invalid;
  }
}
