package io.regionalmetrics.feed.filing;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.xbrl.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Splits the name of an XBRL element, such as {@code UnitedStatesAndCanadaMember}, into words, and
 * makes ids and readable names from them.
 */
final class ElementName {
  private static final String SUFFIX = "Member";
  private static final Pattern BORDER =
      Pattern.compile(
          "(?<=[\\p{Ll}0-9])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=[0-9])|[^\\p{L}0-9]+");
  private static final Pattern HYPHENS = Pattern.compile("-");
  private static final Set<String> LOWER_CASE =
      Set.of("and", "of", "the", "in", "other", "than", "or");
  private static final Set<String> GLUED = Set.of("and", "of");

  private ElementName() {}

  /** The words of a member's name, without {@code Member} at the end. */
  static List<String> of(QualifiedName member) {
    return asWritten(member).stream()
        .flatMap(word -> PlaceNames.wordsOf(word).orElse(List.of(word)).stream())
        .toList();
  }

  /** The same words, though {@code UNITEDSTATES} is one. */
  static List<String> asWritten(QualifiedName member) {
    String plain = withoutSuffix(member.local());
    List<String> words = new ArrayList<>();
    for (String word : BORDER.split(plain, -1)) {
      if (!word.isEmpty()) {
        unglue(word, words);
      }
    }
    return words.isEmpty() ? List.of(plain) : List.copyOf(words);
  }

  /** Whether a name contains one of these parts, written like this. */
  static boolean containsAny(Collection<String> parts, QualifiedName element) {
    return parts.stream().anyMatch(element.local()::contains);
  }

  private static String withoutSuffix(String local) {
    return local.endsWith(SUFFIX) && local.length() > SUFFIX.length()
        ? local.substring(0, local.length() - SUFFIX.length())
        : local;
  }

  /** The words of an id, such as {@code paid-memberships}. */
  static List<String> ofId(String id) {
    return HYPHENS.splitAsStream(id).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Splits {@code Statesand}, as in {@code UnitedStatesandCanada}, in two if its first part is a
   * word in the names of places.
   */
  private static void unglue(String word, List<String> words) {
    for (String small : GLUED) {
      String rest = word.substring(0, Math.max(0, word.length() - small.length()));
      if (word.endsWith(small) && PlaceNames.isWordOfPlaces(rest.toLowerCase(Locale.ROOT))) {
        words.add(rest);
        words.add(small);
        return;
      }
    }
    words.add(word);
  }

  /** The words as a readable name, such as {@code United States and Canada}. */
  static String title(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      name.append(name.isEmpty() ? "" : " ").append(titleWord(word, name.isEmpty()));
    }
    return name.toString();
  }

  private static String titleWord(String word, boolean isFirst) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("us") || lower.equals("uk")) {
      return word.toUpperCase(Locale.ROOT);
    }
    return !isFirst && LOWER_CASE.contains(lower) ? lower : word;
  }

  /** The words as the start of a sentence, such as {@code Paid memberships}. */
  static String sentence(List<String> words) {
    String text = words.stream().map(ElementName::sentenceWord).collect(Collectors.joining(" "));
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A word in lower case, unless it is an abbreviation. */
  private static String sentenceWord(String word) {
    boolean isAbbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return isAbbreviation ? word : word.toLowerCase(Locale.ROOT);
  }

  /** The words as the code of a region, such as {@code UNITED_STATES_AND_CANADA}. */
  static String code(List<String> words) {
    return bounded(letters(words, "_").toUpperCase(Locale.ROOT), '_');
  }

  /** The words as an id after a prefix, such as {@code revenue-streaming}. */
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

  /** Shortens a long code. It then ends in a checksum of the whole, so that it stays unique. */
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

  /** The plural of a noun: {@code memberships} for {@code membership}. */
  static String plural(String word) {
    if (word.endsWith("s")) {
      return word;
    }
    return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }
}
