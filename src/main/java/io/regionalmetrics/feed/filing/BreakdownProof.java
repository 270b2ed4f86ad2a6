package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proves which regions make up the whole in the periods of one filing, by their sums.
 *
 * <p>Regions of one axis make up the whole if their figures add up to it within rounding in every
 * period for which the filing reports the whole and all of them. If they don't add up in one of
 * these periods, the filing proves nothing. A period that lacks one of them is ignored. If the
 * whole is reported under another concept than the regions, the sums must be exact to the digit.
 *
 * <p>If all regions together exceed the whole, some lie inside others, such as the United States
 * inside the United States and Canada. The largest subset that makes up the whole in at least two
 * periods then counts, if there is only one of that size. In a single period, the sum must be exact
 * to the digit, and only one region may be left out, whose name is part of another region's name.
 *
 * <p>Regions of a product may make up the product's whole. If that isn't reported, they may make up
 * the whole of all products: then no other product has a share of it. If their sum is less than
 * that whole, nothing follows.
 */
final class BreakdownProof {
  /** With more regions, subsets are not tried: there would be too many. */
  private static final int MAX_NESTED = 12;

  private static final int MIN_PERIODS_OF_PART = 2;

  private final List<ReportedFact> regions;
  private final List<ReportedFact> wholes;
  private final Map<String, DefinedMetric> metrics;

  BreakdownProof(List<ReportedFact> facts, Map<String, DefinedMetric> metrics) {
    this.regions = facts.stream().filter(fact -> !fact.isWhole()).toList();
    this.wholes = facts.stream().filter(ReportedFact::isWhole).toList();
    this.metrics = metrics;
  }

  /** The time of a figure: the days of a flow, or the day of a stock. */
  private record FactTime(Optional<Span> span, LocalDate end) {
    static FactTime of(ReportedFact fact) {
      return new FactTime(fact.span(), fact.end());
    }
  }

  /** A whole at one time, and the regions that the filing reports for that time. */
  private record DividedWhole(FactTime time, Whole whole, Map<String, ReportedFact> regions) {
    /**
     * Whether these regions add up to the whole; empty if one is missing or the sums leave it open.
     */
    Optional<Boolean> addsUp(Collection<String> some) {
      return regions.keySet().containsAll(some)
          ? whole.isSumOf(some.stream().flatMap(one -> fact(one).stream()).toList())
          : Optional.empty();
    }

    /** Whether all these regions are reported, and add up to the whole to the digit. */
    boolean addsUpExactly(Set<String> some) {
      BigDecimal sum =
          some.stream()
              .flatMap(one -> fact(one).stream())
              .map(ReportedFact::value)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return regions.keySet().containsAll(some) && sum.compareTo(whole.fact().value()) == 0;
    }

    private Optional<ReportedFact> fact(String region) {
      return Optional.ofNullable(regions.get(region));
    }
  }

  /** How a whole is reported, compared with its regions. */
  private enum Kind {
    /** Under the same concept as the regions. */
    SAME_CONCEPT,
    /** Under another concept. */
    OTHER_CONCEPT,
    /** For all products, while the regions are for one product. */
    ALL_PRODUCTS
  }

  /** A whole, and how it is reported. */
  private record Whole(ReportedFact fact, Kind kind) {
    Optional<Boolean> isSumOf(List<ReportedFact> regions) {
      RoundedSum sum = RoundedSum.NONE;
      BigDecimal exact = BigDecimal.ZERO;
      for (ReportedFact region : regions) {
        sum = sum.plus(region.bounds());
        exact = exact.add(region.value());
      }
      boolean isProved = sum.proves(fact.value(), fact.bounds());
      int difference = exact.compareTo(fact.value());
      return switch (kind) {
        case SAME_CONCEPT -> Optional.of(isProved);
        case OTHER_CONCEPT -> Optional.of(difference == 0);
        case ALL_PRODUCTS ->
            isProved ? Optional.of(true) : Optional.of(false).filter(no -> difference > 0);
      };
    }
  }

  /** All breakdowns that the filing proves, once for each time at which they hold. */
  List<ProvedBreakdown> find() {
    Map<FactSeries, Map<FactTime, Map<String, ReportedFact>>> byGroup = new LinkedHashMap<>();
    for (ReportedFact fact : regions) {
      byGroup
          .computeIfAbsent(fact.series().ofAllRegions(), same -> new LinkedHashMap<>())
          .computeIfAbsent(FactTime.of(fact), same -> new TreeMap<>())
          .putIfAbsent(fact.series().region(), fact);
    }
    List<ProvedBreakdown> proved = new ArrayList<>();
    byGroup.forEach((group, times) -> proved.addAll(ofGroup(group, times)));
    return proved;
  }

  private List<ProvedBreakdown> ofGroup(
      FactSeries group, Map<FactTime, Map<String, ReportedFact>> times) {
    List<DividedWhole> divided = new ArrayList<>();
    times.forEach((time, ofTime) ->
        whole(group, time).ifPresent(whole -> divided.add(new DividedWhole(time, whole, ofTime))));
    return divided.stream()
        .map(one -> one.regions().keySet())
        .distinct()
        .flatMap(reported -> members(reported, divided).stream())
        .distinct()
        .flatMap(members -> proved(group, List.copyOf(members), divided).stream())
        .toList();
  }

  private static List<ProvedBreakdown> proved(
      FactSeries group, List<String> members, List<DividedWhole> wholes) {
    return wholes.stream()
        .filter(one -> one.addsUp(members).equals(Optional.of(true)))
        .map(one -> new ProvedBreakdown(group, one.time().span(), one.time().end(), members))
        .toList();
  }

  /** The regions among these that make up the whole; empty if nothing is proved. */
  private static Optional<Set<String>> members(Set<String> regions, List<DividedWhole> wholes) {
    if (regions.size() < 2) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>(regions);
    if (holds(all, wholes, 1)) {
      return Optional.of(all);
    }
    return regions.size() > MAX_NESTED ? Optional.empty() : largestPart(List.copyOf(all), wholes);
  }

  private static boolean holds(
      Collection<String> members, List<DividedWhole> wholes, int minPeriods) {
    List<Boolean> sums = wholes.stream().flatMap(one -> one.addsUp(members).stream()).toList();
    return sums.size() >= minPeriods && !sums.contains(false);
  }

  private static Optional<Set<String>> largestPart(
      List<String> regions, List<DividedWhole> wholes) {
    Map<Integer, List<Set<String>>> bySize = new TreeMap<>();
    for (int selection = 1; selection < (1 << regions.size()) - 1; selection++) {
      Set<String> part = selected(regions, selection);
      if (part.size() > 1 && isProved(part, regions, wholes)) {
        bySize.computeIfAbsent(-part.size(), same -> new ArrayList<>()).add(part);
      }
    }
    return bySize.values().stream()
        .findFirst()
        .filter(largest -> largest.size() == 1)
        .map(List::getFirst);
  }

  private static boolean isProved(
      Set<String> part, List<String> regions, List<DividedWhole> wholes) {
    return holds(part, wholes, MIN_PERIODS_OF_PART)
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

  private Optional<Whole> whole(FactSeries group, FactTime time) {
    List<ReportedFact> wholes = wholes(group.metric(), group, time);
    return sameConcept(wholes, group)
        .map(fact -> new Whole(fact, Kind.SAME_CONCEPT))
        .or(() -> wholes.stream().findFirst().map(fact -> new Whole(fact, Kind.OTHER_CONCEPT)))
        .or(() -> wholeOfAllProducts(group, time));
  }

  private Optional<Whole> wholeOfAllProducts(FactSeries group, FactTime time) {
    DefinedMetric metric = metrics.get(group.metric());
    return metric != null && !metric.slice().isWhole() && metric.metric().kind() == MetricKind.FLOW
        ? sameConcept(wholes(metric.wanted().id(), group, time), group)
            .map(fact -> new Whole(fact, Kind.ALL_PRODUCTS))
        : Optional.empty();
  }

  private static Optional<ReportedFact> sameConcept(List<ReportedFact> wholes, FactSeries group) {
    return wholes.stream()
        .filter(fact -> fact.series().concept().equals(group.concept()))
        .findFirst();
  }

  private List<ReportedFact> wholes(String metric, FactSeries group, FactTime time) {
    return wholes.stream()
        .filter(fact ->
            fact.series().metric().equals(metric)
                && fact.series().unit().equals(group.unit())
                && fact.value().signum() > 0
                && FactTime.of(fact).equals(time))
        .toList();
  }
}
