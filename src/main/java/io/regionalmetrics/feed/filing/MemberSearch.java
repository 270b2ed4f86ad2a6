package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds which of some regions make up the whole.
 *
 * <p>If all together exceed the whole, some lie inside others, such as the United States inside the
 * United States and Canada. The largest subset that makes up the whole in at least two periods then
 * counts, if there is only one of that size. In a single period, the sum must be exact to the
 * digit, and only one region may be left out, whose name is part of another region's name.
 *
 * @param wholes the wholes of all periods that have regions
 */
record MemberSearch(List<DividedWhole> wholes) {
  /** With more regions, subsets are not tried: there would be too many. */
  private static final int MAX_NESTED = 12;

  private static final int MIN_PERIODS_OF_PART = 2;

  /** The regions among these that make up the whole; empty if nothing is proved. */
  Optional<Set<String>> members(Set<String> regions) {
    if (regions.size() < 2) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>(regions);
    if (holds(all, 1)) {
      return Optional.of(all);
    }
    return regions.size() > MAX_NESTED ? Optional.empty() : largestPart(List.copyOf(all));
  }

  private boolean holds(Collection<String> members, int minPeriods) {
    List<Boolean> sums = wholes.stream().flatMap(one -> one.addsUp(members).stream()).toList();
    return sums.size() >= minPeriods && !sums.contains(false);
  }

  private Optional<Set<String>> largestPart(List<String> regions) {
    Map<Integer, List<Set<String>>> bySize = new TreeMap<>();
    for (int selection = 1; selection < (1 << regions.size()) - 1; selection++) {
      ReadingTime.check();
      Set<String> part = selected(regions, selection);
      if (part.size() > 1 && isProved(part, regions)) {
        bySize.computeIfAbsent(-part.size(), same -> new ArrayList<>()).add(part);
      }
    }
    return bySize.values().stream()
        .findFirst()
        .filter(largest -> largest.size() == 1)
        .map(List::getFirst);
  }

  private boolean isProved(Set<String> part, List<String> regions) {
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
