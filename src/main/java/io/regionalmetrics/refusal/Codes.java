package io.regionalmetrics.refusal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Checks the form of ids and codes, and suggests a known code for a misspelt one. */
public final class Codes {
  /** The limit on the characters of an id or code. */
  public static final int MOST_CHARACTERS = 64;

  private Codes() {}

  /**
   * Whether a text has the form of a company's, metric's or source's id: {@code [a-z0-9-]+}, at
   * most 64 characters.
   */
  public static boolean isId(String text) {
    return hasForm(text, 'a', 'z', '-');
  }

  /** Whether a text has the form of a region's code: {@code [A-Z0-9_]+}, at most 64 characters. */
  public static boolean isRegion(String text) {
    return hasForm(text, 'A', 'Z', '_');
  }

  /**
   * Whether a text has the form of the code of a named remainder: {@code [a-z0-9_]+} with at least
   * one letter, at most 64 characters. No region has such a code.
   */
  public static boolean isRemainder(String text) {
    return hasForm(text, 'a', 'z', '_') && !isRegion(text);
  }

  private static boolean hasForm(String text, char first, char last, char also) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < first || c > last) && (c < '0' || c > '9') && c != also) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_CHARACTERS;
  }

  /**
   * The known code that is the fewest letter changes away from the written one; empty if each needs
   * more changes than half of the written letters.
   */
  static Optional<String> nearest(String written, Collection<String> known) {
    int maxChanges = Math.max(1, written.length() / 2);
    String text = written.substring(0, Math.min(written.length(), MOST_CHARACTERS));
    return known.stream()
        .filter(code -> distance(text, code) <= maxChanges)
        .min(
            Comparator.<String>comparingInt(code -> distance(text, code))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Text to append to a refusal, suggesting the nearest known code; empty if none is near. */
  public static String suggestion(String written, Collection<String> known) {
    return nearest(written, known).map(code -> "; did you mean '%s'?".formatted(code)).orElse("");
  }

  /** The Levenshtein distance, ignoring case. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(java.util.Locale.ROOT);
    String b = to.toLowerCase(java.util.Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
