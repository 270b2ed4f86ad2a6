package io.regionalmetrics.find;

import io.regionalmetrics.find.Found.FoundRegion;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.CountryNames;
import io.regionalmetrics.region.Region;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  private static final Pattern SMALL_LETTER = Pattern.compile("\\p{Ll}");

  private final String text;
  private final Words words;
  private final Map<String, FoundRegion> found = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  RegionMentions(String text, Words words) {
    this.text = text;
    this.words = words;
    countries();
    world();
  }

  private void countries() {
    Set<String> taken = new LinkedHashSet<>();
    for (Words run : words.runs(LONGEST_NAME)) {
      Optional<Region> country =
          CountryNames.code(CountryNames.letters(run.text())).flatMap(Countries::find);
      if (country.isPresent() && taken.stream().noneMatch(run.all()::contains)) {
        taken.addAll(run.all());
        add(country.get(), run);
      }
    }
  }

  private void add(Region country, Words name) {
    add(Optional.empty(), country);
    used.addAll(name.all());
    if (isExcluded(name)) {
      String code = Region.WORLD + "-" + country.id();
      found.put(code, new FoundRegion(Optional.empty(), code, "World without " + country.name()));
    }
  }

  /** Whether a word such as "outside" comes before a country's name. */
  private boolean isExcluded(Words name) {
    int start = words.all().indexOf(name.all().getFirst());
    int before = start > 0 && words.all().get(start - 1).equals("the") ? start - 2 : start - 1;
    return before >= 0 && WITHOUT.contains(words.all().get(before));
  }

  private void world() {
    List<String> mentioned = words.all().stream().filter(WORLD::contains).toList();
    if (!mentioned.isEmpty()) {
      used.addAll(mentioned);
      Countries.find(Region.WORLD).ifPresent(world -> add(Optional.empty(), world));
    }
  }

  private void add(Optional<String> company, Region region) {
    found.putIfAbsent(
        company.map(id -> id + ":").orElse("") + region.id(),
        new FoundRegion(company, region.id(), region.name()));
  }

  /** Adds the regions that all companies share and that the text mentions. */
  void search(Definitions common) {
    search(Optional.empty(), common.regions().values());
    codes()
        .flatMap(code -> Countries.find(code).stream())
        .forEach(country -> {
          used.add(country.id().toLowerCase(java.util.Locale.ROOT));
          add(Optional.empty(), country);
        });
  }

  /** Adds the regions that a company defines and that the text mentions. */
  void search(Vocabulary company) {
    search(Optional.of(company.id()), company.company().definitions().regions().values());
  }

  private void search(Optional<String> company, Collection<Region> regions) {
    Map<Region, List<String>> names = new LinkedHashMap<>();
    regions.forEach(region -> names.put(region, region.names().toList()));
    NameMatch.mentioned(words.meaningful(), names, LEAST_PART)
        .forEach((region, match) -> {
          used.addAll(match.words());
          add(company, region);
        });
    Set<String> codes = new LinkedHashSet<>(codes().toList());
    regions.stream()
        .filter(region ->
            codes.contains(region.id()) || region.aliases().stream().anyMatch(codes::contains))
        .forEach(region -> add(company, region));
  }

  /** What the text may mean as codes; a text in capitals has none, because IN would be India. */
  private Stream<String> codes() {
    return SMALL_LETTER.matcher(text).find()
        ? CODE.matcher(text).results().map(MatchResult::group)
        : Stream.of();
  }

  /** The words of the text that are parts of regions' names. */
  Set<String> used() {
    return used;
  }

  /** The regions found so far. */
  List<FoundRegion> all() {
    return List.copyOf(found.values());
  }
}
