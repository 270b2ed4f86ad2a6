package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.region.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes documents of a filing's observations, each with the definitions that it needs. */
final class FilingDocuments {
  private final Company company;
  private final Collection<DefinedMetric> metrics;
  private final List<Region> regions;
  private final Optional<Region> world;

  /**
   * The definitions of a filing.
   *
   * @param metrics its metrics, known ones too
   * @param regions the regions that need a definition
   * @param world the definition of the world by its members, if the filing shows it
   */
  FilingDocuments(
      Company company,
      Collection<DefinedMetric> metrics,
      List<Region> regions,
      Optional<Region> world) {
    this.company = company;
    this.metrics = metrics;
    this.regions = regions;
    this.world = world;
  }

  /** The documents, oldest source first. */
  List<byte[]> of(FilingObservations observations, FilingHistory history) {
    List<String> sources = new ArrayList<>(observations.bySource().keySet());
    sources.sort(history.oldestFirst());
    List<byte[]> documents = new ArrayList<>();
    for (String source : sources) {
      List<FilingObservation> some = observations.bySource().getOrDefault(source, List.of());
      documents.addAll(
          new FilingDocument(
                  history.source(source), company, needed(some), neededRegions(some), some)
              .json());
    }
    return documents;
  }

  private List<DefinedMetric> needed(List<FilingObservation> some) {
    return metrics.stream()
        .filter(metric -> !metric.isKnown())
        .filter(metric -> some.stream().anyMatch(one -> one.metric().equals(metric.metric().id())))
        .toList();
  }

  /** The regions of some observations, or all of them if the world consists of them. */
  private List<Region> neededRegions(List<FilingObservation> some) {
    Stream<Region> needed =
        regions.stream()
            .filter(region ->
                world.isPresent()
                    || some.stream().anyMatch(one -> one.region().equals(region.id())));
    return Stream.concat(needed, world.stream()).toList();
  }
}
