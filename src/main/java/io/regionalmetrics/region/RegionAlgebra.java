package io.regionalmetrics.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the regions of a company are composed of each other.
 *
 * <p>Each definition is an identity: members mean R = A + B, a residual means R = WORLD - A.
 * Expressions that these identities make equal have the same revenue and the same users. With
 * INTERNATIONAL = WORLD - US, {@code WORLD-US} is INTERNATIONAL, {@code WORLD-INTERNATIONAL} is US,
 * and US + INTERNATIONAL is WORLD.
 *
 * <p>Results are cached for later questions.
 */
public final class RegionAlgebra {
  /** Limits the search for equal expressions; no company's regions have that many. */
  private static final int MAX_EXPRESSIONS = 200;

  /** Limits the terms of an expression that the search considers. */
  private static final int MAX_TERMS = 60;

  /** Limits the cached results; one question never needs that many. */
  private static final int MAX_CACHED = 3_000;

  private final Map<String, Region> regions = new LinkedHashMap<>();

  /** For each region, the definitions in which it occurs, each as a sum that equals zero. */
  private final Map<String, List<Map<String, Integer>>> identities = new HashMap<>();

  private final Map<RegionExpression, Equivalents> cache = new ConcurrentHashMap<>();
  private final RegionOverlaps overlaps = new RegionOverlaps(regions);

  /** The expressions equal to a given one, and those of them that are a single region. */
  private record Equivalents(List<RegionExpression> expressions, List<String> regions) {}

  /** Builds the algebra from definitions. */
  public RegionAlgebra(Collection<Region> defined) {
    for (Region region : defined) {
      regions.put(region.id(), region);
      Map<String, Integer> zero = region.identity();
      zero.keySet()
          .forEach(part -> identities.computeIfAbsent(part, id -> new ArrayList<>()).add(zero));
    }
  }

  /**
   * All expressions equal to a given one: first the expression itself, then the others in the order
   * of how many identities they take.
   */
  public List<RegionExpression> equivalents(RegionExpression expression) {
    return cached(expression).expressions();
  }

  /** The single regions equal to an expression; if it is a single region, that comes first. */
  public List<String> regions(RegionExpression expression) {
    return cached(expression).regions();
  }

  private Equivalents cached(RegionExpression expression) {
    if (cache.size() >= MAX_CACHED) {
      cache.clear();
    }
    return cache.computeIfAbsent(expression, this::find);
  }

  private Equivalents find(RegionExpression expression) {
    Set<Map<String, Integer>> found = new LinkedHashSet<>(List.of(expression.terms()));
    Deque<Map<String, Integer>> next = new ArrayDeque<>(found);
    while (!next.isEmpty() && found.size() < MAX_EXPRESSIONS) {
      for (Map<String, Integer> rewritten : rewritten(next.remove())) {
        if (isExpression(rewritten) && found.add(rewritten)) {
          next.add(rewritten);
        }
      }
    }
    List<RegionExpression> expressions = found.stream().map(RegionExpression::new).toList();
    return new Equivalents(
        expressions, expressions.stream().flatMap(one -> one.single().stream()).toList());
  }

  /** Whether terms form an expression: not empty, not too long, and no region counted twice. */
  private static boolean isExpression(Map<String, Integer> terms) {
    return !terms.isEmpty()
        && terms.size() <= MAX_TERMS
        && terms.values().stream().allMatch(sign -> Math.abs(sign) == 1);
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
        boolean tooLong = zero.size() - terms.size() > MAX_TERMS;
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
          .filter(residual -> subtractsFrom(residual, whole))
          .ifPresent(residual -> {
            List<String> parts = new ArrayList<>(residual.terms().keySet());
            parts.remove(whole);
            parts.add(other.id());
            partitions.add(parts);
          });
    }
    return partitions;
  }

  private static boolean subtractsFrom(RegionExpression residual, String whole) {
    return residual.terms().getOrDefault(whole, 0) == 1
        && residual.terms().values().stream().filter(sign -> sign > 0).count() == 1;
  }

  /** The definitions in which a region occurs, each as a sum that equals zero. */
  public List<Map<String, Integer>> identities(String region) {
    return identities.getOrDefault(region, List.of());
  }

  /** What the regions share. */
  public RegionOverlaps overlaps() {
    return overlaps;
  }

  /**
   * The first cycle of definitions: regions that are defined through each other, starting and
   * ending with the same region. Two definitions that state the same identity are not a cycle:
   * WORLD has the members US and INTERNATIONAL, and INTERNATIONAL is WORLD-US.
   */
  public Optional<List<String>> cycle() {
    return new CycleSearch(regions).first();
  }
}
