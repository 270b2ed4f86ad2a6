package io.regionalmetrics.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well a text mentions a name.
 *
 * @param words the words of the name that are in the text
 * @param part how much of the name that is: its letters in the text, in thousandths of all its
 *     letters
 */
record NameMatch(Set<String> words, int part) {
  /** The part of a name that is mentioned in full. */
  static final int WHOLE = 1_000;

  private static final Comparator<NameMatch> BEST_FIRST =
      Comparator.comparingInt(NameMatch::part)
          .thenComparingInt(match -> letters(match.words))
          .reversed();

  /** The best match of a thing's names; empty if no word of them is in the text. */
  private static Optional<NameMatch> best(Set<String> text, Collection<String> names) {
    return names.stream()
        .map(name -> of(text, Words.of(name).meaningful()))
        .filter(match -> !match.words.isEmpty())
        .min(BEST_FIRST);
  }

  private static NameMatch of(Set<String> text, Set<String> name) {
    Set<String> found = new LinkedHashSet<>(name);
    found.retainAll(text);
    return new NameMatch(found, WHOLE * letters(found) / Math.max(1, letters(name)));
  }

  private static int letters(Set<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  /**
   * The things that a text mentions, the best match first. Of those that share a word of the text,
   * only the best ones count: "apple" is Apple, not Apple Hospitality.
   *
   * @param text the words of the text
   * @param names the names of each thing
   * @param least the least part of a name that must be in the text, in thousandths
   */
  static <T> Map<T, NameMatch> mentioned(
      Set<String> text, Map<T, ? extends Collection<String>> names, int least) {
    Map<T, NameMatch> all = new LinkedHashMap<>();
    names.forEach((thing, some) ->
        best(text, some).filter(match -> match.part >= least).ifPresent(m -> all.put(thing, m)));
    Map<String, Integer> best = new LinkedHashMap<>();
    all.values()
        .forEach(match -> match.words.forEach(word -> best.merge(word, match.part, Math::max)));
    all.values()
        .removeIf(match ->
            match.words.stream().noneMatch(word -> best.getOrDefault(word, 0) == match.part));
    return sorted(all);
  }

  private static <T> Map<T, NameMatch> sorted(Map<T, NameMatch> matches) {
    List<Map.Entry<T, NameMatch>> entries = new ArrayList<>(matches.entrySet());
    entries.sort(Map.Entry.comparingByValue(BEST_FIRST));
    Map<T, NameMatch> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
