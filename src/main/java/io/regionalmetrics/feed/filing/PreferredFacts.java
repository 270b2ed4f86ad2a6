package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chooses among the facts of one metric by concept and axis, and reports the others. */
final class PreferredFacts {
  private final ReadingReport report;

  PreferredFacts(ReadingReport report) {
    this.report = report;
  }

  /** The facts of the preferred axis and, for each region, of the preferred concept. */
  List<CandidateFact> of(List<CandidateFact> candidates) {
    List<CandidateFact> all = ofOneSlice(candidates);
    CandidateFact first = all.getFirst();
    return first.wanted().bySlice() && first.slice().isWhole()
        ? ofOneAxis(ofBestConcepts(all))
        : ofOneAxis(ofOneConcept(all));
  }

  /**
   * Keeps one of several slices with the same id, such as a product that is named like a segment:
   * the one that is selected by fewest axes, and a product before others.
   */
  private List<CandidateFact> ofOneSlice(List<CandidateFact> all) {
    Slice best =
        all.stream().map(CandidateFact::slice).distinct().min(Slice.BEST_FIRST).orElseThrow();
    return keep(all, fact -> fact.slice().equals(best), LeftOutReason.METRIC_DIFFERS);
  }

  /**
   * Keeps one concept for each region and time: the first one that reports it. All of these
   * concepts report total revenue.
   */
  private List<CandidateFact> ofBestConcepts(List<CandidateFact> all) {
    Map<Place, QualifiedName> best = new HashMap<>();
    for (QualifiedName concept : all.getFirst().wanted().concepts()) {
      ReadingTime.check();
      all.stream()
          .filter(fact -> fact.isOf(concept))
          .forEach(fact -> best.putIfAbsent(Place.of(fact), concept));
    }
    return keep(
        all,
        fact -> fact.fact().concept().equals(best.get(Place.of(fact))),
        LeftOutReason.OTHER_CONCEPT);
  }

  /** What several concepts may report: a region on an axis, at a time, in a unit. */
  private record Place(
      String region, RegionAxis axis, Optional<LocalDate> start, LocalDate end, FactUnit unit) {
    static Place of(CandidateFact fact) {
      Context context = fact.fact().context();
      return new Place(fact.region(), fact.axis(), context.start(), context.end(), fact.unit());
    }
  }

  /**
   * Keeps the regions of the first concept that has any. Keeps the whole of the same concept or, if
   * that has none, of the first concept that has one.
   */
  private List<CandidateFact> ofOneConcept(List<CandidateFact> all) {
    Optional<QualifiedName> ofRegions = firstConcept(all, fact -> !fact.isWhole());
    Optional<QualifiedName> ofWhole =
        ofRegions
            .filter(concept -> all.stream().anyMatch(fact -> fact.isWhole() && fact.isOf(concept)))
            .or(() -> firstConcept(all, CandidateFact::isWhole));
    return keep(
        all,
        fact -> (fact.isWhole() ? ofWhole : ofRegions).filter(fact::isOf).isPresent(),
        LeftOutReason.OTHER_CONCEPT);
  }

  private static Optional<QualifiedName> firstConcept(
      List<CandidateFact> all, Predicate<CandidateFact> which) {
    return all.getFirst().wanted().concepts().stream()
        .filter(concept -> all.stream().anyMatch(fact -> which.test(fact) && fact.isOf(concept)))
        .findFirst();
  }

  /**
   * Keeps one division by geography: the standard axis is preferred to one of the company's own.
   * Two divisions, such as by market and by origin, exclude each other. The same region is
   * preferred on a geographical axis to the segments' axis.
   */
  private List<CandidateFact> ofOneAxis(List<CandidateFact> all) {
    RegionAxis geography =
        all.stream().anyMatch(fact -> fact.axis() == RegionAxis.GEOGRAPHY)
            ? RegionAxis.GEOGRAPHY
            : RegionAxis.OWN_GEOGRAPHY;
    Set<String> geographical = regionsOn(geography, all);
    return keep(
        all,
        fact ->
            switch (fact.axis()) {
              case NONE, BESIDE -> true;
              case GEOGRAPHY, OWN_GEOGRAPHY -> fact.axis() == geography;
              case SEGMENTS -> !geographical.contains(fact.region());
            },
        LeftOutReason.OTHER_AXIS);
  }

  private static Set<String> regionsOn(RegionAxis axis, List<CandidateFact> all) {
    return all.stream()
        .filter(fact -> fact.axis() == axis)
        .map(CandidateFact::region)
        .collect(Collectors.toSet());
  }

  private List<CandidateFact> keep(
      List<CandidateFact> all, Predicate<CandidateFact> which, LeftOutReason reasonForOthers) {
    Map<Boolean, List<CandidateFact>> parted =
        all.stream().collect(Collectors.partitioningBy(which));
    report.leaveOut(reasonForOthers, parted.getOrDefault(false, List.of()));
    return parted.getOrDefault(true, List.of());
  }
}
