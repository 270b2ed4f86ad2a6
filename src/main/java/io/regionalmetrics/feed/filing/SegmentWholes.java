package io.regionalmetrics.feed.filing;

import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A segment that is a region of the business is also the whole of its own regions: Walmart's
 * international sales are a part of all sales, and make up those in Mexico, Canada and China.
 */
final class SegmentWholes {
  private SegmentWholes() {}

  /** Adds the whole of each segment's metric that has regions. */
  static void addTo(Map<String, List<CandidateFact>> byMetric) {
    Set<Slice> divided =
        facts(byMetric)
            .filter(fact -> !fact.isWhole())
            .map(CandidateFact::slice)
            .collect(Collectors.toSet());
    facts(byMetric)
        .filter(fact -> fact.axis() == RegionAxis.SEGMENTS && fact.wanted().bySlice())
        .flatMap(segment -> whole(segment).stream())
        .filter(whole -> divided.contains(whole.slice()))
        .toList()
        .forEach(whole -> byMetric.getOrDefault(whole.metricId(), new ArrayList<>()).add(whole));
  }

  private static Stream<CandidateFact> facts(Map<String, List<CandidateFact>> byMetric) {
    return byMetric.entrySet().stream()
        .filter(metric -> !metric.getKey().equals(WantedMetric.BEFORE_ELIMINATIONS))
        .flatMap(metric -> metric.getValue().stream());
  }

  private static Optional<CandidateFact> whole(CandidateFact segment) {
    return FactCube.member(segment.fact(), StandardAxes.SEGMENTS)
        .map(member ->
            new CandidateFact(
                segment.wanted(),
                segment.slice().within(Optional.of(member)),
                Optional.empty(),
                segment.line(),
                Region.WORLD,
                RegionAxis.NONE,
                segment.hasIgnoredAxis(),
                segment.fact(),
                segment.origin()));
  }
}
