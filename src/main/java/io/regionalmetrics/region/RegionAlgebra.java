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
 * How the regions of a company are composed of each other.
 *
 * <p>Each definition is an identity: members say R = A + B, a residual says R = WORLD - A. What
 * adds over regions has the same value for all expressions that these identities make equal. With
 * INTERNATIONAL = WORLD - US, {@code WORLD-US} is INTERNATIONAL, {@code WORLD-INTERNATIONAL} is US,
 * and US + INTERNATIONAL is WORLD.
 *
 * <p>Results are cached for later questions.
 */
public final class RegionAlgebra {
  /** The most equal expressions to look for; no company's regions give as many. */
  private static final int MOST_EXPRESSIONS = 200;

  /** The most terms of an expression to consider. */
  private static final int MOST_TERMS = 60;

  /** The most cached results; one question never needs as many. */
  private static final int MOST_KEPT = 3_000;

  private final Map<String, Region> regions = new LinkedHashMap<>();

  /** For each region, the definitions in which it occurs, each as a sum that equals zero. */
  private final Map<String, List<Map<String, Integer>>> identities = new HashMap<>();

  private final Map<RegionExpression, Same> same = new ConcurrentHashMap<>();

  /** The expressions equal to one, and those of them that are a single region. */
  private record Same(List<RegionExpression> expressions, List<String> regions) {}

  /** Builds the algebra from definitions. */
  public RegionAlgebra(Collection<Region> defined) {
    for (Region region : defined) {
      regions.put(region.id(), region);
      Map<String, Integer> zero = identity(region);
      zero.keySet()
          .forEach(part -> identities.computeIfAbsent(part, id -> new ArrayList<>()).add(zero));
    }
  }

  /**
   * The expressions equal to one: first the expression itself, then the others by the number of
   * identities applied.
   */
  public List<RegionExpression> equivalents(RegionExpression expression) {
    return same(expression).expressions();
  }

  /** The single regions equal to an expression; if it is a single region, that comes first. */
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

  /** Whether terms form an expression: not empty, not too long, and nothing counted twice. */
  private static boolean isExpression(Map<String, Integer> terms) {
    return !terms.isEmpty()
        && terms.size() <= MOST_TERMS
        && terms.values().stream().allMatch(sign -> Math.abs(sign) == 1);
  }

  /**
   * The definition as a sum that equals zero, such as INTERNATIONAL - WORLD + US; empty for an
   * opaque region.
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
   * Every way to replace a term by means of an identity that contains it. An identity that contains
   * several of the terms is added or subtracted once, which replaces them all.
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
   * The ways to divide a region into others without overlap or gap: its members, and each residual
   * of it together with the regions that the residual subtracts. For example, if {@code
   * INTERNATIONAL} is {@code WORLD-US}, then {@code US} and {@code INTERNATIONAL} divide {@code
   * WORLD}.
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

  /** The definitions in which a region occurs, each as a sum that equals zero. */
  public List<Map<String, Integer>> identities(String region) {
    return identities.getOrDefault(region, List.of());
  }

  /** What the regions share. */
  public RegionOverlaps overlaps() {
    return new RegionOverlaps(regions);
  }

  /**
   * The first circle of definitions: regions that are defined through each other, starting and
   * ending with the same region. Two definitions that state the same identity are not a circle:
   * WORLD has the members US and INTERNATIONAL, and INTERNATIONAL is WORLD-US.
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
