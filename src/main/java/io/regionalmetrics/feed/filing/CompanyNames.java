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
 * Makes ids and readable names from the names under which companies file.
 *
 * <p>An id consists of the name's words in lower case, without the legal form at the end: {@code
 * Tesla, Inc.} becomes {@code tesla}, {@code NETFLIX INC} {@code netflix}, {@code AT&T INC.} {@code
 * at-and-t}, {@code DEERE & CO} {@code deere}, {@code Nestlé S.A.} {@code nestle}, {@code ALTRIA
 * GROUP, INC. /VA/} {@code altria-group}. Accents, apostrophes and the mark in slashes that the SEC
 * adds at the end are dropped.
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

  /**
   * The longest word in capitals that may be an abbreviation; one of this length only without a
   * vowel.
   */
  private static final int MAX_ABBREVIATION = 4;

  private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");

  /** A word, or a name with a domain at its end, such as AMAZON.COM; not U.S. */
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+(\\.\\p{L}{2,})?");

  /** The legal form to which an article before the name belongs: The Boeing Company is Boeing. */
  private static final Pattern COMPANY = Pattern.compile("(?i)co\\.?|company");

  /** Words without a capital within a name. */
  private static final Set<String> SMALL_WORDS = Set.of("THE", "AND", "OF", "FOR", "IN");

  private static final Pattern SPACES = Pattern.compile("[\\s,]+");
  private static final Set<String> JOINING = Set.of("and", "de");

  private CompanyNames() {}

  /**
   * The id of a company. A name that is nothing but a legal form keeps it.
   *
   * @throws UnreadableListing if the name has no letters (a-z) or digits
   */
  static String id(String name) {
    List<String> words = new ArrayList<>(words(name));
    int kept = withoutLegalForm(words);
    String id = String.join("-", words.subList(0, kept));
    String bounded = id.substring(0, Math.min(id.length(), Codes.MOST_CHARACTERS));
    String trimmed = bounded.endsWith("-") ? bounded.substring(0, bounded.length() - 1) : bounded;
    if (!Codes.isId(trimmed)) {
      throw new UnreadableListing(
          "the company's name '%s' has no letters or digits to make an id from".formatted(name));
    }
    return trimmed;
  }

  /** The id of a company if another company already has the id made from the name alone. */
  static String id(String name, String cik) {
    String id = id(name);
    String suffix = "-" + Long.parseLong(cik);
    return id.substring(0, Math.min(id.length(), Codes.MOST_CHARACTERS - suffix.length())) + suffix;
  }

  /**
   * The name without the legal form at its end: {@code Netflix}. An article goes with {@code
   * Company}: {@code The Boeing Company} is {@code Boeing}, {@code The Trade Desk, Inc.} keeps it.
   * If the name is listed in capitals, only the first letter of each longer word stays a capital.
   */
  static String plain(String name) {
    List<String> words = withoutForm(List.of(SPACES.split(withoutMark(name).strip(), -1)));
    String plain = String.join(" ", words);
    return plain.equals(plain.toUpperCase(Locale.ROOT)) ? capitalized(words) : plain;
  }

  private static List<String> withoutForm(List<String> written) {
    int end = written.size();
    while (end > 1 && isLegalForm(written.get(end - 1))) {
      end--;
    }
    boolean hasArticle =
        end > 1
            && written.getFirst().equalsIgnoreCase("the")
            && written.subList(end, written.size()).stream().anyMatch(COMPANY.asMatchPredicate());
    return written.subList(hasArticle ? 1 : 0, end);
  }

  private static String capitalized(List<String> words) {
    String name = words.stream().map(CompanyNames::capitalized).collect(Collectors.joining(" "));
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Capitalizes a word, unless it may be an abbreviation, such as IBM, HSBC or AT&T. */
  private static String capitalized(String word) {
    if (SMALL_WORDS.contains(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    boolean isWord =
        word.length() > MAX_ABBREVIATION
            || (word.length() == MAX_ABBREVIATION && VOWEL.matcher(word).find());
    return isWord && LETTERS.matcher(word).matches()
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word;
  }

  private static boolean isLegalForm(String written) {
    return words(written).stream()
        .allMatch(word -> LEGAL_FORMS.contains(word) || word.equals("and"));
  }

  /** How many words are left without the legal form at the end. */
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
