package io.regionalmetrics.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A country, the world, or a group of countries. A group is defined by its members, as a residual,
 * or not at all (opaque).
 *
 * @param id {@code [A-Z0-9_]+}: a country's ISO 3166-1 alpha-2 code, {@code WORLD}, or a group's
 *     own id, such as {@code EMEA}
 * @param name the English name to show
 * @param aliases other codes for the same region
 * @param members the regions that make it up, without overlap; empty if not known
 * @param residual a definition by subtraction, such as {@code WORLD-US}
 * @param named the publication day of the source of the name; a newer source may change the name
 * @param formerNames the other names that it has had, in alphabetical order
 */
public record Region(
    String id,
    String name,
    List<String> aliases,
    List<String> members,
    Optional<RegionExpression> residual,
    LocalDate named,
    List<String> formerNames) {
  /** The id of the whole world. */
  public static final String WORLD = "WORLD";

  /** Refuses a definition both by members and as a residual. */
  public Region {
    if (!members.isEmpty() && residual.isPresent()) {
      throw new IllegalArgumentException(
          "region %s must have either members or a residual, not both".formatted(id));
    }
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
    formerNames = List.copyOf(formerNames);
  }

  /** A region that has had no other name. */
  public Region(
      String id,
      String name,
      List<String> aliases,
      List<String> members,
      Optional<RegionExpression> residual,
      LocalDate named) {
    this(id, name, aliases, members, residual, named, List.of());
  }

  /** The same region, made up of some members. */
  public Region withMembers(List<String> others) {
    return new Region(id, name, aliases, others, Optional.empty(), named, formerNames);
  }

  /** The same region, whose parts have other codes, such as ids in place of aliases. */
  public Region map(UnaryOperator<String> code) {
    return new Region(
        id,
        name,
        aliases,
        members.stream().map(code).toList(),
        residual.map(expression -> expression.map(code)),
        named,
        formerNames);
  }

  /** Its present name, then the former ones. */
  public Stream<String> names() {
    return Stream.concat(Stream.of(name), formerNames.stream());
  }

  /** The same region, with more aliases. */
  public Region withAliases(Collection<String> more) {
    List<String> all =
        Stream.concat(aliases.stream(), more.stream())
            .filter(alias -> !alias.equals(id))
            .distinct()
            .toList();
    return new Region(id, name, all, members, residual, named, formerNames);
  }

  /** The same region, without anything known of its parts. */
  public Region withoutParts() {
    return new Region(id, name, aliases, List.of(), Optional.empty(), named, formerNames);
  }

  /** The regions that it is the sum of, each with +1 or -1; empty if not known. */
  public Map<String, Integer> parts() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    members.forEach(member -> parts.put(member, 1));
    residual.ifPresent(expression -> parts.putAll(expression.terms()));
    return parts;
  }

  /**
   * The definition as a sum that equals zero, such as INTERNATIONAL - WORLD + US; empty for an
   * opaque region.
   */
  Map<String, Integer> identity() {
    Map<String, Integer> parts = parts();
    if (parts.isEmpty()) {
      return parts;
    }
    Map<String, Integer> zero = new LinkedHashMap<>(Map.of(id, 1));
    parts.forEach((part, sign) -> zero.put(part, -sign));
    return zero;
  }

  /**
   * Whether the definitions of both are compatible: at least one is opaque, or both have the same
   * parts.
   */
  public boolean agreesWith(Region other) {
    return parts().isEmpty() || other.parts().isEmpty() || parts().equals(other.parts());
  }
}
