package io.regionalmetrics.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words of texts and names: small letters and digits, without accents. */
final class Words {
  /** Words that say nothing about which company, metric or region is meant. */
  private static final Set<String> EMPTY =
      Set.of(
          "the of and in for to a an on at by per inc incorporated corp corporation co company ltd limited plc llc lp sa ag nv se group holding holdings com"
              .split(" ", -1));

  /** Common words for what metrics are called here. */
  private static final Map<String, String> SYNONYMS =
      Map.of("sales", "revenue", "turnover", "revenue", "revenues", "revenue", "user", "users");

  private Words() {}

  /** The words of a text, in its order. */
  static List<String> of(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String plain = decomposed.toLowerCase(Locale.ROOT).replaceAll("['\u2019]s\\b", " ");
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** The words that carry meaning, with synonyms replaced; all of them if none does. */
  static Set<String> meaningful(List<String> words) {
    Set<String> meaningful = new LinkedHashSet<>();
    for (String word : words) {
      if (!EMPTY.contains(word)) {
        meaningful.add(SYNONYMS.getOrDefault(word, word));
      }
    }
    return meaningful.isEmpty() ? new LinkedHashSet<>(words) : meaningful;
  }
}
