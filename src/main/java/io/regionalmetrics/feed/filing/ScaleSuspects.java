package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds figures whose filer probably mistook their scale: those that are a thousandth, a millionth,
 * a thousand or a million times of what the sum says, within 5 %, and of what the same series says
 * in another period of the filing, within a factor of 10.
 *
 * <p>Worked example: the whole is 100bn and the rest of it 40bn, so the United States should have
 * 60bn, as they had 55bn a year before. The filing reports 60m.
 */
final class ScaleSuspects {
  private static final List<Integer> POWERS = List.of(3, 6, -3, -6);
  private static final BigDecimal TOLERANCE = new BigDecimal("0.05");
  private static final BigDecimal TEN = BigDecimal.TEN;

  private final Map<FactSeries, List<ReportedFact>> bySeries = new HashMap<>();
  private final Map<Cut, List<ReportedFact>> cuts = new LinkedHashMap<>();
  private final Map<Cut, ReportedFact> wholes = new HashMap<>();

  /** What the figures of one division have in common; of a whole, without concept and axis. */
  private record Cut(FactSeries series, FactTime time) {
    static Cut ofWhole(FactSeries series, FactTime time) {
      return new Cut(new FactSeries(series.metric(), "", series.unit(), "", ""), time);
    }
  }

  private ScaleSuspects(List<ReportedFact> facts) {
    for (ReportedFact fact : facts) {
      bySeries.computeIfAbsent(fact.series(), same -> new ArrayList<>()).add(fact);
      FactTime time = FactTime.of(fact);
      if (fact.isWhole()) {
        wholes.putIfAbsent(Cut.ofWhole(fact.series(), time), fact);
      } else {
        cuts.computeIfAbsent(new Cut(fact.series().ofAllRegions(), time), same -> new ArrayList<>())
            .add(fact);
      }
    }
  }

  /** The suspects among the figures of a filing. */
  static Set<ReportedFact> of(List<ReportedFact> facts) {
    ScaleSuspects all = new ScaleSuspects(facts);
    Set<ReportedFact> suspects = new LinkedHashSet<>();
    all.cuts.forEach((cut, regions) ->
        Optional.ofNullable(all.wholes.get(Cut.ofWhole(cut.series(), cut.time())))
            .filter(whole -> regions.size() > 1)
            .ifPresent(whole -> all.add(regions, whole, suspects)));
    return suspects;
  }

  /** The figures without those of a metric and time that have a suspect: they prove nothing. */
  static List<ReportedFact> sound(List<ReportedFact> facts, Set<ReportedFact> suspects) {
    Set<Cut> times = new LinkedHashSet<>();
    suspects.forEach(one -> times.add(Cut.ofWhole(one.series(), FactTime.of(one))));
    return facts.stream()
        .filter(fact -> !times.contains(Cut.ofWhole(fact.series(), FactTime.of(fact))))
        .toList();
  }

  private void add(List<ReportedFact> regions, ReportedFact whole, Set<ReportedFact> suspects) {
    BigDecimal sum =
        regions.stream().map(ReportedFact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (isSuspect(whole, sum)) {
      suspects.add(whole);
    }
    for (ReportedFact region : regions) {
      if (isSuspect(region, whole.value().subtract(sum).add(region.value()))) {
        suspects.add(region);
      }
    }
  }

  private boolean isSuspect(ReportedFact fact, BigDecimal expected) {
    ReadingTime.check();
    return fact.value().signum() > 0
        && expected.signum() > 0
        && POWERS.stream().anyMatch(power -> isNear(fact.value(), power, expected))
        && bySeries.getOrDefault(fact.series(), List.of()).stream()
            .filter(other -> !other.equals(fact) && isAsLong(other, fact))
            .anyMatch(other -> isComparable(other.value(), expected));
  }

  private static boolean isNear(BigDecimal value, int power, BigDecimal expected) {
    return value
            .scaleByPowerOfTen(power)
            .subtract(expected)
            .abs()
            .compareTo(expected.multiply(TOLERANCE))
        <= 0;
  }

  private static boolean isAsLong(ReportedFact one, ReportedFact other) {
    return one.span().flatMap(FiscalLength::of).equals(other.span().flatMap(FiscalLength::of));
  }

  private static boolean isComparable(BigDecimal value, BigDecimal expected) {
    return value.multiply(TEN).compareTo(expected) >= 0
        && value.compareTo(expected.multiply(TEN)) <= 0;
  }
}
