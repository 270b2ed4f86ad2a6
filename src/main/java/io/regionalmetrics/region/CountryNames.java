package io.regionalmetrics.region;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The English names of countries, with those in common use beside the one of {@link Countries}:
 * United States of America, Czech Republic, Korea, Republic of.
 */
public final class CountryNames {
  private static final Pattern NO_LETTER_OR_MARK = Pattern.compile("[^\\p{L}]|\\p{M}");
  private static final Pattern INVERTED = Pattern.compile("([^,]+), *([^,]+)");
  private static final Pattern WITH_ADDITION = Pattern.compile("([^(]+)\\(.*\\)");

  /** Other common names than those of {@link Countries}, as {@link #letters}. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("us", "US"),
          Map.entry("usa", "US"),
          Map.entry("unitedstatesofamerica", "US"),
          Map.entry("uk", "GB"),
          Map.entry("greatbritain", "GB"),
          Map.entry("republicofkorea", "KR"),
          Map.entry("turkey", "TR"),
          Map.entry("czechrepublic", "CZ"),
          Map.entry("russianfederation", "RU"),
          Map.entry("peoplesrepublicofchina", "CN"),
          Map.entry("prc", "CN"),
          Map.entry("macau", "MO"),
          Map.entry("vietnam", "VN"),
          Map.entry("holland", "NL"),
          Map.entry("thenetherlands", "NL"),
          Map.entry("uae", "AE"),
          Map.entry("ksa", "SA"),
          Map.entry("cotedivoire", "CI"),
          Map.entry("ivorycoast", "CI"),
          Map.entry("swaziland", "SZ"),
          Map.entry("caboverde", "CV"),
          Map.entry("macedonia", "MK"),
          Map.entry("burma", "MM"));

  private static final Map<String, String> CODES = codes();

  private CountryNames() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(OTHER_NAMES);
    for (Region country : Countries.all()) {
      if (!country.id().equals(Region.WORLD)) {
        codes.put(letters(country.name()), country.id());
      }
    }
    return Map.copyOf(codes);
  }

  /** The letters of a text, without accents, spaces and signs, in small letters. */
  public static String letters(String text) {
    String decomposed = Normalizer.normalize(text.replace("&", "and"), Normalizer.Form.NFKD);
    return NO_LETTER_OR_MARK.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** The ISO 3166-1 code of a country by the {@link #letters} of its name; empty for any other. */
  public static Optional<String> code(String letters) {
    return Optional.ofNullable(CODES.get(letters));
  }

  /**
   * Whether a text is a name of a country, or its code. The name may be inverted as in ISO 3166-1
   * (Korea, Republic of), and something in brackets may follow it.
   *
   * @param id the country's ISO 3166-1 code
   */
  public static boolean isNameOf(String id, String text) {
    return text.strip().equals(id)
        || spellings(text).anyMatch(name -> code(letters(name)).equals(Optional.of(id)))
        || Countries.find(id).stream()
            .flatMap(country -> spellings(country.name()))
            .anyMatch(name -> letters(name).equals(letters(text)));
  }

  private static Stream<String> spellings(String text) {
    Stream<String> inverted =
        INVERTED
            .matcher(text)
            .results()
            .flatMap(name -> Stream.of(name.group(1), name.group(2) + name.group(1)));
    Stream<String> withoutAddition =
        WITH_ADDITION.matcher(text).results().map(name -> name.group(1));
    return Stream.of(Stream.of(text), inverted, withoutAddition).flatMap(names -> names);
  }
}
