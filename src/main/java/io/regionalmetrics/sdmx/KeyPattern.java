package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Measure;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The series that a key names: {@code twitter.revenue.JP,US.level.*}. A position is one code,
 * several that are separated by commas (or, as in older versions of SDMX-REST, by plus signs), or
 * {@code *} or nothing for all. Positions at the end may be left out.
 *
 * @param codes the codes of each dimension; dimensions for which all are meant have none
 */
record KeyPattern(Map<Component, Set<String>> codes) {
  /** Every series. */
  static final KeyPattern ALL = new KeyPattern(Map.of());

  /** The most whole keys of a query. */
  private static final int MOST_KEYS = 100;

  private static final String FORM =
      Component.KEY.stream().map(Component::name).collect(Collectors.joining("."));

  /** Copies the map. */
  KeyPattern {
    codes = Map.copyOf(codes);
  }

  /**
   * Reads a key, or several that are separated by commas. A comma separates codes if that makes
   * sense: {@code twitter.revenue.JP,US} names two regions of one company. Otherwise it separates
   * keys: {@code twitter.revenue.JP,apple.revenue.US}.
   *
   * @throws Refusal if a key has too many positions
   */
  static List<KeyPattern> parse(String text) {
    List<String> positions = positions(text);
    if (positions.size() <= Component.KEY.size() && isPlausible(positions)) {
      return List.of(of(positions));
    }
    List<List<String>> keys = Stream.of(text.split(",", -1)).map(KeyPattern::positions).toList();
    boolean areKeys =
        positions.size() > Component.KEY.size() || keys.stream().allMatch(KeyPattern::isPlausible);
    return areKeys ? several(keys, text) : List.of(of(positions));
  }

  private static List<KeyPattern> several(List<List<String>> keys, String text) {
    keys.forEach(key -> refuseTooLong(key, text));
    if (keys.size() > MOST_KEYS) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "key",
          "has %s keys, more than the limit of %s; name several codes in one key, such as twitter.revenue.JP,US"
              .formatted(keys.size(), MOST_KEYS));
    }
    return keys.stream().map(KeyPattern::of).toList();
  }

  /** The positions of a key. A sixth one for the time period is ignored if it means all. */
  private static List<String> positions(String key) {
    List<String> positions = new ArrayList<>(List.of(key.split("\\.", -1)));
    if (positions.size() == Component.KEY.size() + 1 && isAll(positions.getLast())) {
      positions.removeLast();
    }
    return positions;
  }

  private static boolean isAll(String position) {
    return position.isEmpty() || SdmxPath.isAll(position);
  }

  private static void refuseTooLong(List<String> key, String text) {
    if (key.size() > Component.KEY.size()) {
      throw Refusal.of(
          Reason.MALFORMED,
          "key",
          "'%s' has %s positions, more than the %s of %s; ask for quarters by c[TIME_PERIOD]"
              .formatted(text, key.size(), Component.KEY.size(), FORM));
    }
  }

  private static boolean isPlausible(List<String> positions) {
    for (int i = 0; i < positions.size(); i++) {
      Component dimension = Component.KEY.get(i);
      if (!codes(positions.get(i)).stream().allMatch(code -> isPlausible(dimension, code))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlausible(Component dimension, String code) {
    return switch (dimension) {
      case COMPANY, METRIC -> Codes.isId(code);
      case REF_AREA -> Codes.isRegion(code);
      case MEASURE -> Measure.of(code).isPresent();
      default -> true;
    };
  }

  private static KeyPattern of(List<String> positions) {
    Map<Component, Set<String>> codes = new EnumMap<>(Component.class);
    for (int i = 0; i < positions.size(); i++) {
      Set<String> some = codes(positions.get(i));
      if (!some.isEmpty()) {
        codes.put(Component.KEY.get(i), some);
      }
    }
    return new KeyPattern(codes);
  }

  /** The codes in a position; none if all are meant. */
  private static Set<String> codes(String position) {
    Set<String> codes = new LinkedHashSet<>(List.of(position.split("[,+]", -1)));
    return codes.stream().anyMatch(KeyPattern::isAll) ? Set.of() : codes;
  }

  /** The codes of a dimension; none if all are meant. */
  Set<String> of(Component dimension) {
    return codes.getOrDefault(dimension, Set.of());
  }

  /** Whether a code of a dimension is meant. */
  boolean includes(Component dimension, String code) {
    Set<String> some = of(dimension);
    return some.isEmpty() || some.contains(code);
  }

  /** The series of this key whose dimension has one of some codes; none if it has no such. */
  KeyPattern with(Component dimension, Set<String> others) {
    Set<String> both = new LinkedHashSet<>(others);
    if (codes.containsKey(dimension)) {
      both.retainAll(of(dimension));
    }
    return replacing(dimension, both.isEmpty() ? Set.of("") : both);
  }

  /** A copy with other codes of a dimension. */
  KeyPattern replacing(Component dimension, Set<String> others) {
    Map<Component, Set<String>> more = new EnumMap<>(Component.class);
    more.putAll(codes);
    more.put(dimension, others);
    return new KeyPattern(more);
  }
}
