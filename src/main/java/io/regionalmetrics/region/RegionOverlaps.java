package io.regionalmetrics.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the regions of a company share, as far as their definitions tell. Each region is
 * expanded to its atoms: countries, opaque regions, and the world.
 */
public final class RegionOverlaps {
  private final Map<String, Region> regions;

  /** Whether one region contains another. */
  public enum Holding {
    /** All of it. */
    YES,
    /** Not all of it. */
    NO,
    /** Not known, because an opaque region is involved. */
    UNKNOWN
  }

  /**
   * What several regions share.
   *
   * @param shared for each pair that shares members, a text that names the pair and the members
   * @param unknown for each pair that may or may not share members, a text that names the pair
   */
  public record Overlap(List<String> shared, List<String> unknown) {
    /** Whether the regions are known to share nothing. */
    boolean isNone() {
      return shared.isEmpty() && unknown.isEmpty();
    }
  }

  /** Compares the given regions, by id. */
  RegionOverlaps(Map<String, Region> regions) {
    this.regions = regions;
  }

  /**
   * Why an expression makes no sense: it counts a region twice, subtracts a region that it doesn't
   * contain, or leaves nothing.
   *
   * @return empty if it makes sense
   */
  public Optional<String> objection(RegionExpression expression) {
    Map<String, Integer> atoms = atoms(expression);
    int world = atoms.getOrDefault(Region.WORLD, 0);
    if (atoms.isEmpty()) {
      return Optional.of("nothing is left of %s".formatted(expression));
    }
    if (world < 0 || world > 1) {
      return Optional.of("%s counts the world %s times".formatted(expression, world));
    }
    return miscount(expression, atoms, world);
  }

  /** Why a country or an opaque region is counted twice, or taken away without being there. */
  private Optional<String> miscount(
      RegionExpression expression, Map<String, Integer> atoms, int world) {
    boolean unknown = atoms.keySet().stream().anyMatch(this::opaque);
    for (Map.Entry<String, Integer> atom : atoms.entrySet()) {
      int times = atom.getKey().equals(Region.WORLD) ? 1 : world + atom.getValue();
      if (times > 1) {
        return Optional.of("%s counts %s twice".formatted(expression, atom.getKey()));
      }
      if (times < 0 && (!unknown || world == 1)) {
        return Optional.of(
            "%s takes away %s, which is not in the rest of it"
                .formatted(expression, atom.getKey()));
      }
    }
    return Optional.empty();
  }

  /** The opaque regions in an expression that may overlap the rest of it; empty if none can. */
  public List<String> overlapsUnknown(RegionExpression expression) {
    Map<String, Integer> all = atoms(expression);
    if (all.size() < 2) {
      return List.of();
    }
    List<String> atoms = all.keySet().stream().filter(atom -> !atom.equals(Region.WORLD)).toList();
    return atoms.stream()
        .filter(this::opaque)
        .filter(
            atom -> atoms.stream().anyMatch(other -> !other.equals(atom) && !disjoint(atom, other)))
        .toList();
  }

  private boolean opaque(String atom) {
    return !atom.equals(Region.WORLD) && Countries.find(atom).isEmpty();
  }

  /** Whether two atoms share nothing: two countries, or members of one whole. */
  private boolean disjoint(String one, String other) {
    if (!opaque(one) && !opaque(other)) {
      return !one.equals(other);
    }
    return regions.values().stream()
        .anyMatch(whole ->
            whole.members().stream().anyMatch(a -> holds(a, one) && !holds(a, other))
                && whole.members().stream().anyMatch(b -> holds(b, other) && !holds(b, one)));
  }

  private boolean holds(String region, String atom) {
    return region.equals(atom) || atoms(RegionExpression.of(region)).getOrDefault(atom, 0) > 0;
  }

  /**
   * The atoms of an expression, each with the number of times it is counted (negative if
   * subtracted).
   */
  private Map<String, Integer> atoms(RegionExpression expression) {
    Map<String, Integer> atoms = new LinkedHashMap<>();
    expression.terms().forEach((region, sign) -> addAtoms(atoms, region, sign));
    return atoms;
  }

  private void addAtoms(Map<String, Integer> atoms, String id, int sign) {
    Region region = regions.get(id);
    if (region == null || id.equals(Region.WORLD) || region.parts().isEmpty()) {
      atoms.merge(id, sign, RegionExpression::sumOrRemove);
    } else {
      region.parts().forEach((part, partSign) -> addAtoms(atoms, part, sign * partSign));
    }
  }

  /** Replaces the world by its members, if it is defined by members. */
  private Map<String, Integer> withMembersOfWorld(Map<String, Integer> atoms) {
    Region world = regions.get(Region.WORLD);
    Integer times = atoms.get(Region.WORLD);
    if (times == null || world == null || world.parts().isEmpty()) {
      return atoms;
    }
    Map<String, Integer> all = new LinkedHashMap<>(atoms);
    all.remove(Region.WORLD);
    world.parts().forEach((part, sign) -> addAtoms(all, part, times * sign));
    return all;
  }

  /**
   * Whether a whole contains a part.
   *
   * <p>Worked examples: WORLD contains JP. UCAN, whose members are US and CA, contains US but not
   * JP. WORLD-US contains JP but not UCAN. If APAC is opaque, it isn't known whether it contains
   * JP.
   */
  public Holding holds(RegionExpression whole, RegionExpression part) {
    Holding known = holds(atoms(whole), atoms(part));
    return known == Holding.UNKNOWN
        ? holds(withMembersOfWorld(atoms(whole)), withMembersOfWorld(atoms(part)))
        : known;
  }

  private Holding holds(Map<String, Integer> all, Map<String, Integer> some) {
    if (all.equals(some)) {
      return Holding.YES;
    }
    if (disjoint(all, some)) {
      return Holding.NO;
    }
    boolean isWorld = all.containsKey(Region.WORLD);
    if (some.containsKey(Region.WORLD)) {
      return isWorld ? noneLeftOut(taken(all), taken(some)) : smallerThanWorld(all, taken(some));
    }
    return isWorld ? apart(given(some), taken(all)) : within(some, given(all), taken(all));
  }

  /** Countries alone never make up the world, or the world without some countries. */
  private Holding smallerThanWorld(Map<String, Integer> whole, Set<String> leftOutOfPart) {
    return Stream.concat(whole.keySet().stream(), leftOutOfPart.stream()).anyMatch(this::opaque)
        ? Holding.UNKNOWN
        : Holding.NO;
  }

  /** Whether everything that the whole leaves out of the world is left out of the part too. */
  private Holding noneLeftOut(Set<String> byWhole, Set<String> byPart) {
    Set<String> onlyByWhole = new LinkedHashSet<>(byWhole);
    onlyByWhole.removeAll(byPart);
    if (onlyByWhole.isEmpty()) {
      return Holding.YES;
    }
    return outside(onlyByWhole, byPart).isEmpty() ? Holding.UNKNOWN : Holding.NO;
  }

  /** Whether a part shares nothing with what the whole leaves out. */
  private Holding apart(Set<String> part, Set<String> leftOut) {
    if (part.stream().anyMatch(leftOut::contains)) {
      return Holding.NO;
    }
    boolean known =
        part.stream().allMatch(atom -> leftOut.stream().allMatch(out -> disjoint(atom, out)));
    return known ? Holding.YES : Holding.UNKNOWN;
  }

  private Holding within(Map<String, Integer> atoms, Set<String> whole, Set<String> leftOut) {
    Set<String> part = given(atoms);
    if (part.stream().anyMatch(leftOut::contains)) {
      return Holding.NO;
    }
    Set<String> missing = new LinkedHashSet<>(part);
    missing.removeAll(whole);
    if (missing.isEmpty() && leftOut.isEmpty()) {
      return Holding.YES;
    }
    boolean surelyMissing =
        outside(missing, taken(atoms)).stream()
            .anyMatch(atom -> whole.stream().allMatch(all -> disjoint(atom, all)));
    return surelyMissing ? Holding.NO : Holding.UNKNOWN;
  }

  /** What several regions share, pair by pair. */
  public Overlap overlap(List<RegionExpression> several) {
    List<String> shared = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Map<String, Integer>> atoms = several.stream().map(this::atoms).toList();
    List<Boolean> alone = countriesOfNoOther(atoms);
    for (int i = 0; i < several.size(); i++) {
      for (int j = i + 1; j < several.size(); j++) {
        if (alone.get(i) && alone.get(j)) {
          continue;
        }
        Set<String> common = common(atoms.get(i), atoms.get(j));
        if (!common.isEmpty()) {
          shared.add(
              "%s and %s share %s"
                  .formatted(several.get(i), several.get(j), String.join(", ", common)));
        } else if (!disjoint(atoms.get(i), atoms.get(j))) {
          unknown.add("%s and %s".formatted(several.get(i), several.get(j)));
        }
      }
    }
    return new Overlap(List.copyOf(shared), List.copyOf(unknown));
  }

  /**
   * Tells for each region whether it consists of countries that occur in no other region. Two such
   * regions share nothing, so most pairs need no further check.
   */
  private List<Boolean> countriesOfNoOther(List<Map<String, Integer>> regions) {
    Map<String, Integer> times = new HashMap<>();
    regions.forEach(atoms -> atoms.keySet().forEach(atom -> times.merge(atom, 1, Integer::sum)));
    return regions.stream()
        .map(atoms ->
            atoms.keySet().stream()
                .allMatch(atom ->
                    !atom.equals(Region.WORLD)
                        && !opaque(atom)
                        && times.getOrDefault(atom, 0) == 1))
        .toList();
  }

  /** The atoms that two regions are known to share. */
  private Set<String> common(Map<String, Integer> one, Map<String, Integer> other) {
    boolean oneIsWorld = one.containsKey(Region.WORLD);
    boolean otherIsWorld = other.containsKey(Region.WORLD);
    if (oneIsWorld && otherIsWorld) {
      return commonOfWorld(one, other);
    }
    if (oneIsWorld) {
      return outside(given(other), taken(one));
    }
    if (otherIsWorld) {
      return outside(given(one), taken(other));
    }
    Set<String> both = given(one);
    both.retainAll(given(other));
    return both;
  }

  /**
   * What two regions share if each is the world without something. If only countries are left out,
   * they share most of the world; but an opaque region that is left out may be all the rest.
   */
  private Set<String> commonOfWorld(Map<String, Integer> one, Map<String, Integer> other) {
    Set<String> leftOut = taken(one);
    leftOut.addAll(taken(other));
    boolean oneHoldsTheOther =
        taken(one).containsAll(taken(other)) || taken(other).containsAll(taken(one));
    if (oneHoldsTheOther || leftOut.stream().noneMatch(this::opaque)) {
      return Set.of("most of the world");
    }
    Set<String> both = given(withMembersOfWorld(one));
    both.retainAll(given(withMembersOfWorld(other)));
    return outside(both, leftOut);
  }

  /** The atoms that certainly lie outside the regions left out of the world. */
  private Set<String> outside(Set<String> atoms, Set<String> leftOut) {
    return atoms.stream()
        .filter(atom -> leftOut.stream().allMatch(out -> disjoint(atom, out)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean disjoint(Map<String, Integer> one, Map<String, Integer> other) {
    if (one.containsKey(Region.WORLD) && other.containsKey(Region.WORLD)) {
      Map<String, Integer> members = withMembersOfWorld(one);
      return !members.containsKey(Region.WORLD) && disjoint(members, withMembersOfWorld(other));
    }
    if (one.containsKey(Region.WORLD)) {
      return taken(one).containsAll(given(other));
    }
    if (other.containsKey(Region.WORLD)) {
      return taken(other).containsAll(given(one));
    }
    return given(one).stream().allMatch(a -> given(other).stream().allMatch(b -> disjoint(a, b)));
  }

  /** The added atoms, except the world. */
  private static Set<String> given(Map<String, Integer> atoms) {
    return signed(atoms, 1);
  }

  /** The subtracted atoms. */
  private static Set<String> taken(Map<String, Integer> atoms) {
    return signed(atoms, -1);
  }

  private static Set<String> signed(Map<String, Integer> atoms, int sign) {
    return atoms.entrySet().stream()
        .filter(atom -> atom.getValue() == sign && !atom.getKey().equals(Region.WORLD))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
