package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.ConceptEvidence.Telling;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Collects the values of each figure under all of its concepts, and compares them. */
final class ConceptTellings<P> {
  private final Map<P, Map<Span, List<Telling>>> byPlace = new LinkedHashMap<>();

  /** What several concepts of one filing may report. */
  private record Place(String metric, String slice, String region, RegionAxis axis, FactUnit unit) {
    static Place of(CandidateFact fact) {
      return new Place(
          fact.wanted().id(),
          fact.slice().id(fact.wanted().id()),
          fact.region(),
          fact.axis(),
          fact.unit());
    }
  }

  /** What one filing shows by itself. */
  static ConceptEvidence inFiling(Collection<CandidateFact> facts) {
    ConceptTellings<Place> tellings = new ConceptTellings<>();
    facts.stream()
        .filter(fact -> !fact.hasIgnoredAxis() && fact.origin().derivation().isEmpty())
        .forEach(fact -> tellings.add(Place.of(fact), span(fact.fact()), telling(fact.fact())));
    return tellings.evidence();
  }

  private static Span span(Fact fact) {
    Context context = fact.context();
    return context.span().orElseGet(() -> new Span(context.end(), context.end()));
  }

  private static Telling telling(Fact fact) {
    return new Telling(
        fact.concept().toString(), fact.value().orElseThrow(), fact.bounds().orElseThrow());
  }

  /**
   * What filings show together: one reports a figure under this concept, and one under that.
   *
   * @param all the series of the filings
   * @param values the values of a series
   */
  static ConceptEvidence across(
      Collection<FactSeries> all, Function<FactSeries, List<StatedSpan>> values) {
    ConceptTellings<FactSeries> tellings = new ConceptTellings<>();
    for (FactSeries series : all) {
      for (StatedSpan stated : values.apply(series)) {
        concepts(series, stated)
            .forEach(concept ->
                tellings.add(
                    series.ofAnyConcept(),
                    stated.span(),
                    new Telling(concept, stated.value(), stated.bounds())));
      }
    }
    return tellings.evidence();
  }

  private static Stream<String> concepts(FactSeries series, StatedSpan stated) {
    List<FiledFact> facts = new ArrayList<>(stated.firstFacts());
    facts.addAll(stated.lastFacts());
    return facts.isEmpty()
        ? Stream.of(series.concept())
        : facts.stream().map(FiledFact::concept).distinct();
  }

  private void add(P place, Span span, Telling telling) {
    byPlace
        .computeIfAbsent(place, same -> new LinkedHashMap<>())
        .computeIfAbsent(span, same -> new ArrayList<>())
        .add(telling);
  }

  private ConceptEvidence evidence() {
    ConceptEvidence evidence = new ConceptEvidence();
    byPlace.values().forEach(spans -> spans.forEach(evidence::compare));
    return evidence;
  }
}
