package io.regionalmetrics.wording;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** Shortens a text to the first three of its sentences or items. */
public final class FirstFew {
  private static final int MOST = 3;

  private FirstFew() {}

  /**
   * The first three sentences; if there are more, how many.
   *
   * @param count the number of all sentences
   * @param sentence gives the sentence with an index, from 0
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

  /** Up to four items, or the first three and how many there are, separated by commas. */
  static String items(List<String> items) {
    return items.size() <= MOST + 1
        ? String.join(", ", items)
        : "%s (the first %s of %s)"
            .formatted(String.join(", ", items.subList(0, MOST)), MOST, items.size());
  }
}
