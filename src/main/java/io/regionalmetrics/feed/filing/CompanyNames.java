package io.regionalmetrics.feed.filing;

import io.regionalmetrics.refusal.Codes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows from a company's name as it files under it.
 *
 * <p>An id is the name's words in small letters without the legal form at its end: {@code Tesla,
 * Inc.} is {@code tesla}, {@code NETFLIX INC} {@code netflix}, {@code AT&T INC.} {@code at-and-t},
 * {@code DEERE & CO} {@code deere}, {@code Nestlé S.A.} {@code nestle}, {@code ALTRIA GROUP, INC.
 * /VA/} {@code altria-group}. A mark in slashes at the end, which the SEC adds, accents and
 * apostrophes fall away.
 */
final class CompanyNames {
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "company",
          "ltd",
          "limited",
          "llc",
          "lp",
          "llp",
          "plc",
          "sa",
          "sab",
          "se",
          "nv",
          "bv",
          "ag",
          "kgaa",
          "gmbh",
          "ab",
          "asa",
          "oyj",
          "spa",
          "sarl",
          "pte",
          "pty",
          "cv");

  /** The most letters of a word that may be an abbreviation. */
  private static final int SHORT = 4;

  private static final Pattern SPACES = Pattern.compile("[\\s,]+");
  private static final Set<String> JOINING = Set.of("and", "de");

  private CompanyNames() {}

  /** The id. A name of nothing but a legal form keeps it. */
  static String id(String name) {
    List<String> words = new ArrayList<>(words(name));
    int kept = withoutLegalForm(words);
    String id = String.join("-", words.subList(0, kept));
    String bounded = id.substring(0, Math.min(id.length(), Codes.MOST_CHARACTERS));
    String trimmed = bounded.endsWith("-") ? bounded.substring(0, bounded.length() - 1) : bounded;
    if (!Codes.isId(trimmed)) {
      throw new UnreadableListing("no id can be made of the company's name '%s'".formatted(name));
    }
    return trimmed;
  }

  /** The id of a company whose name makes an id that is another company's already. */
  static String id(String name, String cik) {
    String id = id(name);
    String suffix = "-" + Long.parseLong(cik);
    return id.substring(0, Math.min(id.length(), Codes.MOST_CHARACTERS - suffix.length())) + suffix;
  }

  /**
   * The name without a legal form at its end: {@code Netflix}. Where it is listed in capitals, its
   * longer words have small letters.
   */
  static String plain(String name) {
    String stripped = withoutMark(name);
    List<String> written = new ArrayList<>(List.of(SPACES.split(stripped.strip(), -1)));
    while (written.size() > 1) {
      List<String> last = words(written.getLast());
      if (last.stream().allMatch(word -> LEGAL_FORMS.contains(word) || word.equals("and"))) {
        written.removeLast();
      } else {
        break;
      }
    }
    String plain = String.join(" ", written);
    return plain.equals(plain.toUpperCase(Locale.ROOT))
        ? written.stream().map(CompanyNames::small).collect(Collectors.joining(" "))
        : plain;
  }

  /** A word of capitals as a name; what is short, such as IBM or AT&T, may be letters. */
  private static String small(String word) {
    return word.length() > SHORT && word.chars().allMatch(Character::isLetter)
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word;
  }

  private static int withoutLegalForm(List<String> words) {
    int kept = words.size();
    while (kept > 1 && LEGAL_FORMS.contains(words.get(kept - 1))) {
      kept--;
      while (kept > 1 && JOINING.contains(words.get(kept - 1))) {
        kept--;
      }
    }
    return kept;
  }

  private static String withoutMark(String name) {
    return name.replaceAll("\\s*[/\\\\]([A-Za-z .]{1,12}[/\\\\]|[A-Z]{2,3})\\s*$", "");
  }

  private static List<String> words(String name) {
    String plain =
        Normalizer.normalize(withoutMark(name), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("(?<=\\b\\p{L})\\.", "")
            .replaceAll("['’‘`]", "")
            .replace("&", " and ")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    return plain.isEmpty() ? List.of() : List.of(SPACES.split(plain, -1));
  }
}
