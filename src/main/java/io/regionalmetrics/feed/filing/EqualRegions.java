package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Collects the periods in which two regions have the same revenue. */
final class EqualRegions {
  private static final int ENOUGH_PERIODS = 2;

  /** A figure is compared with so many larger ones, so that many figures take no longer. */
  private static final int MOST_OTHERS = 8;

  /** The most for the product of all roundings: that of two figures of about three digits. */
  private static final BigFraction MOST_ACCIDENT = BigFraction.of(1, 10_000);

  private static final Comparator<RegionTelling> SMALLEST_FIRST =
      Comparator.comparing(RegionTelling::value).thenComparing(RegionTelling::region);

  private final Map<RegionPair, Map<Span, BigFraction>> roundings = new HashMap<>();

  /** Compares the figures of several regions at one place. */
  void compare(List<RegionTelling> tellings) {
    List<RegionTelling> sorted =
        tellings.stream().filter(RegionTelling::canProve).sorted(SMALLEST_FIRST).toList();
    for (int i = 0; i < sorted.size(); i++) {
      ReadingTime.check();
      int end = Math.min(sorted.size(), i + 1 + MOST_OTHERS);
      for (RegionTelling larger : sorted.subList(i + 1, end)) {
        compare(sorted.get(i), larger);
      }
    }
  }

  private void compare(RegionTelling one, RegionTelling other) {
    if (RegionNaming.mayBeOne(one.region(), other.region()) && one.isSameAs(other)) {
      roundings
          .computeIfAbsent(RegionPair.of(one.region(), other.region()), same -> new HashMap<>())
          .merge(one.place().span(), larger(one.rounding(), other.rounding()), EqualRegions::least);
    }
  }

  private static BigFraction larger(BigFraction one, BigFraction other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static BigFraction least(BigFraction one, BigFraction other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The pairs that are the same in enough periods, in alphabetical order. */
  Stream<RegionPair> pairs() {
    return roundings.entrySet().stream()
        .filter(one -> one.getValue().size() >= ENOUGH_PERIODS)
        .filter(one -> accident(one.getValue()).compareTo(MOST_ACCIDENT) <= 0)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(RegionPair::one).thenComparing(RegionPair::other));
  }

  /** About how likely figures agree by accident in all of some periods. */
  private static BigFraction accident(Map<Span, BigFraction> roundings) {
    return roundings.values().stream().reduce(BigFraction.ONE, BigFraction::multiply);
  }
}
