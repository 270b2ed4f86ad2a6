package io.regionalmetrics.feed.filing;

import io.regionalmetrics.region.Countries;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a member, and the region that it stands for.
 *
 * <ol>
 *   <li>{@code country:JP} is the country {@code JP}; {@code stpr:CA} is the state {@code US_CA}.
 *   <li>A member whose words are a country's English name, or another common name of it, is that
 *       country: {@code aapl:JapanSegmentMember} is {@code JP}.
 *   <li>Each region of the standard taxonomies has one id: {@code srt:AsiaPacificMember} is {@code
 *       APAC}. A company's own member of the same name is the same region, however it is spelt, so
 *       that a series doesn't break when the company switches to the standard member.
 *   <li>Any other member is a region of the company. Its id and name are made from its words.
 * </ol>
 *
 * The filing's label for a member is the region's name. It may also say which place a member is
 * whose own words don't. Otherwise it has no influence on the id, so that a region has the same id
 * with and without its label.
 *
 * <p>Words that only mark something as a region are ignored: {@code Segment}, {@code Geographical},
 * {@code Total} and {@code The} at the start, {@code Segment}, {@code Reportable}, {@code
 * Operations}, {@code Region} and {@code Market} at the end, and words that all members of an axis
 * share.
 *
 * @param member the member
 * @param allWords the words of its name, without {@code Member}
 * @param words the same, without those that are ignored
 * @param label what the filing calls the member
 */
record MemberName(
    QualifiedName member, List<String> allWords, List<String> words, MemberLabel label) {
  private static final Set<String> STARTS =
      Set.of("segment", "segments", "geographical", "geographic", "total", "reportable", "the");
  private static final Set<String> ENDS =
      Set.of(
          "segment",
          "segments",
          "reportable",
          "operating",
          "operations",
          "region",
          "member",
          "total");
  private static final Set<String> SMALL = Set.of("and", "the");
  private static final Set<String> MARKETS = Set.of("market", "markets");
  private static final Set<String> BEFORE_STARTS_WERE_IGNORED =
      Set.of("segment", "segments", "reportable", "operating", "region");

  private static final MemberRegion EMEA =
      MemberRegion.undefined("EMEA", "Europe, Middle East and Africa");
  private static final MemberRegion NON_US =
      MemberRegion.undefined("NON_US", "Outside the United States");

  /**
   * The regions whose ids aren't simply their words, by the letters of their names without "and"
   * and "the".
   */
  private static final Map<String, MemberRegion> STANDARD =
      Map.ofEntries(
          Map.entry("asiapacific", MemberRegion.undefined("APAC", "Asia-Pacific")),
          Map.entry("apac", MemberRegion.undefined("APAC", "Asia-Pacific")),
          Map.entry("latinamerica", MemberRegion.undefined("LATAM", "Latin America")),
          Map.entry("latinamerican", MemberRegion.undefined("LATAM", "Latin America")),
          Map.entry("latam", MemberRegion.undefined("LATAM", "Latin America")),
          Map.entry("emea", EMEA),
          Map.entry("europemiddleeastafrica", EMEA),
          Map.entry("restofworld", MemberRegion.undefined("REST_OF_WORLD", "Rest of World")),
          Map.entry("nonus", NON_US),
          Map.entry("nonunitedstates", NON_US),
          Map.entry("outsideus", NON_US),
          Map.entry("outsideunitedstates", NON_US),
          Map.entry("outsideofus", NON_US),
          Map.entry("outsideofunitedstates", NON_US),
          Map.entry("european", MemberRegion.undefined("EUROPE", "Europe")),
          Map.entry("asian", MemberRegion.undefined("ASIA", "Asia")),
          Map.entry("northamerican", MemberRegion.undefined("NORTH_AMERICA", "North America")));

  /** The name of a member. */
  static MemberName of(QualifiedName member) {
    return of(member, 0, 0);
  }

  /**
   * The name of a member, of which some first and last words are ignored.
   *
   * @param start how many words to ignore at its start
   * @param end how many words to ignore at its end
   */
  static MemberName of(QualifiedName member, int start, int end) {
    List<String> all = ElementName.of(member);
    List<String> rest = all.subList(start, all.size() - end);
    return new MemberName(member, all, plainWords(rest), MemberLabel.NONE);
  }

  /** The same name, with what the filing calls the member. */
  MemberName labelled(MemberLabel some) {
    return new MemberName(member, allWords, words, some);
  }

  /** The words of a name, without those that only mark something as a region. */
  static List<String> plainWords(List<String> some) {
    return withoutMarkets(stripped(some, STARTS, ENDS));
  }

  private static List<String> stripped(List<String> all, Set<String> starts, Set<String> ends) {
    int from = 0;
    int to = all.size();
    while (to - from > 1 && ends.contains(PlaceNames.letters(all.get(to - 1)))) {
      to--;
    }
    while (to - from > 1 && starts.contains(PlaceNames.letters(all.get(from)))) {
      from++;
    }
    return all.subList(from, to);
  }

  /**
   * Ignores "market" after a place: the US market is the US, but emerging markets aren't a place
   * called Emerging.
   */
  private static List<String> withoutMarkets(List<String> words) {
    List<String> start = words.subList(0, words.size() - 1);
    return MARKETS.contains(PlaceNames.letters(words.getLast())) && namesPlaceOnly(start)
        ? start
        : words;
  }

  /** The region that the name stands for. */
  MemberRegion region() {
    if (member.prefix().equals("country")) {
      return country(member.local());
    }
    if (member.prefix().equals("stpr")) {
      return MemberRegion.undefined("US_" + member.local(), "US-" + member.local());
    }
    return known(words)
        .map(known -> standard(known).withFormerId(formerId()))
        .or(() -> known(label.words()))
        .orElseGet(() -> named(own(words).withFormerId(formerId()), label.name()));
  }

  /** A known place: a country under its name, another place as the filing calls it. */
  private MemberRegion standard(MemberRegion known) {
    return known.isDefined() || known(label.words()).isPresent()
        ? known
        : named(known, label.name());
  }

  /** The company's own region, with the member's full name. */
  MemberRegion ownRegion() {
    return named(own(allWords), label.fullName());
  }

  private static MemberRegion named(MemberRegion region, Optional<String> name) {
    return name.map(region::withName).orElse(region);
  }

  /** Whether all of its words name places, or join or narrow them. */
  boolean namesPlaceOnly() {
    return member.prefix().equals("country") || known(words).isPresent() || namesPlaceOnly(words);
  }

  /** Whether its words or the filing's label name a place, whatever else is in them. */
  boolean namesPlace() {
    return namesPlaceOnly()
        || placeWithin().isPresent()
        || !PlaceNames.withoutOtherWords(label.words()).isEmpty();
  }

  /** The place in its name, whatever else is in it: {@code US} of {@code WalmartUS}. */
  Optional<String> placeWithin() {
    List<String> places = PlaceNames.withoutOtherWords(words);
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(known(places).orElseGet(() -> own(places)).id());
  }

  private Optional<MemberRegion> known(List<String> some) {
    String letters = PlaceNames.letters(String.join("", some));
    String code = PlaceNames.countryCode(letters);
    if (code != null) {
      return Optional.of(country(code));
    }
    String plain =
        PlaceNames.letters(String.join("", some.stream().filter(word -> !isSmall(word)).toList()));
    return Optional.ofNullable(STANDARD.get(plain))
        .map(region -> region.withStandard(member.isStandard()));
  }

  private static boolean isSmall(String word) {
    return SMALL.contains(PlaceNames.letters(word));
  }

  private MemberRegion own(List<String> some) {
    return MemberRegion.undefined(ownId(some), ElementName.title(some))
        .withStandard(member.isStandard());
  }

  /** An id made of words. If that would be a country's code, it ends in {@code _REGION}. */
  private static String ownId(List<String> some) {
    String id = ElementName.code(some);
    return Countries.find(id).isPresent() ? id + "_REGION" : id;
  }

  /** The id that the first versions of this feed gave to the member. */
  private String formerId() {
    List<String> some =
        stripped(ElementName.asWritten(member), Set.of(), BEFORE_STARTS_WERE_IGNORED);
    String letters = PlaceNames.letters(String.join("", some));
    String code = PlaceNames.countryCode(letters);
    MemberRegion standard = STANDARD.get(letters);
    if (code != null) {
      return code;
    }
    return standard == null ? ownId(some) : standard.id();
  }

  private static MemberRegion country(String code) {
    String name = PlaceNames.countryName(code);
    return name == null ? MemberRegion.undefined(code, code) : MemberRegion.country(code, name);
  }

  private static boolean namesPlaceOnly(List<String> some) {
    List<String> letters = some.stream().map(PlaceNames::letters).toList();
    boolean named = false;
    int at = 0;
    while (at < letters.size()) {
      int place = PlaceNames.wordsOfPlace(letters, at);
      if (place > 0) {
        named = true;
        at += place;
      } else if (PlaceNames.isJoining(letters.get(at))) {
        at++;
      } else {
        return false;
      }
    }
    return named;
  }
}
