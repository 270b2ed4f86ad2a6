package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a filing's observations into documents, each with the definitions it needs. A document has
 * at most 4,000 observations, and never only some of a metric's observations of a quarter.
 */
final class FilingDocuments {
  private static final int MAX_OBSERVATIONS = 4_000;

  private final Company company;
  private final Collection<DefinedMetric> metrics;
  private final List<Region> regions;

  /**
   * The definitions of a filing.
   *
   * @param metrics its metrics, known ones too
   * @param regions the regions that need a definition
   */
  FilingDocuments(Company company, Collection<DefinedMetric> metrics, List<Region> regions) {
    this.company = company;
    this.metrics = metrics;
    this.regions = regions;
  }

  /**
   * The documents, oldest source first.
   *
   * @throws io.regionalmetrics.xbrl.UnreadableInstance if there are too many figures
   */
  List<Document> of(FilingObservations observations, FilingHistory history) {
    FigureLimits.check(observations.all());
    List<String> sources = new ArrayList<>(observations.bySource().keySet());
    sources.sort(history.oldestFirst());
    List<Document> documents = new ArrayList<>();
    for (String source : sources) {
      documents.addAll(
          of(
              history.source(source),
              observations.bySource().getOrDefault(source, List.of()),
              observations.breakdowns(source)));
    }
    return documents;
  }

  private List<Document> of(
      Source source, List<FilingObservation> observations, List<FilingBreakdown> breakdowns) {
    List<MetricRow> neededMetrics = neededMetrics(observations);
    List<RegionRow> neededRegions = neededRegions(observations);
    return parts(observations).stream()
        .map(part ->
            Document.of(
                source,
                List.of(company),
                neededMetrics,
                neededRegions,
                part.stream().map(this::row).toList(),
                breakdowns.stream()
                    .filter(breakdown -> part.stream().anyMatch(breakdown::isOf))
                    .map(this::row)
                    .toList()))
        .toList();
  }

  /**
   * Splits the observations into parts small enough for a document, without splitting the quarter
   * of a metric.
   */
  private static List<List<FilingObservation>> parts(List<FilingObservation> observations) {
    Map<String, List<FilingObservation>> quarters = new LinkedHashMap<>();
    for (FilingObservation one : observations) {
      quarters
          .computeIfAbsent(one.metric() + " " + one.quarter(), same -> new ArrayList<>())
          .add(one);
    }
    List<List<FilingObservation>> parts = new ArrayList<>();
    for (List<FilingObservation> quarter : quarters.values()) {
      if (parts.isEmpty() || parts.getLast().size() + quarter.size() > MAX_OBSERVATIONS) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().addAll(quarter);
    }
    return parts;
  }

  private List<MetricRow> neededMetrics(List<FilingObservation> some) {
    Set<String> ids = some.stream().map(FilingObservation::metric).collect(Collectors.toSet());
    return metrics.stream()
        .filter(metric -> !metric.isKnown())
        .filter(metric -> ids.contains(metric.metric().id()))
        .map(this::row)
        .toList();
  }

  private List<RegionRow> neededRegions(List<FilingObservation> some) {
    Set<String> ids = some.stream().map(FilingObservation::region).collect(Collectors.toSet());
    return regions.stream().filter(region -> ids.contains(region.id())).map(this::row).toList();
  }

  private BreakdownRow row(FilingBreakdown breakdown) {
    return new BreakdownRow(
        company.id(),
        breakdown.metric(),
        Region.WORLD,
        breakdown.quarter(),
        breakdown.members(),
        breakdown.remainders().stream().map(FilingDocuments::plain).toList());
  }

  private static RemainderRow plain(RemainderRow row) {
    return new RemainderRow(
        row.code(),
        row.name(),
        row.unit(),
        plain(row.value()),
        plain(row.precision()),
        row.derivation(),
        row.facts());
  }

  private MetricRow row(DefinedMetric defined) {
    Metric metric = defined.metric();
    return new MetricRow(
        defined.isCommon() ? Optional.empty() : Optional.of(company.id()),
        metric.id(),
        metric.name(),
        metric.kind(),
        Optional.of(metric.dimension()),
        metric.unit(),
        Optional.empty(),
        metric.mayBeNegative(),
        metric.definition());
  }

  private RegionRow row(Region region) {
    return new RegionRow(
        Optional.of(company.id()),
        region.id(),
        region.name(),
        region.aliases(),
        region.members(),
        region.residual());
  }

  private ObservationRow row(FilingObservation observation) {
    return new ObservationRow(
        company.id(),
        observation.metric(),
        observation.region(),
        observation.quarter(),
        Measure.LEVEL,
        Optional.of(observation.unit()),
        Optional.of(plain(observation.value())),
        plain(observation.precision()),
        Status.NORMAL,
        observation.derivation(),
        observation.note(),
        observation.facts());
  }

  private static Precision plain(Precision precision) {
    return precision instanceof Precision.Between(BigDecimal low, BigDecimal high)
        ? new Precision.Between(plain(low), plain(high))
        : precision;
  }

  /** The number without an exponent, as every stored number is. */
  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
