package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which regions of a filing lie inside others, as its definition linkbase says: {@code US} inside
 * {@code NORTH_AMERICA}. It says nothing about sums.
 */
final class RegionHierarchy {
  /** Of more regions than any real division has, none is compared with all others. */
  private static final int MAX_REGIONS = 200;

  private final MemberHierarchy members;
  private final Map<QualifiedName, Set<String>> regions = new HashMap<>();
  private final Map<String, Set<QualifiedName>> membersOf = new HashMap<>();
  private final Map<String, Set<String>> containers = new HashMap<>();

  RegionHierarchy(MemberHierarchy members) {
    this.members = members;
  }

  /** Adds a member that names a region. */
  void add(QualifiedName member, String region) {
    regions.computeIfAbsent(member, same -> new HashSet<>()).add(region);
    membersOf.computeIfAbsent(region, same -> new HashSet<>()).add(member);
  }

  /** Whether a region lies inside another one. */
  boolean isWithin(String region, String other) {
    return !region.equals(other)
        && containers.computeIfAbsent(region, this::containers).contains(other);
  }

  private Set<String> containers(String region) {
    Set<String> found = new HashSet<>();
    for (QualifiedName member : membersOf.getOrDefault(region, Set.of())) {
      members.wholes(member).forEach(whole -> found.addAll(regions.getOrDefault(whole, Set.of())));
    }
    return found;
  }

  /**
   * Whether some regions divide the same area as all of them: none lies inside another one, and
   * each of the rest lies inside one of them or contains one.
   */
  boolean isCut(Collection<String> some, Collection<String> all) {
    return some.stream().noneMatch(one -> some.stream().anyMatch(other -> isWithin(one, other)))
        && all.stream()
            .filter(rest -> !some.contains(rest))
            .allMatch(
                rest -> some.stream().anyMatch(one -> isWithin(rest, one) || isWithin(one, rest)));
  }

  /** Those of some regions that contain none of the others. */
  Set<String> inner(Collection<String> some) {
    return filtered(some, one -> some.stream().noneMatch(other -> isWithin(other, one)));
  }

  /** Those of some regions that lie inside none of the others. */
  Set<String> outer(Collection<String> some) {
    return filtered(some, one -> some.stream().noneMatch(other -> isWithin(one, other)));
  }

  private static Set<String> filtered(Collection<String> some, Predicate<String> test) {
    return some.size() > MAX_REGIONS
        ? Set.of()
        : some.stream().filter(test).collect(Collectors.toCollection(TreeSet::new));
  }
}
