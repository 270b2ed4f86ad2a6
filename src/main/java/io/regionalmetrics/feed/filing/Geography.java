package io.regionalmetrics.feed.filing;

import io.regionalmetrics.region.Countries;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which members are regions, and which region each one is.
 *
 * <ol>
 *   <li>{@code country:JP} is the country {@code JP}.
 *   <li>A member whose words are a country's English name, or another common name of it, is that
 *       country: {@code aapl:JapanSegmentMember} is {@code JP}. {@code Segment}, {@code
 *       Reportable}, {@code Operating} and {@code Region} at the end are ignored.
 *   <li>Each region of the standard taxonomies has one id: {@code srt:AsiaPacificMember} is {@code
 *       APAC}. A company's own member of exactly the same name is the same region, so that a series
 *       doesn't break when the company switches to the standard member.
 *   <li>Any other member is a region of the company. Its id and name are made from its words.
 * </ol>
 *
 * On the geographical axis every member is a region, except for eliminations and amounts that
 * belong to no region. On the segments' axis a member is a region only if it names at least one
 * place, and all its other words join or narrow places (rest of, other, greater, north, and). So
 * {@code GreaterChinaSegmentMember} is a region; {@code ServicesSegmentMember} and {@code
 * WalmartUSMember} are not.
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

  /** The regions of the standard taxonomies whose ids aren't simply their words. */
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
            || words.stream().anyMatch(word -> NO_REGION.contains(PlaceNames.letters(word)))
        ? Optional.empty()
        : Optional.of(place(member, words));
  }

  /** The region of a member on the segments' axis, if it is one. */
  static Optional<MemberRegion> onSegmentsAxis(QualifiedName member) {
    if (member.prefix().equals("country")) {
      return Optional.of(country(member.local()));
    }
    List<String> words = words(member);
    return namesPlace(words.stream().map(PlaceNames::letters).toList())
        ? Optional.of(place(member, words))
        : Optional.empty();
  }

  private static MemberRegion country(String code) {
    String name = PlaceNames.countryName(code);
    return name == null ? MemberRegion.undefined(code, code) : MemberRegion.country(code, name);
  }

  private static List<String> words(QualifiedName member) {
    List<String> words = new ArrayList<>(ElementName.of(member));
    while (words.size() > 1 && ENDINGS.contains(PlaceNames.letters(words.getLast()))) {
      words.removeLast();
    }
    return words;
  }

  private static MemberRegion place(QualifiedName member, List<String> words) {
    String letters = PlaceNames.letters(String.join("", words));
    String code = PlaceNames.countryCode(letters);
    if (code != null) {
      return country(code);
    }
    MemberRegion standard = STANDARD.get(letters);
    if (standard != null) {
      return standard.withStandard(member.isStandard());
    }
    String id = ElementName.code(words);
    // A company's region named by two letters is not the country of that code.
    boolean taken = Countries.find(id).isPresent();
    return MemberRegion.undefined(taken ? id + "_REGION" : id, ElementName.title(words))
        .withStandard(member.isStandard());
  }

  /** Whether the words name places and nothing else. */
  private static boolean namesPlace(List<String> words) {
    boolean named = false;
    int at = 0;
    while (at < words.size()) {
      int place = PlaceNames.wordsOfPlace(words, at);
      if (place > 0) {
        named = true;
        at += place;
      } else if (PlaceNames.isJoining(words.get(at))) {
        at++;
      } else {
        return false;
      }
    }
    return named;
  }
}
