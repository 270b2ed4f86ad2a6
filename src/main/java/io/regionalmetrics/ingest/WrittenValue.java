package io.regionalmetrics.ingest;

import java.util.List;
import java.util.Map;

/** A value as it was written, before anybody has asked what it should be. */
sealed interface WrittenValue {
  /** A text. */
  record Text(String text) implements WrittenValue {}

  /** A number, as it was written: its digits are its precision. */
  record Digits(String written) implements WrittenValue {}

  /** True or false. */
  record Flag(boolean flag) implements WrittenValue {}

  /** Nothing, written out. */
  record Nothing() implements WrittenValue {}

  /** Several values. */
  record Several(List<WrittenValue> values) implements WrittenValue {}

  /** Values with names. */
  record Named(Map<String, WrittenValue> values) implements WrittenValue {}

  /** What it is, in words. */
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
