package io.regionalmetrics.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the regions of one company are made of each other.
 *
 * <p>Each definition is an identity: members say R = A + B, a residual says R = WORLD - A. What
 * adds over regions has the same value for every expression that these identities turn into each
 * other. So with INTERNATIONAL = WORLD - US, {@code WORLD-US} is INTERNATIONAL, {@code
 * WORLD-INTERNATIONAL} is US, and US + INTERNATIONAL is WORLD.
 */
public final class RegionAlgebra {
  /** How many expressions are tried: more than any company's regions give, but bounded. */
  private static final int MOST_EXPRESSIONS = 200;

  /** A longer expression than this is given up. */
  private static final int MOST_TERMS = 60;

  private final Map<String, Region> regions = new LinkedHashMap<>();

  /** For each region the definitions that it occurs in, as sums that are zero. */
  private final Map<String, List<Map<String, Integer>>> identities = new HashMap<>();

  /** The algebra of a company's definitions. */
  public RegionAlgebra(Vocabulary vocabulary) {
    this(vocabulary.definedRegions());
  }

  /** The algebra of some definitions. */
  public RegionAlgebra(Collection<Region> defined) {
    for (Region region : defined) {
      regions.put(region.id(), region);
      Map<String, Integer> zero = identity(region);
      zero.keySet()
          .forEach(part -> identities.computeIfAbsent(part, id -> new ArrayList<>()).add(zero));
    }
  }

  /**
   * The expressions that are the same as one, itself first, then by how many identities lie
   * between.
   */
  public List<RegionExpression> equivalents(RegionExpression expression) {
    Set<Map<String, Integer>> found = new LinkedHashSet<>(List.of(expression.terms()));
    Deque<Map<String, Integer>> next = new ArrayDeque<>(found);
    while (!next.isEmpty() && found.size() < MOST_EXPRESSIONS) {
      for (Map<String, Integer> rewritten : rewritten(next.remove())) {
        if (isExpression(rewritten) && found.add(rewritten)) {
          next.add(rewritten);
        }
      }
    }
    return found.stream().map(RegionExpression::new).toList();
  }

  /** Whether terms are some, not too many, and none counts twice: what goes around adds nothing. */
  private static boolean isExpression(Map<String, Integer> terms) {
    return !terms.isEmpty()
        && terms.size() <= MOST_TERMS
        && terms.values().stream().allMatch(sign -> Math.abs(sign) == 1);
  }

  /**
   * The definition as a sum that is zero: INTERNATIONAL - WORLD + US; empty for an opaque region.
   */
  private static Map<String, Integer> identity(Region region) {
    Map<String, Integer> parts = region.parts();
    if (parts.isEmpty()) {
      return parts;
    }
    Map<String, Integer> zero = new LinkedHashMap<>(Map.of(region.id(), 1));
    parts.forEach((part, sign) -> zero.put(part, -sign));
    return zero;
  }

  /** The terms with one of them replaced by the rest of an identity that holds it, in every way. */
  private List<Map<String, Integer>> rewritten(Map<String, Integer> terms) {
    List<Map<String, Integer>> all = new ArrayList<>();
    terms.forEach((region, times) ->
        identities
            .getOrDefault(region, List.of())
            .forEach(zero -> all.add(sum(terms, zero, -zero.getOrDefault(region, 0) * times))));
    return all;
  }

  private static Map<String, Integer> sum(
      Map<String, Integer> terms, Map<String, Integer> more, int factor) {
    Map<String, Integer> sum = new LinkedHashMap<>(terms);
    more.forEach((region, sign) -> sum.merge(region, sign * factor, RegionAlgebra::orNothing));
    return sum;
  }

  @SuppressWarnings("NullAway") // merge removes an entry whose function gives null
  private static Integer orNothing(Integer a, Integer b) {
    return a + b == 0 ? null : Integer.valueOf(a + b);
  }

  /**
   * Why an expression makes no sense: it counts something twice, takes away what isn't there, or
   * leaves nothing.
   */
  public Optional<String> objection(RegionExpression expression) {
    Map<String, Integer> atoms = atoms(expression);
    int world = atoms.getOrDefault(Region.WORLD, 0);
    if (atoms.isEmpty()) {
      return Optional.of("nothing is left of %s".formatted(expression));
    }
    if (world < 0 || world > 1) {
      return Optional.of("%s counts the world %d times".formatted(expression, world));
    }
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

  /**
   * Opaque regions of an expression that may or may not share countries with the rest of it; empty
   * where none can.
   */
  public List<String> overlapsUnknown(RegionExpression expression) {
    List<String> atoms =
        atoms(expression).keySet().stream().filter(atom -> !atom.equals(Region.WORLD)).toList();
    return atoms.stream()
        .filter(this::opaque)
        .filter(
            atom -> atoms.stream().anyMatch(other -> !other.equals(atom) && !disjoint(atom, other)))
        .toList();
  }

  private boolean opaque(String atom) {
    return !atom.equals(Region.WORLD) && Countries.find(atom).isEmpty();
  }

  /** Whether two regions are members of one whole, and so share nothing. */
  private boolean disjoint(String one, String other) {
    return regions.values().stream()
        .anyMatch(whole ->
            whole.members().stream().anyMatch(a -> holds(a, one) && !holds(a, other))
                && whole.members().stream().anyMatch(b -> holds(b, other) && !holds(b, one)));
  }

  private boolean holds(String region, String atom) {
    return region.equals(atom) || atoms(RegionExpression.of(region)).getOrDefault(atom, 0) > 0;
  }

  /**
   * What an expression is made of in the end: countries, opaque regions and the world, each with
   * how often it counts.
   */
  private Map<String, Integer> atoms(RegionExpression expression) {
    Map<String, Integer> atoms = new LinkedHashMap<>();
    expression.terms().forEach((region, sign) -> addAtoms(atoms, region, sign));
    return atoms;
  }

  private void addAtoms(Map<String, Integer> atoms, String id, int sign) {
    Region region = regions.get(id);
    if (region == null || id.equals(Region.WORLD) || region.parts().isEmpty()) {
      atoms.merge(id, sign, RegionAlgebra::orNothing);
    } else {
      region.parts().forEach((part, partSign) -> addAtoms(atoms, part, sign * partSign));
    }
  }

  /**
   * The regions that are defined through each other, from one back to itself. A residual in its
   * whole's members is none, where they say the same: WORLD is US and INTERNATIONAL, INTERNATIONAL
   * is WORLD - US.
   */
  public Optional<List<String>> circle() {
    Set<String> done = new HashSet<>();
    return regions.keySet().stream()
        .flatMap(region -> circle(region, new ArrayList<>(), done).stream())
        .findFirst();
  }

  private Optional<List<String>> circle(String id, List<String> path, Set<String> done) {
    if (path.contains(id)) {
      List<String> circle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
      circle.add(id);
      return Optional.of(circle);
    }
    Region region = regions.get(id);
    if (region == null || done.contains(id)) {
      return Optional.empty();
    }
    path.add(id);
    for (String part : region.parts().keySet()) {
      Optional<List<String>> found =
          sayTheSame(region, regions.get(part)) ? Optional.empty() : circle(part, path, done);
      if (found.isPresent()) {
        return found;
      }
    }
    path.removeLast();
    done.add(id);
    return Optional.empty();
  }

  private static boolean sayTheSame(Region whole, @Nullable Region part) {
    if (part == null || part.residual().isEmpty() || whole.members().isEmpty()) {
      return false;
    }
    Map<String, Integer> identity = identity(part);
    Map<String, Integer> others = new LinkedHashMap<>(identity(whole));
    others.replaceAll((region, sign) -> -sign);
    return identity.equals(others);
  }
}
