package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds which of some regions make up the whole.
 *
 * <p>If all together exceed the whole, some lie inside others, such as the United States inside the
 * United States and Canada. If the filing's hierarchy says so, the largest subset counts that makes
 * up the whole and leaves out only regions inside others, or regions that contain others. Otherwise
 * the largest subset counts that makes up the whole in at least two periods. In a single period,
 * the sum must then be exact to the digit, and only one region may be left out, whose name is part
 * of another region's name. Two subsets of the largest size prove nothing.
 *
 * @param wholes the wholes of all periods that have regions
 * @param hierarchy which regions lie inside others
 */
record MemberSearch(List<DividedWhole> wholes, RegionHierarchy hierarchy) {
  /** With more regions, only the inner and the outer ones are tried, not all subsets. */
  private static final int MAX_NESTED = 12;

  private static final int MIN_PERIODS_OF_PART = 2;

  /**
   * The regions among these that make up the whole, and coarser ones after them, in which a region
   * stands for several; empty if nothing is proved.
   */
  List<Set<String>> members(Set<String> regions) {
    if (regions.size() < 2) {
      return List.of();
    }
    Set<String> all = new TreeSet<>(regions);
    if (holds(all, 1)) {
      return List.of(all);
    }
    return regions.size() > MAX_NESTED ? innerAndOuter(all) : parts(List.copyOf(all));
  }

  private List<Set<String>> innerAndOuter(Set<String> regions) {
    return Stream.of(hierarchy.inner(regions), hierarchy.outer(regions))
        .filter(part -> part.size() > 1 && holds(part, 1))
        .distinct()
        .toList();
  }

  private boolean holds(Collection<String> members, int minPeriods) {
    ReadingTime.check();
    List<Boolean> sums = wholes.stream().flatMap(one -> one.addsUp(members).stream()).toList();
    return sums.size() >= minPeriods && !sums.contains(false);
  }

  private List<Set<String>> parts(List<String> regions) {
    List<Set<String>> parts =
        IntStream.range(1, (1 << regions.size()) - 1)
            .mapToObj(selection -> selected(regions, selection))
            .filter(part -> part.size() > 1 && holds(part, 1))
            .toList();
    return largest(parts, part -> hierarchy.isCut(part, regions))
        .or(() -> largest(parts, part -> isProvedBySums(part, regions)))
        .map(finest -> withCoarser(finest, parts, regions))
        .orElse(List.of());
  }

  private List<Set<String>> withCoarser(
      Set<String> finest, List<Set<String>> parts, List<String> regions) {
    Stream<Set<String>> coarser =
        parts.stream()
            .filter(part -> isCoarser(part, finest))
            .filter(part -> hierarchy.isCut(part, regions) || holds(part, MIN_PERIODS_OF_PART));
    return Stream.concat(Stream.of(finest), coarser).toList();
  }

  /**
   * Whether a part has one region in place of several: as both make up the whole, it is their sum.
   */
  private static boolean isCoarser(Set<String> part, Set<String> finest) {
    return part.size() < finest.size()
        && part.stream().filter(region -> !finest.contains(region)).count() == 1;
  }

  /** The largest of some parts, if only one has that size. */
  private static Optional<Set<String>> largest(
      List<Set<String>> parts, Predicate<Set<String>> isProved) {
    List<Set<String>> proved = parts.stream().filter(isProved).toList();
    int size = proved.stream().mapToInt(Set::size).max().orElse(0);
    List<Set<String>> largest = proved.stream().filter(part -> part.size() == size).toList();
    return largest.size() == 1 ? Optional.of(largest.getFirst()) : Optional.empty();
  }

  private boolean isProvedBySums(Set<String> part, List<String> regions) {
    return holds(part, MIN_PERIODS_OF_PART)
        || (part.size() == regions.size() - 1
            && regions.stream()
                .filter(region -> !part.contains(region))
                .allMatch(inside -> part.stream().anyMatch(other -> isNamedIn(inside, other)))
            && wholes.stream().allMatch(one -> one.addsUpExactly(part)));
  }

  /** Whether the code of another region names this region, as US_CANADA names US. */
  private static boolean isNamedIn(String region, String other) {
    String name = PlaceNames.countryName(region);
    String code = name == null ? region : name.toUpperCase(Locale.ROOT).replace(' ', '_');
    String within = "_" + other + "_";
    return within.contains("_" + region + "_") || within.contains("_" + code + "_");
  }

  private static Set<String> selected(List<String> regions, int selection) {
    Set<String> part = new TreeSet<>();
    for (int i = 0; i < regions.size(); i++) {
      if ((selection & (1 << i)) != 0) {
        part.add(regions.get(i));
      }
    }
    return part;
  }
}
