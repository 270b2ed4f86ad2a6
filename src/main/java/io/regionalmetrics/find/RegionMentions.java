package io.regionalmetrics.find;

import io.regionalmetrics.find.Found.FoundRegion;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.CountryNames;
import io.regionalmetrics.region.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regions that a text mentions: countries by name, the world, and regions that companies define
 * by name or code. "Outside the US" is the world without that country.
 */
final class RegionMentions {
  /** The most words of a country's name: Heard Island and McDonald Islands has five. */
  private static final int LONGEST_NAME = 6;

  /** A region is meant if half the letters of its name are in the text. */
  private static final int LEAST_PART = 500;

  private static final Set<String> WORLD =
      Set.of("world", "worldwide", "global", "globally", "total", "overall");
  private static final Set<String> WITHOUT =
      Set.of("outside", "excluding", "except", "without", "non", "ex");
  private static final Pattern CODE = Pattern.compile("(?<![\\w-])[A-Z][A-Z0-9_]+(?![\\w-])");

  private final List<String> words;
  private final Set<String> codes = new HashSet<>();
  private final Set<FoundRegion> found = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();

  RegionMentions(String text) {
    words = Words.of(text);
    // A text in capitals has no codes, because IN would be India, but a single word may be one.
    if (words.size() == 1 || !text.equals(text.toUpperCase(Locale.ROOT))) {
      for (Matcher code = CODE.matcher(text); code.find(); ) {
        codes.add(code.group());
      }
    }
    for (int length = Math.min(LONGEST_NAME, words.size()); length > 0; length--) {
      for (int start = 0; start + length <= words.size(); start++) {
        country(start, start + length);
      }
    }
    searchOthers();
  }

  /** Adds the country whose name these words are, unless they are part of a longer name. */
  private void country(int start, int end) {
    List<String> name = words.subList(start, end);
    String letters = CountryNames.letters(String.join("", name));
    Region country = CountryNames.code(letters).flatMap(Countries::find).orElse(null);
    if (country != null && used.addAll(name)) {
      add("", country);
      int before = start > 0 && words.get(start - 1).equals("the") ? start - 2 : start - 1;
      if (before >= 0 && WITHOUT.contains(words.get(before))) {
        String code = Region.WORLD + "-" + country.id();
        found.add(new FoundRegion("", code, "World without " + country.name()));
      }
    }
  }

  /** Adds the world, and countries by their codes. */
  private void searchOthers() {
    for (String word : words) {
      if (WORLD.contains(word)) {
        used.add(word);
        codes.add(Region.WORLD);
      }
    }
    for (String code : codes) {
      Countries.find(code)
          .ifPresent(country -> {
            used.add(code.toLowerCase(Locale.ROOT));
            add("", country);
          });
    }
  }

  private void add(String company, Region region) {
    found.add(new FoundRegion(company, region.id(), region.name()));
  }

  /**
   * Adds the regions of a list that the text mentions.
   *
   * @param company the id of the company that defines them; empty if all companies share them
   */
  void search(String company, Collection<Region> regions) {
    NameMatch<Region> names = new NameMatch<>(Words.meaningful(words), LEAST_PART);
    for (Region region : regions) {
      names.add(region, region.names().toList());
      Set<String> written = new HashSet<>(region.aliases());
      written.add(region.id());
      written.retainAll(codes);
      if (!written.isEmpty()) {
        add(company, region);
      }
    }
    for (NameMatch.Match<Region> match : names.best()) {
      used.addAll(match.words());
      add(company, match.thing());
    }
  }

  /** The words of the text that are parts of regions' names. */
  Set<String> used() {
    return used;
  }

  /** The regions found so far. */
  List<FoundRegion> all() {
    return List.copyOf(found);
  }
}
