package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Whitespace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A value as written in a document, before it is interpreted. */
sealed interface WrittenValue {
  /** A text, without surplus spaces. */
  record Text(String text) implements WrittenValue {
    /** Removes surplus spaces, so that texts that look alike are equal. */
    public Text {
      text = Whitespace.collapse(text);
    }
  }

  /** A number as written; its digits show its precision. */
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
  record Null() implements WrittenValue {}

  /** A list. */
  record Items(List<WrittenValue> values) implements WrittenValue {}

  /** An object. */
  record Members(Map<String, WrittenValue> values) implements WrittenValue {}

  /** Returns the text, if this is one. */
  default Optional<String> asText() {
    return this instanceof Text(String text) ? Optional.of(text) : Optional.empty();
  }

  /** Returns the number, if this is one. */
  default Optional<BigDecimal> asNumber() {
    return this instanceof Digits digits ? digits.number() : Optional.empty();
  }

  /** Returns the whole number, if this is one of at most nine digits within a range. */
  default Optional<Integer> asInteger(int least, int most) {
    return this instanceof Digits(String written) && written.matches("-?[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(written)).filter(n -> n >= least && n <= most)
        : Optional.empty();
  }

  /** Returns true or false, if this is one of them. */
  default Optional<Boolean> asFlag() {
    return this instanceof Flag(boolean flag) ? Optional.of(flag) : Optional.empty();
  }

  /** Returns the elements, if this is a list. */
  default Optional<List<WrittenValue>> asItems() {
    return this instanceof Items(List<WrittenValue> values)
        ? Optional.of(values)
        : Optional.empty();
  }

  /** Returns the elements without repetitions, if this is a list of texts that all pass a test. */
  default Optional<List<String>> asTexts(Predicate<String> form) {
    return asItems()
        .flatMap(items -> {
          List<String> texts =
              items.stream().flatMap(item -> item.asText().filter(form).stream()).toList();
          return texts.size() == items.size()
              ? Optional.of(texts.stream().distinct().toList())
              : Optional.empty();
        });
  }

  /** Describes the value for a message; shortens long ones. */
  default String description() {
    return switch (this) {
      case Text(String text) -> "the text '%s'".formatted(shortened(text));
      case Digits(String written) -> "the number " + shortened(written);
      case Flag(boolean flag) -> String.valueOf(flag);
      case Null() -> "null";
      case Items items -> "a list";
      case Members members -> "an object";
    };
  }

  private static String shortened(String text) {
    int most = 50;
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }
}
