package io.regionalmetrics.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words of a text, in their order: small letters and digits, without accents.
 *
 * @param all every word
 */
record Words(List<String> all) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s\\b");

  /** Words that say nothing about which company, metric or region is meant. */
  private static final Set<String> EMPTY =
      Set.of(
          "the",
          "of",
          "and",
          "in",
          "for",
          "to",
          "a",
          "an",
          "on",
          "at",
          "by",
          "per",
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "company",
          "companies",
          "ltd",
          "limited",
          "plc",
          "llc",
          "lp",
          "sa",
          "ag",
          "nv",
          "se",
          "group",
          "holding",
          "holdings",
          "com");

  /** Common words for what metrics are called here. */
  private static final Map<String, String> SYNONYMS =
      Map.of("sales", "revenue", "turnover", "revenue", "revenues", "revenue", "user", "users");

  /** Copies the words. */
  Words {
    all = List.copyOf(all);
  }

  /** The words of a text. */
  static Words of(String text) {
    String plain = POSSESSIVE.matcher(text).replaceAll(" ");
    String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    String letters = MARK.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return new Words(WORD.matcher(letters).results().map(MatchResult::group).toList());
  }

  /** The words that carry meaning, with synonyms replaced; all of them if none does. */
  Set<String> meaningful() {
    Set<String> meaningful =
        all.stream()
            .filter(word -> !EMPTY.contains(word))
            .map(word -> SYNONYMS.getOrDefault(word, word))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return meaningful.isEmpty() ? new LinkedHashSet<>(all) : meaningful;
  }

  /** All runs of neighbouring words, of at most so many words each; the longest first. */
  List<Words> runs(int longest) {
    List<Words> runs = new ArrayList<>();
    for (int length = Math.min(longest, all.size()); length > 0; length--) {
      int size = length;
      IntStream.rangeClosed(0, all.size() - size)
          .mapToObj(start -> new Words(all.subList(start, start + size)))
          .forEach(runs::add);
    }
    return runs;
  }

  /** The words in one text, separated by spaces. */
  String text() {
    return String.join(" ", all);
  }
}
