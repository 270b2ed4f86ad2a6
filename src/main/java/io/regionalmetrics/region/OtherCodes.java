package io.regionalmetrics.region;

import io.regionalmetrics.refusal.Codes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Codes of regions in common use elsewhere, for suggesting what they mean here: the alpha-3 and
 * numeric codes of ISO 3166-1, UK and EL, the groups of Eurostat, the World Bank and UN M49.
 */
public final class OtherCodes {
  private OtherCodes() {}

  /**
   * Text to append to the refusal of an unknown region: what the code means elsewhere, or the
   * nearest known code; empty if there is neither.
   *
   * @param codes the codes that are known, including aliases
   * @param defined the regions that are defined; countries need not be among them
   */
  public static String suggestion(
      String written, Collection<String> codes, Collection<Region> defined) {
    String meaning = Loaded.MEANINGS.get(written);
    if (meaning == null) {
      return Codes.suggestion(written, codes);
    }
    return known(meaning, defined)
        .map("; did you mean '%s'?"::formatted)
        .orElse("; elsewhere it means %s, which is not defined here".formatted(meaning));
  }

  /** The id of a country by its code, or of another region by its name. */
  private static Optional<String> known(String meaning, Collection<Region> defined) {
    return Countries.find(meaning)
        .or(() ->
            Stream.concat(defined.stream(), Countries.all().stream())
                .filter(region -> isNamed(region, meaning))
                .findFirst())
        .map(Region::id);
  }

  private static boolean isNamed(Region region, String name) {
    return CountryNames.letters(region.name()).equals(CountryNames.letters(name));
  }

  /** Loaded on first use. */
  private static final class Loaded {
    /** The ISO 3166-1 code of a country, or the name of another region, by the other code. */
    static final Map<String, String> MEANINGS = load();

    private static Map<String, String> load() {
      Map<String, String> meanings = new HashMap<>();
      for (String line : text().lines().toList()) {
        String[] fields = line.split("\t", -1);
        meanings.put(fields[0], fields[1]);
      }
      return Map.copyOf(meanings);
    }

    private static String text() {
      try (InputStream file =
          Objects.requireNonNull(OtherCodes.class.getResourceAsStream("othercodes.tsv"))) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
