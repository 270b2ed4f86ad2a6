package io.regionalmetrics.feed.filing;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.xbrl.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The words in the name of an XBRL element: {@code UnitedStatesAndCanadaMember}. */
final class ElementName {
  private static final Pattern BORDER =
      Pattern.compile(
          "(?<=[\\p{Ll}0-9])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=[0-9])|[^\\p{L}0-9]+");
  private static final Pattern HYPHENS = Pattern.compile("-");
  private static final Set<String> SMALL = Set.of("and", "of", "the", "in", "other", "than", "or");
  private static final Set<String> GLUED = Set.of("and", "of");

  private ElementName() {}

  /** The words of a member's name without {@code Member}. */
  static List<String> of(QualifiedName member) {
    String local = member.local();
    String plain =
        local.endsWith("Member") && local.length() > "Member".length()
            ? local.substring(0, local.length() - "Member".length())
            : local;
    List<String> words = new ArrayList<>();
    for (String word : BORDER.split(plain, -1)) {
      if (!word.isEmpty()) {
        unglue(word, words);
      }
    }
    return words.isEmpty() ? List.of(plain) : List.copyOf(words);
  }

  /** The words of an id: {@code paid-memberships}. */
  static List<String> ofId(String id) {
    return HYPHENS.splitAsStream(id).filter(word -> !word.isEmpty()).toList();
  }

  /** Some write {@code UnitedStatesandCanada}: the first part must be a word of places itself. */
  private static void unglue(String word, List<String> words) {
    for (String small : GLUED) {
      String rest = word.substring(0, Math.max(0, word.length() - small.length()));
      if (word.endsWith(small) && PlaceNames.isPlaceWord(rest.toLowerCase(Locale.ROOT))) {
        words.add(rest);
        words.add(small);
        return;
      }
    }
    words.add(word);
  }

  /** As a name for people: {@code United States and Canada}. */
  static String title(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      String shown =
          lower.equals("us") || lower.equals("uk")
              ? word.toUpperCase(Locale.ROOT)
              : !name.isEmpty() && SMALL.contains(lower) ? lower : word;
      name.append(name.isEmpty() ? "" : " ").append(shown);
    }
    return name.toString();
  }

  /** As the beginning of a sentence: {@code Paid memberships}. */
  static String sentence(List<String> words) {
    String text =
        words.stream()
            .map(word ->
                word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                    ? word
                    : word.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** As a region's code: {@code UNITED_STATES_AND_CANADA}. */
  static String code(List<String> words) {
    return bounded(letters(words, "_").toUpperCase(Locale.ROOT), '_');
  }

  /** As an id, after what it belongs to: {@code revenue-streaming}. */
  static String id(String prefix, List<String> words) {
    return bounded(prefix + "-" + letters(words, "-").toLowerCase(Locale.ROOT), '-');
  }

  private static String letters(List<String> words, String between) {
    return words.stream()
        .map(
            word -> Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("[^A-Za-z0-9]", ""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(between));
  }

  /** One that is too long ends in a checksum of the whole, so that it stays one of a kind. */
  private static String bounded(String code, char between) {
    if (code.length() <= Codes.MOST_CHARACTERS) {
      return code;
    }
    CRC32 sum = new CRC32();
    sum.update(code.getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().toHexDigits(sum.getValue(), 8);
    String suffix = between + (between == '_' ? hex.toUpperCase(Locale.ROOT) : hex);
    return code.substring(0, Codes.MOST_CHARACTERS - suffix.length()) + suffix;
  }

  /** A word for several of a thing: {@code membership} is one of {@code memberships}. */
  static String plural(String word) {
    if (word.endsWith("s")) {
      return word;
    }
    return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }
}
