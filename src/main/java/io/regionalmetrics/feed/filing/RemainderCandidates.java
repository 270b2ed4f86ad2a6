package io.regionalmetrics.feed.filing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures that are considered as the named remainder of a whole.
 *
 * <p>A figure is considered for what it is, never for its size: a member without a place on the
 * axis of the regions, such as Amazon Web Services. All of them are taken together, as the filing
 * tells them, so there is one candidate for each set of members and none for each sum that might
 * fit.
 */
final class RemainderCandidates {
  /** A whole has at most this many named remainders. */
  private static final int MAX_REMAINDERS = 3;

  private final Map<FactSeries, List<ReportedFact>> byGroup;

  /** The candidates among some figures of members that are no regions. */
  RemainderCandidates(Collection<ReportedFact> figures) {
    this.byGroup =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    figure -> figure.series().ofAllRegions(),
                    LinkedHashMap::new,
                    Collectors.toList()));
  }

  /**
   * The candidates for the regions of one axis.
   *
   * @param group what the facts of the regions have in common
   * @param wholes the wholes of the regions
   */
  Stream<RemainderSet> of(FactSeries group, List<DividedWhole> wholes) {
    Map<FactTime, Map<String, ReportedFact>> told = new LinkedHashMap<>();
    for (ReportedFact one : siblings(group, wholes)) {
      told.computeIfAbsent(FactTime.of(one), same -> new LinkedHashMap<>())
          .put(one.series().region(), one);
    }
    return told.values().stream()
        .<Set<String>>map(byCode -> new TreeSet<>(byCode.keySet()))
        .distinct()
        .filter(codes -> codes.size() <= MAX_REMAINDERS)
        .map(codes -> new RemainderSet(ofAll(codes, told), 1));
  }

  /** The other members of an axis, without those that are always zero or the whole. */
  private List<ReportedFact> siblings(FactSeries group, List<DividedWhole> wholes) {
    Map<String, List<ReportedFact>> byCode = new LinkedHashMap<>();
    for (ReportedFact one : byGroup.getOrDefault(group, List.of())) {
      byCode.computeIfAbsent(one.series().region(), same -> new ArrayList<>()).add(one);
    }
    return byCode.values().stream()
        .filter(figures -> figures.stream().anyMatch(one -> one.value().signum() != 0))
        .filter(figures -> !figures.stream().allMatch(one -> isWhole(one, wholes)))
        .flatMap(List::stream)
        .toList();
  }

  private static boolean isWhole(ReportedFact figure, List<DividedWhole> wholes) {
    return wholes.stream()
        .filter(one -> one.time().equals(FactTime.of(figure)))
        .anyMatch(one -> one.whole().fact().value().compareTo(figure.value()) == 0);
  }

  private static Map<FactTime, List<ReportedFact>> ofAll(
      Set<String> codes, Map<FactTime, Map<String, ReportedFact>> told) {
    Map<FactTime, List<ReportedFact>> all = new LinkedHashMap<>();
    told.forEach((time, byCode) -> {
      if (byCode.keySet().containsAll(codes)) {
        all.put(time, codes.stream().flatMap(code -> Stream.ofNullable(byCode.get(code))).toList());
      }
    });
    return all;
  }
}
