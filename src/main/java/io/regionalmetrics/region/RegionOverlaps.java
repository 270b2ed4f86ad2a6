package io.regionalmetrics.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what the regions of a company share, as far as their definitions show. Results are cached
 * for later questions.
 */
public final class RegionOverlaps {
  /** Limits the cached results; one question never needs that many. */
  private static final int MAX_CACHED = 3_000;

  private final AtomExpansion expansion;
  private final Map<RegionExpression, List<String>> unknown = new ConcurrentHashMap<>();

  /**
   * What several regions share.
   *
   * @param shared for each pair that shares members, a text that names the pair and the members
   * @param unknown for each pair that may or may not share members, a text that names the pair
   */
  public record Overlap(List<String> shared, List<String> unknown) {}

  /**
   * One of several regions that are compared.
   *
   * @param isUnique whether it consists of countries that occur in no other of the regions
   */
  private record Expanded(RegionExpression expression, Atoms atoms, boolean isUnique) {}

  /** Compares the given regions, by id. */
  RegionOverlaps(Map<String, Region> regions) {
    this.expansion = new AtomExpansion(regions);
  }

  /**
   * Why an expression makes no sense: it counts a region twice, subtracts a region that it doesn't
   * contain, or leaves nothing.
   *
   * @return empty if it makes sense
   */
  public Optional<String> objection(RegionExpression expression) {
    return new ExpressionCheck(expansion).objection(expression);
  }

  /** The opaque regions in an expression that may overlap the rest of it; empty if none can. */
  public List<String> overlapsUnknown(RegionExpression expression) {
    if (unknown.size() >= MAX_CACHED) {
      unknown.clear();
    }
    return unknown.computeIfAbsent(expression, new ExpressionCheck(expansion)::overlapsUnknown);
  }

  /**
   * Whether a whole contains a part.
   *
   * <p>Worked examples: WORLD contains JP. UCAN, whose members are US and CA, contains US but not
   * JP. WORLD-US contains JP but not UCAN. If APAC is opaque, it isn't known whether it contains
   * JP.
   */
  public Containment holds(RegionExpression whole, RegionExpression part) {
    return new ContainmentCheck(expansion).check(whole, part);
  }

  /** What several regions share, pair by pair. */
  public Overlap overlap(List<RegionExpression> several) {
    List<String> shared = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Expanded> regions = expanded(several);
    for (int i = 0; i < regions.size(); i++) {
      for (int j = i + 1; j < regions.size(); j++) {
        // Two unique regions share nothing, so most pairs need no further check.
        if (!regions.get(i).isUnique() || !regions.get(j).isUnique()) {
          compare(regions.get(i), regions.get(j), shared, unknown);
        }
      }
    }
    return new Overlap(List.copyOf(shared), List.copyOf(unknown));
  }

  private void compare(Expanded one, Expanded other, List<String> shared, List<String> unknown) {
    String pair = one.expression() + " and " + other.expression();
    Set<String> common = common(one.atoms(), other.atoms());
    if (!common.isEmpty()) {
      shared.add("%s share %s".formatted(pair, String.join(", ", common)));
    } else if (!expansion.areDisjoint(one.atoms(), other.atoms())) {
      unknown.add(pair);
    }
  }

  private List<Expanded> expanded(List<RegionExpression> several) {
    List<Atoms> all = several.stream().map(expansion::of).toList();
    Map<String, Integer> occurrences = new HashMap<>();
    for (Atoms atoms : all) {
      atoms.counts().keySet().forEach(atom -> occurrences.merge(atom, 1, Integer::sum));
    }
    List<Expanded> expanded = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      expanded.add(new Expanded(several.get(i), all.get(i), isUnique(all.get(i), occurrences)));
    }
    return expanded;
  }

  private boolean isUnique(Atoms atoms, Map<String, Integer> occurrences) {
    return atoms.counts().keySet().stream()
        .allMatch(atom ->
            !atom.equals(Region.WORLD)
                && !expansion.isOpaque(atom)
                && occurrences.getOrDefault(atom, 0) == 1);
  }

  /** The atoms that two regions are known to share. */
  private Set<String> common(Atoms one, Atoms other) {
    if (one.includeWorld() && other.includeWorld()) {
      return commonOfWorld(one, other);
    }
    if (one.includeWorld()) {
      return expansion.outside(other.added(), one.subtracted());
    }
    if (other.includeWorld()) {
      return expansion.outside(one.added(), other.subtracted());
    }
    Set<String> both = one.added();
    both.retainAll(other.added());
    return both;
  }

  /**
   * What two regions share if each is the world without something. If only countries are left out,
   * they share most of the world. But an opaque region that is left out may be all the rest.
   */
  private Set<String> commonOfWorld(Atoms one, Atoms other) {
    Set<String> leftOut = one.subtracted();
    boolean oneContainsTheOther =
        leftOut.containsAll(other.subtracted()) || other.subtracted().containsAll(leftOut);
    leftOut.addAll(other.subtracted());
    if (oneContainsTheOther || !expansion.anyOpaque(leftOut)) {
      return Set.of("most of the world");
    }
    Set<String> both = expansion.withMembersOfWorld(one).added();
    both.retainAll(expansion.withMembersOfWorld(other).added());
    return expansion.outside(both, leftOut);
  }
}
