package io.regionalmetrics.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value as it is written in a document, before it is known what it should be. */
sealed interface WrittenValue {
  /** A text. */
  record Text(String text) implements WrittenValue {}

  /** A number as it is written: its digits tell its precision. */
  record Digits(String written) implements WrittenValue {
    /** Returns the number; empty if its exponent has more than ten digits. */
    Optional<BigDecimal> number() {
      try {
        return Optional.of(new BigDecimal(written));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** True or false. */
  record Flag(boolean flag) implements WrittenValue {}

  /** An explicit null. */
  record Nothing() implements WrittenValue {}

  /** A list. */
  record Several(List<WrittenValue> values) implements WrittenValue {}

  /** An object. */
  record Named(Map<String, WrittenValue> values) implements WrittenValue {}

  /** Returns the text, if this is one. */
  default Optional<String> asText() {
    return this instanceof Text(String text) ? Optional.of(text) : Optional.empty();
  }

  /** Returns the number, if this is one. */
  default Optional<BigDecimal> asNumber() {
    return this instanceof Digits digits ? digits.number() : Optional.empty();
  }

  /** Names the value, shortened, for a message. */
  default String inWords() {
    return switch (this) {
      case Text(String text) -> "the text '%s'".formatted(shortened(text));
      case Digits(String written) -> "the number " + shortened(written);
      case Flag(boolean flag) -> String.valueOf(flag);
      case Nothing() -> "null";
      case Several several -> "a list";
      case Named named -> "an object";
    };
  }

  private static String shortened(String text) {
    int most = 50;
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }
}
