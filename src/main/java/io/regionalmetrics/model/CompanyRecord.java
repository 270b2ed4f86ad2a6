package io.regionalmetrics.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that is known of a company but its figures.
 *
 * @param definitions the metrics and regions that are its own
 * @param coverage by metric, then by region: which quarters there are
 */
public record CompanyRecord(
    Company company, Definitions definitions, Map<String, Map<String, Coverage>> coverage) {

  /** This with an observation's quarter covered. */
  public CompanyRecord covering(Observation observation) {
    String metric = observation.cell().quarter().metric();
    Map<String, Map<String, Coverage>> more = new LinkedHashMap<>(coverage);
    Map<String, Coverage> regions = new LinkedHashMap<>(coverage.getOrDefault(metric, Map.of()));
    regions.merge(observation.cell().region(), Coverage.of(observation), Coverage::and);
    more.put(metric, regions);
    return new CompanyRecord(company, definitions, more);
  }

  /** This with other definitions. */
  public CompanyRecord with(Definitions others) {
    return new CompanyRecord(company, others, coverage);
  }

  /** This with another description of the company. */
  public CompanyRecord with(Company other) {
    return new CompanyRecord(other, definitions, coverage);
  }
}
