package io.regionalmetrics.wording;

import java.util.List;

/**
 * Joins items of a sentence: "$5.97 in the United States and $2.36 in Japan". Items that have
 * commas themselves are separated by semicolons.
 */
final class Enumeration {
  private Enumeration() {}

  /** The items, with "and" before the last one. */
  static String of(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    String separator = items.stream().anyMatch(item -> item.contains(", ")) ? "; " : ", ";
    String beforeLast = isShortPair(items) ? " " : separator;
    return "%s%sand %s"
        .formatted(
            String.join(separator, items.subList(0, items.size() - 1)),
            beforeLast,
            items.getLast());
  }

  /** Whether no comma is needed before the "and": "Japan and Canada". */
  private static boolean isShortPair(List<String> items) {
    return items.size() == 2
        && items.stream().noneMatch(item -> item.contains(", ") || item.contains(" and "));
  }
}
