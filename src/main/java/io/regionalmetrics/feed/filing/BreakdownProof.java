package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * <p>Regions of one axis are believed to make up the whole if their figures add up to it within
 * rounding in every period in which the filing tells the whole and all of them. One period in which
 * they don't refutes it for the filing. A period that lacks one of them counts neither way. If the
 * whole is told under another concept than the regions, the sums must be exact to the digit.
 *
 * <p>If all regions together are more than the whole, some are inside others, such as the United
 * States inside the United States and Canada. Then the largest part of them is taken that makes up
 * the whole in at least two periods, if there is only one such part. In a single period that is
 * believed only if the sum is exact to the digit and one region is left out, whose name is inside
 * another one's.
 *
 * <p>Regions of a product may make up the product's whole. If that isn't told, they may make up the
 * whole of everything: then no other product has a share of it. If they are less, nothing follows.
 */
final class BreakdownProof {
  /** With more regions than that, parts of them are not tried: there are too many. */
  private static final int MAX_NESTED = 12;

  private static final int MIN_PERIODS_OF_PART = 2;

  private final List<ReportedFact> facts;
  private final Map<String, DefinedMetric> metrics;

  BreakdownProof(List<ReportedFact> facts, Map<String, DefinedMetric> metrics) {
    this.facts = facts;
    this.metrics = metrics;
  }

  /** When a whole and its parts are told. */
  private record Time(Optional<Span> span, LocalDate end) {}

  /** A whole at a time, and the regions told of it. */
  private record Told(Time time, Whole whole, Map<String, ReportedFact> regions) {
    /** Whether some regions add up to the whole; empty if that can't be told. */
    Optional<Boolean> addsUp(Collection<String> some) {
      return regions.keySet().containsAll(some)
          ? whole.isSumOf(some.stream().flatMap(one -> fact(one).stream()).toList())
          : Optional.empty();
    }

    /** Whether all of some regions are told, and add up to the whole to the digit. */
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

  /** How a whole is told. */
  private enum Kind {
    /** Under the concept of its regions. */
    SAME_CONCEPT,
    /** Under another concept. */
    OTHER_CONCEPT,
    /** It is the whole of all products, while the regions are of one. */
    ALL_PRODUCTS
  }

  /** A whole, and how it is told. */
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

  /** All breakdowns that the filing proves, each for every time in which it holds. */
  List<ProvedBreakdown> find() {
    Map<FactSeries, Map<Time, Map<String, ReportedFact>>> byGroup = new LinkedHashMap<>();
    for (ReportedFact fact : facts) {
      if (!fact.isWhole()) {
        byGroup
            .computeIfAbsent(fact.series().ofAllRegions(), same -> new LinkedHashMap<>())
            .computeIfAbsent(new Time(fact.span(), fact.end()), same -> new TreeMap<>())
            .putIfAbsent(fact.series().region(), fact);
      }
    }
    List<ProvedBreakdown> proved = new ArrayList<>();
    byGroup.forEach((group, times) -> proved.addAll(ofGroup(group, times)));
    return proved;
  }

  private List<ProvedBreakdown> ofGroup(
      FactSeries group, Map<Time, Map<String, ReportedFact>> times) {
    List<Told> told = new ArrayList<>();
    times.forEach((time, regions) ->
        whole(group, time).ifPresent(whole -> told.add(new Told(time, whole, regions))));
    Set<Set<String>> memberSets = new LinkedHashSet<>();
    told.forEach(one -> members(one.regions().keySet(), told).ifPresent(memberSets::add));
    List<ProvedBreakdown> proved = new ArrayList<>();
    for (Set<String> members : memberSets) {
      for (Told one : told) {
        if (one.addsUp(members).equals(Optional.of(true))) {
          proved.add(
              new ProvedBreakdown(
                  group, one.time().span(), one.time().end(), List.copyOf(members)));
        }
      }
    }
    return proved;
  }

  /** Those of some regions that make up the whole; empty if nothing is proved. */
  private static Optional<Set<String>> members(Set<String> regions, List<Told> told) {
    if (regions.size() < 2) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>(regions);
    if (holds(all, told, 1)) {
      return Optional.of(all);
    }
    return regions.size() > MAX_NESTED ? Optional.empty() : largestPart(List.copyOf(all), told);
  }

  private static boolean holds(Collection<String> members, List<Told> told, int minPeriods) {
    List<Boolean> sums = told.stream().flatMap(one -> one.addsUp(members).stream()).toList();
    return sums.size() >= minPeriods && !sums.contains(false);
  }

  private static Optional<Set<String>> largestPart(List<String> regions, List<Told> told) {
    Map<Integer, List<Set<String>>> bySize = new TreeMap<>();
    for (int selection = 1; selection < (1 << regions.size()) - 1; selection++) {
      Set<String> part = selected(regions, selection);
      if (part.size() > 1 && isProved(part, regions, told)) {
        bySize.computeIfAbsent(-part.size(), same -> new ArrayList<>()).add(part);
      }
    }
    return bySize.values().stream()
        .findFirst()
        .filter(largest -> largest.size() == 1)
        .map(List::getFirst);
  }

  private static boolean isProved(Set<String> part, List<String> regions, List<Told> told) {
    return holds(part, told, MIN_PERIODS_OF_PART)
        || (part.size() == regions.size() - 1
            && regions.stream()
                .filter(region -> !part.contains(region))
                .allMatch(inside -> part.stream().anyMatch(other -> isNamedIn(inside, other)))
            && told.stream().allMatch(one -> one.addsUpExactly(part)));
  }

  /** Whether a region is one of those that the code of another one names: US in US_CANADA. */
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

  private Optional<Whole> whole(FactSeries group, Time time) {
    List<ReportedFact> wholes = wholes(group.metric(), group, time);
    return sameConcept(wholes, group)
        .map(fact -> new Whole(fact, Kind.SAME_CONCEPT))
        .or(() -> wholes.stream().findFirst().map(fact -> new Whole(fact, Kind.OTHER_CONCEPT)))
        .or(() -> wholeOfAllProducts(group, time));
  }

  private Optional<Whole> wholeOfAllProducts(FactSeries group, Time time) {
    DefinedMetric metric = metrics.get(group.metric());
    return metric != null
            && metric.product().isPresent()
            && metric.metric().kind() == MetricKind.FLOW
        ? sameConcept(wholes(metric.wanted().id(), group, time), group)
            .map(fact -> new Whole(fact, Kind.ALL_PRODUCTS))
        : Optional.empty();
  }

  private static Optional<ReportedFact> sameConcept(List<ReportedFact> wholes, FactSeries group) {
    return wholes.stream()
        .filter(fact -> fact.series().concept().equals(group.concept()))
        .findFirst();
  }

  private List<ReportedFact> wholes(String metric, FactSeries group, Time time) {
    return facts.stream()
        .filter(ReportedFact::isWhole)
        .filter(fact ->
            fact.series().metric().equals(metric)
                && fact.series().unit().equals(group.unit())
                && fact.value().signum() > 0
                && new Time(fact.span(), fact.end()).equals(time))
        .toList();
  }
}
