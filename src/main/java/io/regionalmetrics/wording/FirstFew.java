package io.regionalmetrics.wording;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** The first three of several sentences or items; nobody reads more. */
public final class FirstFew {
  private static final int MOST = 3;

  private FirstFew() {}

  /**
   * The first sentences, and how many there are.
   *
   * @param count how many sentences there are
   * @param sentence the sentence with a number, the first 0
   */
  public static String sentences(int count, IntFunction<String> sentence) {
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < Math.min(count, MOST); i++) {
      text.add(sentence.apply(i));
    }
    return count > MOST
        ? "%s These are the first %s of %s.".formatted(text, MOST, count)
        : text.toString();
  }

  /** The first items, separated by commas, and how many there are. */
  static String items(List<String> items) {
    return items.size() <= MOST
        ? String.join(", ", items)
        : "%s (the first %s of %s)"
            .formatted(String.join(", ", items.subList(0, MOST)), MOST, items.size());
  }
}
