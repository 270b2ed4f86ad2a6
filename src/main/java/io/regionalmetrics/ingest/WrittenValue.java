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

  /**
   * A number as written; its digits show its precision.
   *
   * @param power the power of ten that it is multiplied by: 6 if it is in millions
   */
  record Digits(String written, int power) implements WrittenValue {
    /** A number in base units. */
    Digits(String written) {
      this(written, 0);
    }

    /** Returns the number; empty if its exponent has more than ten digits. */
    Optional<BigDecimal> number() {
      return unscaled().flatMap(this::scaled);
    }

    private Optional<BigDecimal> unscaled() {
      try {
        return Optional.of(new BigDecimal(written));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private Optional<BigDecimal> scaled(BigDecimal number) {
      try {
        return Optional.of(number.scaleByPowerOfTen(power));
      } catch (ArithmeticException e) {
        return Optional.empty();
      }
    }

    /** Returns how many decimals are written: 1 for 4.5, but -5 for 4.5 million. */
    int decimals() {
      return unscaled().map(number -> Math.max(0, number.scale()) - power).orElse(0);
    }

    private String plain() {
      return power == 0 ? written : number().map(BigDecimal::toString).orElse(written);
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

  /** Returns how many decimals are written, if this is a number. */
  default Optional<Integer> asDecimals() {
    return this instanceof Digits digits ? Optional.of(digits.decimals()) : Optional.empty();
  }

  /** Returns this times a power of ten, if this is a number; anything else unchanged. */
  default WrittenValue times(int power) {
    return this instanceof Digits(String written, int own)
        ? new Digits(written, own + power)
        : this;
  }

  /** Returns the whole number, if this is one of at most nine digits within a range. */
  default Optional<Integer> asInteger(int least, int most) {
    return this instanceof Digits(String written, int power)
            && power == 0
            && written.matches("-?[0-9]{1,9}")
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
      case Digits digits -> "the number " + shortened(digits.plain());
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
