package io.regionalmetrics.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The regions that need no definition: the world and the countries of ISO 3166-1, with English
 * names from Unicode's Common Locale Data Repository (Unicode-3.0). The names come from a file in
 * this project, because Java's names change between versions, and sentences must not change with
 * them.
 */
public final class Countries {
  private static final Region WORLD = known(Region.WORLD, "World", List.of("001"));

  private static final Pattern GROUPS =
      Pattern.compile("^(Rest of|Americas|Middle East|Caribbean|Nordics|Baltics|Gulf)\\b");

  private Countries() {}

  /** The world or a country, by its code; empty for any other code. */
  public static Optional<Region> find(String code) {
    return Optional.ofNullable(Loaded.ALL.get(code.equals("001") ? Region.WORLD : code));
  }

  /** The world and all countries. */
  public static Collection<Region> all() {
    return Loaded.ALL.values();
  }

  /**
   * A region's name as used in a sentence, with an article if it takes one: Japan, the United
   * States, the United States and Canada, the Rest of Asia Pacific.
   */
  public static String inSentence(Region region) {
    return (takesArticle(region.name()) ? "the " : "") + region.name();
  }

  private static Region known(String id, String name, List<String> aliases) {
    return new Region(id, name, aliases, List.of(), Optional.empty(), LocalDate.MIN);
  }

  private static boolean takesArticle(String name) {
    return Loaded.WITH_ARTICLE.contains(name)
        || GROUPS.matcher(name).find()
        || beginsWithArticle(name);
  }

  /** Whether a name begins with that of a country that takes the article, and goes on. */
  private static boolean beginsWithArticle(String name) {
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
      if (Loaded.WITH_ARTICLE.contains(name.substring(0, space))) {
        return true;
      }
    }
    return false;
  }

  /** Loaded on first use. */
  private static final class Loaded {
    static final Set<String> WITH_ARTICLE = new HashSet<>();
    static final Map<String, Region> ALL = load();

    private static Map<String, Region> load() {
      Map<String, Region> all = new LinkedHashMap<>();
      all.put(Region.WORLD, WORLD);
      for (String line : text().lines().toList()) {
        String[] fields = line.split("\t", -1);
        all.put(fields[0], known(fields[0], fields[1], List.of()));
        if (fields.length > 2) {
          WITH_ARTICLE.add(fields[1]);
        }
      }
      return Map.copyOf(all);
    }

    private static String text() {
      try (InputStream file =
          Objects.requireNonNull(Countries.class.getResourceAsStream("countries.tsv"))) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
