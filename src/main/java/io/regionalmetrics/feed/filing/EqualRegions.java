package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the periods in which two regions have the same revenue. If either has revenue of the
 * whole business, no other counts: all that is sold of one product may be sold in one country.
 */
final class EqualRegions {
  private static final int ENOUGH_PERIODS = 2;

  /**
   * A figure is compared with so many larger ones, so that many figures take no longer. If all of
   * them are the same, it proves nothing.
   */
  private static final int MOST_OTHERS = 8;

  /** The most for the product of all roundings: that of two figures of three digits. */
  private static final BigDecimal MOST_ACCIDENT = new BigDecimal("0.0001");

  /** So many periods are enough whatever their roundings; more would only take time. */
  private static final int ENOUGH_FOR_ANY = 4;

  private static final Comparator<RegionTelling> SMALLEST_FIRST =
      Comparator.comparing(RegionTelling::value).thenComparing(RegionTelling::region);

  private final Set<String> withTotal;
  private final Map<Comparison, Map<Span, BigDecimal>> roundings = new HashMap<>();

  /** What two regions are compared by. */
  private record Comparison(RegionPair regions, String metric) {}

  /**
   * A comparison of no figures yet.
   *
   * @param withTotal the regions that have revenue of the whole business
   */
  EqualRegions(Set<String> withTotal) {
    this.withTotal = withTotal;
  }

  /** Compares the figures of several regions at one place. */
  void compare(List<RegionTelling> tellings) {
    List<RegionTelling> sorted =
        tellings.stream().filter(RegionTelling::canProve).sorted(SMALLEST_FIRST).toList();
    for (int i = 0; i < sorted.size(); i++) {
      ReadingTime.check();
      RegionTelling one = sorted.get(i);
      int end = Math.min(sorted.size(), i + 1 + MOST_OTHERS);
      List<RegionTelling> same = sorted.subList(i + 1, end).stream().filter(one::isSameAs).toList();
      if (same.size() < MOST_OTHERS) {
        same.forEach(other -> add(one, other));
      }
    }
  }

  private void add(RegionTelling one, RegionTelling other) {
    if (RegionNaming.mayBeOne(one.region(), other.region()) && areComparable(one, other)) {
      RegionPair regions = RegionPair.of(one.region(), other.region());
      roundings
          .computeIfAbsent(new Comparison(regions, one.place().metric()), same -> new HashMap<>())
          .merge(one.place().span(), one.rounding().max(other.rounding()), BigDecimal::min);
    }
  }

  private boolean areComparable(RegionTelling one, RegionTelling other) {
    return one.place().isTotalRevenue()
        || !(withTotal.contains(one.region()) || withTotal.contains(other.region()));
  }

  /** The pairs that are the same in enough periods. */
  Set<RegionPair> pairs() {
    return roundings.entrySet().stream()
        .filter(one -> one.getValue().size() >= ENOUGH_PERIODS)
        .filter(one -> accident(one.getValue().values()).compareTo(MOST_ACCIDENT) <= 0)
        .map(one -> one.getKey().regions())
        .collect(Collectors.toSet());
  }

  /** About how likely figures agree by accident in all of some periods. */
  private static BigDecimal accident(Collection<BigDecimal> roundings) {
    return roundings.stream()
        .sorted()
        .limit(ENOUGH_FOR_ANY)
        .reduce(BigDecimal.ONE, BigDecimal::multiply);
  }
}
