package io.regionalmetrics.feed.filing;

import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.QualifiedName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which members are regions, and which regions they are.
 *
 * <ol>
 *   <li>{@code country:JP} is the country.
 *   <li>A member whose words are a country's English name, or one of its common other names, is
 *       that country: {@code aapl:JapanSegmentMember} is {@code JP}. {@code Segment}, {@code
 *       Reportable}, {@code Operating} and {@code Region} at the end don't count as words.
 *   <li>A region of the standard taxonomies has one id: {@code srt:AsiaPacificMember} is {@code
 *       APAC}. A company's own member of the very same name is the same, so that a series doesn't
 *       break where a company begins to use the standard's.
 *   <li>Any other is the company's own region, its id and name made of the words.
 * </ol>
 *
 * On the geographical axis every member is a region but eliminations and what belongs to no region.
 * On the segments' axis a member is one where every word of it is a place's, or joins or narrows
 * such words (rest of, other, greater, north, and), and at least one is a place's: {@code
 * GreaterChinaSegmentMember} is, {@code ServicesSegmentMember} and {@code WalmartUSMember} aren't.
 */
final class Geography {
  private static final Set<String> ENDINGS =
      Set.of("segment", "segments", "reportable", "operating", "region");

  private static final Set<String> NO_REGION =
      Set.of(
          "elimination",
          "eliminations",
          "intersegment",
          "intercompany",
          "reconciling",
          "reconciliation",
          "corporate",
          "unallocated",
          "nonsegment",
          "adjustments");

  /** The words and phrases that name a place that isn't a country. */
  private static final Set<String> PLACES =
      Set.of(
          "africa",
          "african",
          "america",
          "americas",
          "amea",
          "antarctica",
          "anz",
          "apac",
          "apj",
          "apla",
          "arab",
          "arabia",
          "asean",
          "asia",
          "asian",
          "asiapac",
          "asiapacific",
          "australasia",
          "balkans",
          "baltic",
          "baltics",
          "benelux",
          "britain",
          "caribbean",
          "caucasus",
          "cee",
          "cis",
          "countries",
          "dach",
          "domestic",
          "eame",
          "emea",
          "emeia",
          "england",
          "eu",
          "eurasia",
          "europe",
          "european",
          "eurozone",
          "foreign",
          "gcc",
          "hemisphere",
          "iberia",
          "indochina",
          "international",
          "korea",
          "latam",
          "levant",
          "macau",
          "mena",
          "menat",
          "mideast",
          "nafta",
          "nordic",
          "nordics",
          "oceania",
          "overseas",
          "pacific",
          "polynesia",
          "row",
          "scandinavia",
          "scotland",
          "ucan",
          "uk",
          "us",
          "usa",
          "wales",
          "world");

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

  /** What joins or narrows the names of places. */
  private static final Set<String> JOINING =
      Set.of(
          "all",
          "and",
          "central",
          "continental",
          "country",
          "developed",
          "developing",
          "east",
          "eastern",
          "emerging",
          "except",
          "excluding",
          "ex",
          "greater",
          "including",
          "latin",
          "mainland",
          "market",
          "markets",
          "mid",
          "middle",
          "non",
          "north",
          "northeast",
          "northern",
          "northwest",
          "of",
          "or",
          "other",
          "others",
          "outside",
          "region",
          "regions",
          "remaining",
          "rest",
          "south",
          "southeast",
          "southern",
          "southwest",
          "sub",
          "territories",
          "than",
          "the",
          "west",
          "western");

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

  /** The standard taxonomies' regions whose ids aren't just their words. */
  private static final Map<String, MemberRegion> STANDARD =
      Map.of(
          "asiapacific", MemberRegion.undefined("APAC", "Asia-Pacific"),
          "apac", MemberRegion.undefined("APAC", "Asia-Pacific"),
          "latinamerica", MemberRegion.undefined("LATAM", "Latin America"),
          "latam", MemberRegion.undefined("LATAM", "Latin America"),
          "emea", MemberRegion.undefined("EMEA", "Europe, Middle East and Africa"),
          "nonus",
              new MemberRegion(
                  "NON_US", "Outside the United States", false, false, Optional.of("WORLD-US")));

  private Geography() {}

  /** The countries' codes by their names' letters, and the words of those names. */
  private static final class Loaded {
    static final Map<String, String> COUNTRIES = new HashMap<>(OTHER_NAMES);
    static final Set<String> WORDS = new HashSet<>(PLACES);
    static final Map<String, String> NAMES = new HashMap<>();
    private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{L}]+");

    static {
      for (Region country : Countries.all()) {
        if (!country.id().equals(Region.WORLD)) {
          COUNTRIES.put(letters(country.name()), country.id());
          NAMES.put(country.id(), country.name());
          for (String word : WORD_BORDER.split(country.name(), -1)) {
            WORDS.add(letters(word));
          }
        }
      }
      WORDS.add("states");
      WORDS.add("rest");
    }
  }

  /** Whether a word may be a part of a place's name. */
  static boolean isPlaceWord(String word) {
    return Loaded.WORDS.contains(word);
  }

  /** The region of a member on the geographical axis, if it is one. */
  static Optional<MemberRegion> onGeographicalAxis(QualifiedName member) {
    if (member.prefix().equals("country")) {
      return Optional.of(country(member.local()));
    }
    if (member.prefix().equals("stpr")) {
      return Optional.of(MemberRegion.undefined("US_" + member.local(), "US-" + member.local()))
          .filter(place -> member.local().matches("[A-Z]{2}"));
    }
    List<String> words = words(member);
    return member.local().endsWith("Domain")
            || words.stream().anyMatch(word -> NO_REGION.contains(letters(word)))
        ? Optional.empty()
        : Optional.of(place(member, words));
  }

  /** The region of a member on the segments' axis, if it is one. */
  static Optional<MemberRegion> onSegmentsAxis(QualifiedName member) {
    if (member.prefix().equals("country")) {
      return Optional.of(country(member.local()));
    }
    List<String> words = words(member);
    return namesPlace(words.stream().map(Geography::letters).toList())
        ? Optional.of(place(member, words))
        : Optional.empty();
  }

  private static MemberRegion country(String code) {
    String name = Loaded.NAMES.get(code);
    return name == null ? MemberRegion.undefined(code, code) : MemberRegion.country(code, name);
  }

  private static List<String> words(QualifiedName member) {
    List<String> words = new ArrayList<>(ElementName.of(member));
    while (words.size() > 1 && ENDINGS.contains(letters(words.getLast()))) {
      words.removeLast();
    }
    return words;
  }

  private static MemberRegion place(QualifiedName member, List<String> words) {
    String letters = letters(String.join("", words));
    String code = Loaded.COUNTRIES.get(letters);
    if (code != null) {
      return country(code);
    }
    MemberRegion standard = STANDARD.get(letters);
    if (standard != null) {
      return standard.withStandard(member.isStandard());
    }
    String id = ElementName.code(words);
    // An own region named by two letters is not the country of that code.
    boolean taken = Countries.find(id).isPresent();
    return MemberRegion.undefined(taken ? id + "_REGION" : id, ElementName.title(words))
        .withStandard(member.isStandard());
  }

  /** Whether the words are those of places and nothing else. */
  private static boolean namesPlace(List<String> words) {
    boolean named = false;
    int at = 0;
    while (at < words.size()) {
      int place = placeAt(words, at);
      if (place > 0) {
        named = true;
        at += place;
      } else if (JOINING.contains(words.get(at))) {
        at++;
      } else {
        return false;
      }
    }
    return named;
  }

  /** How many words from one on are a place's name; the most, or none. */
  private static int placeAt(List<String> words, int at) {
    for (int count = Math.min(6, words.size() - at); count > 0; count--) {
      List<String> part = words.subList(at, at + count);
      if (Loaded.COUNTRIES.containsKey(String.join("", part))
          || PHRASES.contains(String.join(" ", part))
          || (count == 1 && PLACES.contains(part.getFirst()))) {
        return count;
      }
    }
    return 0;
  }

  private static String letters(String text) {
    return Normalizer.normalize(text.replace("&", "and"), Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}]|\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
