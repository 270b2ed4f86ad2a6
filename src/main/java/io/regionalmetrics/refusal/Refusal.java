package io.regionalmetrics.refusal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A question or a document that can't be taken: why, and what would be right. Nothing was changed.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Longer words than anything that makes sense: a value that is quoted. */
  private static final Pattern LONG_WORD = Pattern.compile("(\\S{300})\\S+?('?)(?!\\S)");

  private final String message;
  private final Reason reason;
  private final transient List<Invalid> invalid;

  /** Why something is refused; of several reasons the first is the one that is given. */
  public enum Reason {
    /** It is larger than is taken. */
    TOO_LARGE,
    /** It is of another type than is taken. */
    UNSUPPORTED,
    /** It has not the right form. */
    MALFORMED,
    /** It asks for what isn't known. */
    UNKNOWN,
    /** It has the right form but makes no sense. */
    SENSELESS,
    /** It contradicts what is known. */
    CONTRADICTION
  }

  /**
   * One thing that is wrong.
   *
   * @param name the parameter, or the place in the document: {@code observations[2].decimals}
   * @param reason what is wrong with its value, and what would be right
   */
  public record Invalid(String name, String reason) {
    /** Nobody needs to read a long value again to know it. */
    public Invalid {
      name = shortened(name);
      reason = shortened(reason);
    }
  }

  /** A refusal for several things. */
  public Refusal(Reason reason, String message, List<Invalid> invalid) {
    super(shortened(message), null, false, false);
    this.message = shortened(message);
    this.reason = reason;
    this.invalid = List.copyOf(invalid);
  }

  private static String shortened(String text) {
    return LONG_WORD.matcher(text).replaceAll("$1…$2");
  }

  /** A refusal for one thing. */
  public static Refusal of(Reason reason, String name, String why) {
    return new Refusal(reason, "%s: %s".formatted(name, why), List.of(new Invalid(name, why)));
  }

  /** The whole of it in words. */
  public String message() {
    return message;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What is wrong, one by one. */
  public List<Invalid> invalid() {
    return invalid;
  }
}
