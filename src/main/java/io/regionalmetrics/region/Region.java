package io.regionalmetrics.region;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where: a country, the world, or a group of countries, defined by its members, as a residual, or
 * not at all (opaque).
 *
 * @param id {@code [A-Z0-9_]+}: ISO 3166-1 alpha-2, {@code WORLD}, or a name in words
 * @param name for people
 * @param aliases other codes for it
 * @param members the regions that it is made of, none in another; empty where they aren't known
 * @param residual what it is made of by taking away: {@code WORLD-US}
 * @param named the day on which the source of the name was published
 */
public record Region(
    String id,
    String name,
    List<String> aliases,
    List<String> members,
    Optional<RegionExpression> residual,
    LocalDate named) {
  /** Everywhere. */
  public static final String WORLD = "WORLD";

  /** Refuses two definitions at once. */
  public Region {
    if (!members.isEmpty() && residual.isPresent()) {
      throw new IllegalArgumentException(
          "region %s is defined both by members and as a residual".formatted(id));
    }
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
  }

  /** What it is made of, each region with its sign; empty where that isn't known. */
  public Map<String, Integer> parts() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    members.forEach(member -> parts.put(member, 1));
    residual.ifPresent(expression -> parts.putAll(expression.terms()));
    return parts;
  }

  /**
   * Whether another's definition doesn't contradict this one's: one of them has none, or both have
   * the same parts.
   */
  public boolean agreesWith(Region other) {
    return parts().isEmpty() || other.parts().isEmpty() || parts().equals(other.parts());
  }
}
