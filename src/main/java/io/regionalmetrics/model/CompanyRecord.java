package io.regionalmetrics.model;

import io.regionalmetrics.region.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything known about a company except its figures.
 *
 * @param company the company itself
 * @param definitions the company's own metrics and regions
 * @param coverage the quarters with observations, by metric and then by region
 * @param traits what its filings show together
 */
public record CompanyRecord(
    Company company,
    Definitions definitions,
    Map<String, Map<String, Coverage>> coverage,
    FilingTraits traits) {

  /** A company without filings. */
  public CompanyRecord(
      Company company, Definitions definitions, Map<String, Map<String, Coverage>> coverage) {
    this(company, definitions, coverage, FilingTraits.NONE);
  }

  /** A copy whose coverage includes an observation. */
  public CompanyRecord covering(Observation observation) {
    String metric = observation.cell().quarter().metric();
    Map<String, Map<String, Coverage>> more = new LinkedHashMap<>(coverage);
    Map<String, Coverage> regions = new LinkedHashMap<>(coverage.getOrDefault(metric, Map.of()));
    regions.merge(observation.cell().region(), Coverage.of(observation), Coverage::and);
    more.put(metric, regions);
    return new CompanyRecord(company, definitions, more, traits);
  }

  /** A copy that covers the quarters of some observations, and no others. */
  public CompanyRecord coveringOnly(Iterable<Observation> observations) {
    CompanyRecord covering = new CompanyRecord(company, definitions, Map.of(), traits);
    for (Observation observation : observations) {
      covering = covering.covering(observation);
    }
    return covering;
  }

  /** A copy with other definitions. */
  public CompanyRecord with(Definitions others) {
    return new CompanyRecord(company, others, coverage, traits);
  }

  /** A copy with another description of the company. */
  public CompanyRecord with(Company other) {
    return new CompanyRecord(other, definitions, coverage, traits);
  }

  /** A copy with other traits of its filings. */
  public CompanyRecord with(FilingTraits others) {
    return new CompanyRecord(company, definitions, coverage, others);
  }

  /**
   * A quarter of this company for questions: figures are also under the concepts that mean the
   * same, and those of a renamed region are under one id.
   */
  public MetricQuarter complete(MetricQuarter quarter) {
    return quarter.on(traits.lines()).under(traits.renamed());
  }

  /**
   * The ids of the metrics that its filings report by region for whole years only. A metric that
   * has a figure of a region, from whatever source, is not among them.
   */
  public List<String> regionsOnlyByYear() {
    return traits.regionsOnlyByYear().stream()
        .filter(metric -> Set.of(Region.WORLD).containsAll(regions(metric)))
        .toList();
  }

  private Set<String> regions(String metric) {
    return coverage.getOrDefault(metric, Map.of()).keySet();
  }
}
