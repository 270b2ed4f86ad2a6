package io.regionalmetrics.region;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A country, the world, or a group of countries. A group is defined by its members, as a residual,
 * or not at all (opaque).
 *
 * @param id {@code [A-Z0-9_]+}: ISO 3166-1 alpha-2, {@code WORLD}, or a name in words
 * @param name the English name to show
 * @param aliases other codes for it
 * @param members the regions that make it up, without overlap; empty if they aren't known
 * @param residual its definition by subtraction, such as {@code WORLD-US}
 * @param named the day on which the source of the name was published
 */
public record Region(
    String id,
    String name,
    List<String> aliases,
    List<String> members,
    Optional<RegionExpression> residual,
    LocalDate named) {
  /** The id of the whole world. */
  public static final String WORLD = "WORLD";

  /** Refuses a definition both by members and as a residual. */
  public Region {
    if (!members.isEmpty() && residual.isPresent()) {
      throw new IllegalArgumentException(
          "region %s is defined both by members and as a residual".formatted(id));
    }
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
  }

  /** The regions that make it up, each with its sign; empty if they aren't known. */
  public Map<String, Integer> parts() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    members.forEach(member -> parts.put(member, 1));
    residual.ifPresent(expression -> parts.putAll(expression.terms()));
    return parts;
  }

  /**
   * Whether the definitions of both are compatible: at least one is opaque, or both have the same
   * parts.
   */
  public boolean agreesWith(Region other) {
    return parts().isEmpty() || other.parts().isEmpty() || parts().equals(other.parts());
  }
}
