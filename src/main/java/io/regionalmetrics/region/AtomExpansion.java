package io.regionalmetrics.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expands region expressions to {@link Atoms} and tells which of them share nothing, as far as the
 * definitions show.
 */
final class AtomExpansion {
  private final Map<String, Region> regions;
  private volatile @Nullable List<Map<String, Set<String>>> divided;

  /**
   * Expands expressions of some regions.
   *
   * @param regions the defined regions, by id
   */
  AtomExpansion(Map<String, Region> regions) {
    this.regions = regions;
  }

  /** The atoms of an expression. */
  Atoms of(RegionExpression expression) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    expression.terms().forEach((region, sign) -> add(counts, region, sign));
    return new Atoms(counts);
  }

  private void add(Map<String, Integer> counts, String id, int sign) {
    Region region = regions.get(id);
    if (region == null || id.equals(Region.WORLD) || region.parts().isEmpty()) {
      counts.merge(id, sign, RegionExpression::sumOrRemove);
    } else {
      region.parts().forEach((part, partSign) -> add(counts, part, sign * partSign));
    }
  }

  /** Replaces the world by its members, if it is defined by members. */
  Atoms withMembersOfWorld(Atoms atoms) {
    Region world = regions.get(Region.WORLD);
    Integer times = atoms.counts().get(Region.WORLD);
    if (times == null || world == null || world.parts().isEmpty()) {
      return atoms;
    }
    Map<String, Integer> counts = new LinkedHashMap<>(atoms.counts());
    counts.remove(Region.WORLD);
    world.parts().forEach((part, sign) -> add(counts, part, times * sign));
    return new Atoms(counts);
  }

  /** Whether it is not known which countries an atom covers. */
  boolean isOpaque(String atom) {
    return !atom.equals(Region.WORLD) && Countries.find(atom).isEmpty();
  }

  /** Whether any of several atoms is opaque. */
  boolean anyOpaque(Set<String> atoms) {
    return atoms.stream().anyMatch(this::isOpaque);
  }

  /** Whether two expressions are known to share nothing. */
  boolean areDisjoint(Atoms one, Atoms other) {
    if (one.includeWorld() && other.includeWorld()) {
      Atoms members = withMembersOfWorld(one);
      return !members.includeWorld() && areDisjoint(members, withMembersOfWorld(other));
    }
    if (one.includeWorld()) {
      return one.subtracted().containsAll(other.added());
    }
    if (other.includeWorld()) {
      return other.subtracted().containsAll(one.added());
    }
    Set<String> others = other.added();
    return one.added().stream().allMatch(atom -> isDisjointFromAll(atom, others));
  }

  /** The atoms that are known to share nothing with any of the excluded ones. */
  Set<String> outside(Set<String> atoms, Set<String> excluded) {
    Set<String> outside = new LinkedHashSet<>();
    for (String atom : atoms) {
      if (isDisjointFromAll(atom, excluded)) {
        outside.add(atom);
      }
    }
    return outside;
  }

  /** Whether an atom is known to share nothing with each of several others. */
  boolean isDisjointFromAll(String atom, Set<String> others) {
    return others.stream().allMatch(other -> areDisjoint(atom, other));
  }

  /** Whether two atoms are known to share nothing: two countries, or members of the same whole. */
  boolean areDisjoint(String one, String other) {
    if (!isOpaque(one) && !isOpaque(other)) {
      return !one.equals(other);
    }
    for (Map<String, Set<String>> membersByAtom : divided()) {
      Set<String> ofOne = membersByAtom.getOrDefault(one, Set.of());
      Set<String> ofOther = membersByAtom.getOrDefault(other, Set.of());
      if (!ofOther.containsAll(ofOne) && !ofOne.containsAll(ofOther)) {
        return true;
      }
    }
    return false;
  }

  /** For each region that has members, which of them contain an atom. */
  private List<Map<String, Set<String>>> divided() {
    List<Map<String, Set<String>>> known = divided;
    if (known == null) {
      known =
          regions.values().stream()
              .filter(region -> !region.members().isEmpty())
              .map(this::membersByAtom)
              .toList();
      divided = known;
    }
    return known;
  }

  private Map<String, Set<String>> membersByAtom(Region whole) {
    Map<String, Set<String>> members = new HashMap<>();
    for (String member : whole.members()) {
      members.computeIfAbsent(member, same -> new HashSet<>()).add(member);
      of(RegionExpression.of(member))
          .counts()
          .forEach((atom, count) -> {
            if (count > 0) {
              members.computeIfAbsent(atom, same -> new HashSet<>()).add(member);
            }
          });
    }
    return members;
  }
}
