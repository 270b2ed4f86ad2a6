package io.regionalmetrics.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything known about a company except its figures.
 *
 * @param company the company itself
 * @param definitions the company's own metrics and regions
 * @param coverage the quarters with observations, by metric and then by region
 * @param lines which concepts of its filings mean the same
 */
public record CompanyRecord(
    Company company,
    Definitions definitions,
    Map<String, Map<String, Coverage>> coverage,
    ConceptLines lines) {

  /** A company whose concepts aren't known to mean the same. */
  public CompanyRecord(
      Company company, Definitions definitions, Map<String, Map<String, Coverage>> coverage) {
    this(company, definitions, coverage, ConceptLines.NONE);
  }

  /** A copy whose coverage includes an observation. */
  public CompanyRecord covering(Observation observation) {
    String metric = observation.cell().quarter().metric();
    Map<String, Map<String, Coverage>> more = new LinkedHashMap<>(coverage);
    Map<String, Coverage> regions = new LinkedHashMap<>(coverage.getOrDefault(metric, Map.of()));
    regions.merge(observation.cell().region(), Coverage.of(observation), Coverage::and);
    more.put(metric, regions);
    return new CompanyRecord(company, definitions, more, lines);
  }

  /** A copy with other definitions. */
  public CompanyRecord with(Definitions others) {
    return new CompanyRecord(company, others, coverage, lines);
  }

  /** A copy with another description of the company. */
  public CompanyRecord with(Company other) {
    return new CompanyRecord(other, definitions, coverage, lines);
  }

  /** A copy with other lines of concepts. */
  public CompanyRecord with(ConceptLines others) {
    return new CompanyRecord(company, definitions, coverage, others);
  }
}
