package io.regionalmetrics.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Things that a text mentions by name. Of those that share a word of the text, only the best
 * matches count: "apple" is Apple, not Apple Hospitality.
 *
 * @param <T> what has names
 */
final class NameMatch<T> {
  /** The part of a name that is mentioned in full. */
  static final int WHOLE = 1_000;

  private final Set<String> text;
  private final int least;
  private final List<Match<T>> matches = new ArrayList<>();
  private final Map<String, Integer> best = new HashMap<>();

  /**
   * A match.
   *
   * @param thing what has the name
   * @param words the words of the name that are in the text
   * @param part how much of the name that is: its letters in the text, in thousandths of all
   */
  record Match<T>(T thing, Set<String> words, int part) {}

  /**
   * Searches a text.
   *
   * @param text its words
   * @param least the least part of a name that must be in the text, in thousandths
   */
  NameMatch(Set<String> text, int least) {
    this.text = text;
    this.least = least;
  }

  /** Adds a thing with its names, if the text mentions one of them. */
  void add(T thing, Iterable<String> names) {
    Match<T> match = new Match<>(thing, Set.of(), 0);
    for (String name : names) {
      Match<T> other = match(thing, Words.meaningful(Words.of(name)));
      match = other.part > match.part ? other : match;
    }
    if (match.part > 0 && match.part >= least) {
      matches.add(match);
      for (String word : match.words) {
        best.merge(word, match.part, Math::max);
      }
    }
  }

  private Match<T> match(T thing, Set<String> name) {
    Set<String> found = new LinkedHashSet<>(name);
    found.retainAll(text);
    return new Match<>(thing, found, WHOLE * letters(found) / Math.max(1, letters(name)));
  }

  private static int letters(Set<String> words) {
    return String.join("", words).length();
  }

  /** The best matches, those of the longest parts of names first. */
  List<Match<T>> best() {
    List<Match<T>> kept = new ArrayList<>();
    for (Match<T> match : matches) {
      boolean isBest = false;
      for (String word : match.words) {
        isBest |= best.getOrDefault(word, 0) == match.part;
      }
      if (isBest) {
        kept.add(match);
      }
    }
    kept.sort((a, b) -> Long.compare(rank(b), rank(a)));
    return kept;
  }

  private static long rank(Match<?> match) {
    return match.part * 1_000L + letters(match.words);
  }
}
