package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All definitions known so far: the stored ones and, as a document is merged, the document's own.
 * An empty company means the definitions that all companies share.
 */
final class KnownDefinitions {
  private static final CompanyRecord NO_COMPANY =
      new CompanyRecord(
          new Company("", "", Optional.empty(), Optional.empty(), LocalDate.EPOCH),
          Definitions.NONE,
          Map.of());

  private Definitions common;
  private final Map<String, CompanyRecord> companies;

  /**
   * Starts from the stored definitions.
   *
   * @param common the definitions that all companies share
   * @param companies the stored companies, by id
   */
  KnownDefinitions(Definitions common, Map<String, CompanyRecord> companies) {
    this.common = common;
    this.companies = new LinkedHashMap<>(companies);
  }

  /** Returns the definitions that all companies share. */
  Definitions common() {
    return common;
  }

  /** Returns the companies by id. */
  Map<String, CompanyRecord> companies() {
    return companies;
  }

  /** Returns the definitions that a company may use; the shared ones if it isn't known. */
  Vocabulary vocabulary(String company) {
    return new Vocabulary(companies.getOrDefault(company, NO_COMPANY), common);
  }

  /** Finds a region by its id or an alias. */
  Optional<Region> region(Optional<String> company, String code) {
    return vocabulary(company.orElse("")).region(code);
  }

  /** Returns the id of the region with a code, or the code itself if no region has it. */
  private String regionId(Optional<String> company, String code) {
    return region(company, code).map(Region::id).orElse(code);
  }

  /** Returns a copy of a region whose parts are named by their ids instead of by other codes. */
  Region withIds(Optional<String> company, Region region) {
    return region.map(code -> regionId(company, code));
  }

  /** Returns the metrics that a company may use, by id. */
  Map<String, Metric> metrics(Optional<String> company) {
    return company.map(this::vocabulary).map(Vocabulary::metrics).orElseGet(common::metrics);
  }

  /** Returns the algebra of the regions that a company may use. */
  RegionAlgebra algebra(Optional<String> company) {
    return company
        .map(id -> vocabulary(id).algebra())
        .orElseGet(() -> new RegionAlgebra(common.regions().values()));
  }

  /** Returns a company's own definitions, or the shared ones. */
  Definitions definitions(Optional<String> company) {
    return company.map(id -> vocabulary(id).company().definitions()).orElse(common);
  }

  /** Adds a metric, or replaces the one with its id. */
  void define(Optional<String> company, Metric metric) {
    define(company, definitions(company).with(metric));
  }

  /** Adds a region, or replaces the one with its id. */
  void define(Optional<String> company, Region region) {
    define(company, definitions(company).with(region));
  }

  private void define(Optional<String> company, Definitions definitions) {
    company.ifPresentOrElse(
        id -> companies.computeIfPresent(id, (key, record) -> record.with(definitions)),
        () -> common = definitions);
  }

  /** Whether a row's company is known; notes a fault if it isn't. */
  boolean checkCompany(String place, Optional<String> company, DocumentFaults faults) {
    Optional<String> unknown = company.filter(id -> !companies.containsKey(id));
    unknown.ifPresent(id ->
        faults.add(
            Reason.SENSELESS,
            place + ".company",
            "'%s' is not a known company, and the document does not define it%s"
                .formatted(id, Codes.suggestion(id, companies.keySet()))));
    return unknown.isEmpty();
  }

  /** Returns the message for a metric that isn't known. */
  String unknownMetric(Optional<String> company, String id) {
    return "'%s' is not a known metric%s"
        .formatted(id, Codes.suggestion(id, metrics(company).keySet()));
  }

  /** Returns the message for a region that isn't known. */
  String unknownRegion(Optional<String> company, String code) {
    return "'%s' is neither a country code nor a defined region%s"
        .formatted(code, vocabulary(company.orElse("")).regionSuggestion(code));
  }
}
