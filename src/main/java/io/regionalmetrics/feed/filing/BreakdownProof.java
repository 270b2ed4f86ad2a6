package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.xbrl.ReadingTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Proves which regions make up the whole in the periods of one filing, by their sums.
 *
 * <p>Regions of one axis make up the whole if their figures add up to it within rounding in every
 * period for which the filing reports the whole and all of them. If they don't add up in one of
 * these periods, the filing proves nothing. A period that lacks one of them is ignored. If the
 * whole is reported under another concept than the regions, the sums must be exact to the digit.
 * {@link MemberSearch} finds regions that lie inside others.
 *
 * <p>If regions alone don't make up the whole, or are before eliminations, they may with a named
 * remainder, which must then be reported and fit in the same way. {@link RemainderCandidates} says
 * what is considered as one.
 *
 * <p>Regions of a product may make up the product's whole. If that isn't reported, they may make up
 * the whole of all products: then no other product has a share of it. If their sum is less than
 * that whole, nothing follows.
 */
final class BreakdownProof {
  private final List<ReportedFact> regions;
  private final List<ReportedFact> wholes;
  private final RemainderCandidates remainders;
  private final Map<String, DefinedMetric> metrics;
  private final RegionHierarchy hierarchy;

  /**
   * The proof of one filing.
   *
   * @param facts the figures of its wholes and regions
   * @param remainders the candidates for remainders
   * @param hierarchy which regions lie inside others
   */
  BreakdownProof(
      List<ReportedFact> facts,
      RemainderCandidates remainders,
      Map<String, DefinedMetric> metrics,
      RegionHierarchy hierarchy) {
    this.regions = facts.stream().filter(fact -> !fact.isWhole()).toList();
    this.wholes = facts.stream().filter(ReportedFact::isWhole).toList();
    this.remainders = remainders;
    this.metrics = metrics;
    this.hierarchy = hierarchy;
  }

  /**
   * All breakdowns that the filing proves, once for each time at which they hold. Those on the
   * geographical axis come first.
   */
  List<ProvedBreakdown> find() {
    Map<FactSeries, Map<FactTime, Map<String, ReportedFact>>> byGroup = new LinkedHashMap<>();
    for (ReportedFact fact : regions) {
      byGroup
          .computeIfAbsent(fact.series().ofAllRegions(), same -> new LinkedHashMap<>())
          .computeIfAbsent(FactTime.of(fact), same -> new TreeMap<>())
          .putIfAbsent(fact.series().region(), fact);
    }
    return byGroup.entrySet().stream()
        .sorted(Comparator.comparing(group -> RegionAxis.ofCode(group.getKey().axis())))
        .flatMap(group -> ofGroup(group.getKey(), group.getValue()).stream())
        .toList();
  }

  private List<ProvedBreakdown> ofGroup(
      FactSeries group, Map<FactTime, Map<String, ReportedFact>> times) {
    List<DividedWhole> divided = new ArrayList<>();
    times.forEach((time, ofTime) ->
        whole(group, time)
            .ifPresent(whole -> divided.add(new DividedWhole(time, whole, ofTime, List.of()))));
    List<RemainderSet> remainders = this.remainders.of(group, divided).toList();
    return divided.stream()
        .map(one -> one.regions().keySet())
        .distinct()
        .flatMap(regions -> ofRegions(group, regions, divided, remainders))
        .distinct()
        .toList();
  }

  /** The breakdown into some regions alone or else, if that isn't proved, with a remainder. */
  private Stream<ProvedBreakdown> ofRegions(
      FactSeries group,
      Set<String> regions,
      List<DividedWhole> wholes,
      List<RemainderSet> remainders) {
    List<ProvedBreakdown> alone =
        GrossWholes.isGross(group) ? List.of() : proved(group, regions, wholes, 1);
    return alone.isEmpty()
        ? remainders.stream()
            .map(remainder -> with(remainder, group, regions, wholes))
            .filter(proved -> !proved.isEmpty())
            .findFirst()
            .stream()
            .flatMap(List::stream)
        : alone.stream();
  }

  /**
   * The breakdown into some regions and a remainder. Periods that tell the remainder prove it by
   * themselves. Periods that don't tell it divide into the regions alone, if all of them do.
   */
  private List<ProvedBreakdown> with(
      RemainderSet remainder, FactSeries group, Set<String> regions, List<DividedWhole> wholes) {
    List<DividedWhole> told = new ArrayList<>();
    List<DividedWhole> untold = new ArrayList<>();
    for (DividedWhole whole : wholes) {
      List<ReportedFact> figures = remainder.byTime().get(whole.time());
      if (figures == null) {
        untold.add(whole);
      } else {
        told.add(whole.with(figures));
      }
    }
    List<ProvedBreakdown> proved = proved(group, regions, told, remainder.minPeriods());
    return proved.isEmpty() || !isNeeded(proved.getFirst().members(), told)
        ? List.of()
        : Stream.of(proved, proved(group, regions, untold, 1)).flatMap(List::stream).toList();
  }

  /** Whether regions don't make up the whole alone in at least one period with a remainder. */
  private static boolean isNeeded(List<String> members, List<DividedWhole> told) {
    return told.stream()
        .map(one -> one.with(List.of()).addsUp(members))
        .anyMatch(Optional.of(false)::equals);
  }

  private List<ProvedBreakdown> proved(
      FactSeries group, Set<String> regions, List<DividedWhole> wholes, int minPeriods) {
    List<ProvedBreakdown> all = new ArrayList<>();
    FactSeries series = group;
    for (Set<String> members : new MemberSearch(wholes, hierarchy).members(regions)) {
      List<ProvedBreakdown> proved = proved(series, List.copyOf(members), wholes);
      all.addAll(proved.size() >= minPeriods ? proved : List.of());
      series = group.ofCoarserBreakdowns();
    }
    return all;
  }

  private static List<ProvedBreakdown> proved(
      FactSeries group, List<String> members, List<DividedWhole> wholes) {
    return wholes.stream()
        .filter(one -> one.addsUp(members).equals(Optional.of(true)))
        .map(one -> new ProvedBreakdown(group, one.time(), members, one.remainders()))
        .toList();
  }

  private Optional<ReportedWhole> whole(FactSeries group, FactTime time) {
    List<ReportedFact> wholes = wholes(group.metric(), group, time);
    return sameConcept(wholes, group)
        .map(fact -> new ReportedWhole(fact, ReportedWhole.Kind.SAME_CONCEPT))
        .or(() ->
            wholes.stream()
                .findFirst()
                .map(fact -> new ReportedWhole(fact, ReportedWhole.Kind.OTHER_CONCEPT)))
        .or(() -> wholeOfAllProducts(group, time));
  }

  private Optional<ReportedWhole> wholeOfAllProducts(FactSeries group, FactTime time) {
    DefinedMetric metric = metrics.get(group.metric());
    return metric != null && !metric.slice().isWhole() && metric.metric().kind() == MetricKind.FLOW
        ? sameConcept(wholes(metric.wanted().id(), group, time), group)
            .map(fact -> new ReportedWhole(fact, ReportedWhole.Kind.ALL_PRODUCTS))
        : Optional.empty();
  }

  private static Optional<ReportedFact> sameConcept(List<ReportedFact> wholes, FactSeries group) {
    return wholes.stream()
        .filter(fact -> fact.series().concept().equals(group.concept()))
        .findFirst();
  }

  private List<ReportedFact> wholes(String metric, FactSeries group, FactTime time) {
    ReadingTime.check();
    return wholes.stream()
        .filter(fact ->
            fact.series().metric().equals(metric)
                && fact.series().unit().equals(group.unit())
                && fact.value().signum() > 0
                && FactTime.of(fact).equals(time))
        .toList();
  }
}
