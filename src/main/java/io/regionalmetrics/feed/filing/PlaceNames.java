package io.regionalmetrics.feed.filing;

import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.CountryNames;
import io.regionalmetrics.region.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The English names of countries and other places, word by word, in small letters. */
final class PlaceNames {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /** The most words of a country's name. */
  private static final int MAX_WORDS = 6;

  /** Single words that name a place other than a country. */
  private static final Set<String> PLACES =
      words(
          """
          africa african america americas amea amesa antarctica anz apac apec apj apla apmea arab
          arabia asean asia asian asiapac asiapacific aspac australasia balkans baltic baltics
          benelux britain cala caribbean caucasus cee cis countries dach domestic eame emea emeai
          emeia england eu eurasia europe european eurozone foreign gcc hemisphere iberia imea
          indochina international japac korea latam levant macau mea mena menat mideast nafta
          nordic nordics oceania overseas pacific polynesia row scandinavia scotland ucan uk us
          usa uscan wales world
          """);

  /** Words that join or narrow the names of places. */
  private static final Set<String> JOINING =
      words(
          """
          all and central continental country developed developing east eastern emerging except
          excluding ex greater including latin mainland market markets mid middle non north
          northeast northern northwest of or other others outside region regions remaining rest
          south southeast southern southwest sub territories than the west western
          """);

  /** Names of places that consist of several words. */
  private static final Set<String> PHRASES =
      Set.of(
          "middle east",
          "near east",
          "far east",
          "north american",
          "south american",
          "latin american",
          "central american",
          "united states",
          "united kingdom");

  /** Countries whose names mean something else in most longer names: Jennie-O Turkey Store. */
  private static final Set<String> OTHER_MEANINGS =
      Set.of("chad", "georgia", "guinea", "jersey", "jordan", "turkey");

  /** What is of some country, if nothing else is in a name: Canadian operations. */
  private static final Map<String, String> ADJECTIVES =
      Map.ofEntries(
          Map.entry("australian", "AU"),
          Map.entry("austrian", "AT"),
          Map.entry("belgian", "BE"),
          Map.entry("brazilian", "BR"),
          Map.entry("british", "GB"),
          Map.entry("canadian", "CA"),
          Map.entry("chinese", "CN"),
          Map.entry("danish", "DK"),
          Map.entry("dutch", "NL"),
          Map.entry("french", "FR"),
          Map.entry("german", "DE"),
          Map.entry("indian", "IN"),
          Map.entry("irish", "IE"),
          Map.entry("israeli", "IL"),
          Map.entry("italian", "IT"),
          Map.entry("japanese", "JP"),
          Map.entry("mexican", "MX"),
          Map.entry("norwegian", "NO"),
          Map.entry("russian", "RU"),
          Map.entry("spanish", "ES"),
          Map.entry("swedish", "SE"),
          Map.entry("swiss", "CH"),
          Map.entry("turkish", "TR"));

  private static final Map<String, String> NAMES_BY_CODE = new HashMap<>();
  private static final Set<String> PLACE_WORDS = new HashSet<>(PLACES);

  static {
    for (Region country : Countries.all()) {
      if (!country.id().equals(Region.WORLD)) {
        NAMES_BY_CODE.put(country.id(), country.name());
        for (String word : NO_LETTERS.split(country.name(), -1)) {
          PLACE_WORDS.add(letters(word));
        }
      }
    }
    PLACE_WORDS.addAll(List.of("states", "rest"));
  }

  /** The names of places that have several words, by their letters. */
  private static final Map<String, List<String>> SEVERAL_WORDS =
      Stream.concat(PHRASES.stream().map(PlaceNames::title), NAMES_BY_CODE.values().stream())
          .map(name -> List.of(SPACES.split(name, -1)))
          .filter(words -> words.size() > 1)
          .collect(
              Collectors.toUnmodifiableMap(
                  words -> letters(String.join("", words)), words -> words, (one, same) -> one));

  private PlaceNames() {}

  private static String title(String phrase) {
    return SPACES
        .splitAsStream(phrase)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** The words of a place that is written as one: {@code United States} of UNITEDSTATES. */
  static Optional<List<String>> wordsOf(String letters) {
    return Optional.ofNullable(SEVERAL_WORDS.get(letters(letters)));
  }

  private static Set<String> words(String text) {
    return Set.of(SPACES.split(text.strip(), -1));
  }

  /** The letters of a text, without accents, spaces and signs, in small letters. */
  static String letters(String text) {
    return CountryNames.letters(text);
  }

  /** Whether a word is part of the name of some place, or joins or narrows such names. */
  static boolean isWordOfPlaces(String word) {
    return PLACE_WORDS.contains(word) || JOINING.contains(word);
  }

  /**
   * The words that name places, and those that join or narrow them; empty if none names a place.
   */
  static List<String> withoutOtherWords(List<String> words) {
    List<String> letters = words.stream().map(PlaceNames::letters).toList();
    List<String> kept = new ArrayList<>();
    boolean named = false;
    int at = 0;
    while (at < words.size()) {
      int place = wordsOfPlace(letters, at);
      if (place > 0 || isJoining(letters.get(at))) {
        kept.addAll(words.subList(at, at + Math.max(place, 1)));
      }
      named |= place > 0 && !(place == 1 && OTHER_MEANINGS.contains(letters.get(at)));
      at += Math.max(place, 1);
    }
    return named ? kept : List.of();
  }

  /** Whether a word joins or narrows the names of places: and, rest, of, north. */
  static boolean isJoining(String word) {
    return JOINING.contains(word);
  }

  /**
   * The ISO 3166-1 code of a country by the letters of its name or adjective; null if it is no
   * country.
   */
  static @Nullable String countryCode(String letters) {
    return CountryNames.code(letters).orElseGet(() -> ADJECTIVES.get(letters));
  }

  /** The English name of a country; null if no country has the code. */
  static @Nullable String countryName(String code) {
    return NAMES_BY_CODE.get(code);
  }

  /** How many words, from an index on, make up the longest name of a place; 0 if none do. */
  static int wordsOfPlace(List<String> words, int from) {
    for (int count = Math.min(MAX_WORDS, words.size() - from); count > 0; count--) {
      if (isPlace(words.subList(from, from + count))) {
        return count;
      }
    }
    return 0;
  }

  private static boolean isPlace(List<String> words) {
    return CountryNames.code(String.join("", words)).isPresent()
        || PHRASES.contains(String.join(" ", words))
        || (words.size() == 1 && PLACES.contains(words.getFirst()));
  }
}
