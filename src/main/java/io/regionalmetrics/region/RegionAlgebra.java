package io.regionalmetrics.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the regions of one company are made of each other.
 *
 * <p>Each definition is an identity: members say R = A + B, a residual says R = WORLD - A. What
 * adds over regions has the same value for every expression that these identities turn into each
 * other. So with INTERNATIONAL = WORLD - US, {@code WORLD-US} is INTERNATIONAL, {@code
 * WORLD-INTERNATIONAL} is US, and US + INTERNATIONAL is WORLD.
 *
 * <p>What was found is kept for the questions that follow.
 */
public final class RegionAlgebra {
  /** How many expressions are tried: more than any company's regions give, but bounded. */
  private static final int MOST_EXPRESSIONS = 200;

  /** A longer expression than this is given up. */
  private static final int MOST_TERMS = 60;

  /** For how many expressions what was found is kept: more than one question can have. */
  private static final int MOST_KEPT = 3_000;

  private final Map<String, Region> regions = new LinkedHashMap<>();

  /** For each region the definitions that it occurs in, as sums that are zero. */
  private final Map<String, List<Map<String, Integer>>> identities = new HashMap<>();

  private final Map<RegionExpression, Same> same = new ConcurrentHashMap<>();

  /** The expressions that are the same, and which of them are one region. */
  private record Same(List<RegionExpression> expressions, List<String> regions) {}

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
    return same(expression).expressions();
  }

  /** The single regions that are the same as an expression, itself first where it is one. */
  public List<String> regions(RegionExpression expression) {
    return same(expression).regions();
  }

  private Same same(RegionExpression expression) {
    if (same.size() >= MOST_KEPT) {
      same.clear();
    }
    return same.computeIfAbsent(expression, this::find);
  }

  private Same find(RegionExpression expression) {
    Set<Map<String, Integer>> found = new LinkedHashSet<>(List.of(expression.terms()));
    Deque<Map<String, Integer>> next = new ArrayDeque<>(found);
    while (!next.isEmpty() && found.size() < MOST_EXPRESSIONS) {
      for (Map<String, Integer> rewritten : rewritten(next.remove())) {
        if (isExpression(rewritten) && found.add(rewritten)) {
          next.add(rewritten);
        }
      }
    }
    List<RegionExpression> expressions = found.stream().map(RegionExpression::new).toList();
    return new Same(
        expressions, expressions.stream().flatMap(one -> one.single().stream()).toList());
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

  /**
   * The terms with one of them replaced by the rest of an identity that holds it, in every way. An
   * identity that holds several of them is added or taken away once: it replaces them all.
   */
  private List<Map<String, Integer>> rewritten(Map<String, Integer> terms) {
    List<Map<String, Integer>> all = new ArrayList<>();
    Set<Map<String, Integer>> added = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Map<String, Integer>> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    terms.forEach((region, times) -> {
      for (Map<String, Integer> zero : identities.getOrDefault(region, List.of())) {
        int factor = -zero.getOrDefault(region, 0) * times;
        boolean tooLong = zero.size() - terms.size() > MOST_TERMS;
        if (!tooLong && (factor > 0 ? added : taken).add(zero)) {
          all.add(sum(terms, zero, factor));
        }
      }
    });
    return all;
  }

  private static Map<String, Integer> sum(
      Map<String, Integer> terms, Map<String, Integer> more, int factor) {
    Map<String, Integer> sum = new LinkedHashMap<>(terms);
    more.forEach((region, sign) -> sum.merge(region, sign * factor, RegionExpression::sumOrRemove));
    return sum;
  }

  /**
   * The ways in which a region is divided into others that share nothing and leave nothing out: its
   * members, and what residuals of it are taken from together with the residual: {@code US} and
   * {@code INTERNATIONAL}, which is {@code WORLD-US}, divide {@code WORLD}.
   */
  public List<List<String>> partitions(String whole) {
    List<List<String>> partitions = new ArrayList<>();
    Region region = regions.get(whole);
    if (region != null && !region.members().isEmpty()) {
      partitions.add(region.members());
    }
    for (Region other : regions.values()) {
      other
          .residual()
          .filter(residual -> takesFrom(residual, whole))
          .ifPresent(residual -> {
            List<String> parts = new ArrayList<>(residual.terms().keySet());
            parts.remove(whole);
            parts.add(other.id());
            partitions.add(parts);
          });
    }
    return partitions;
  }

  private static boolean takesFrom(RegionExpression residual, String whole) {
    return residual.terms().getOrDefault(whole, 0) == 1
        && residual.terms().values().stream().filter(sign -> sign > 0).count() == 1;
  }

  /** The definitions that a region occurs in, each as a sum that is zero. */
  public List<Map<String, Integer>> identities(String region) {
    return identities.getOrDefault(region, List.of());
  }

  /** What regions have in common. */
  public RegionOverlaps overlaps() {
    return new RegionOverlaps(regions);
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
    Optional<List<String>> found = circleThroughParts(region, path, done);
    if (found.isEmpty()) {
      path.removeLast();
      done.add(id);
    }
    return found;
  }

  private Optional<List<String>> circleThroughParts(
      Region region, List<String> path, Set<String> done) {
    for (String part : region.parts().keySet()) {
      Optional<List<String>> found =
          sayTheSame(region, regions.get(part)) ? Optional.empty() : circle(part, path, done);
      if (found.isPresent()) {
        return found;
      }
    }
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
