package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** Writes definitions of companies, metrics and regions as JSON. */
final class CatalogJson {
  private CatalogJson() {}

  /** Writes the members of a company into the current object. */
  static void company(JsonGenerator json, Company company) throws IOException {
    json.writeStringField("id", company.id());
    json.writeStringField("name", company.name());
    Json.textIfPresent(json, "cik", company.cik());
    if (company.fiscalYearEnd().isPresent()) {
      String monthDay = company.fiscalYearEnd().get().toString().substring("--".length());
      json.writeStringField("fiscalYearEnd", monthDay);
    }
  }

  /**
   * Writes the members of a metric into the current object.
   *
   * @param owner the company that defines it; empty if all companies share the definition
   */
  static void metric(JsonGenerator json, Metric metric, Optional<String> owner) throws IOException {
    json.writeStringField("id", metric.id());
    Json.textIfPresent(json, "company", owner);
    json.writeStringField("name", metric.name());
    json.writeStringField("kind", metric.kind().code());
    json.writeStringField("dimension", metric.dimension().code());
    json.writeStringField("unit", metric.unit().code());
    if (metric.terms().isPresent()) {
      ratio(json, metric.terms().get());
    }
    if (metric.mayBeNegative()) {
      json.writeBooleanField("negative", true);
    }
    Json.textIfPresent(json, "definition", metric.definition());
  }

  private static void ratio(JsonGenerator json, RatioTerms terms) throws IOException {
    json.writeStringField("numerator", terms.numerator());
    json.writeStringField("denominator", terms.denominator());
    json.writeStringField("basis", terms.average() ? "average" : "end");
    json.writeStringField("per", terms.monthly() ? "month" : "quarter");
  }

  /**
   * Writes a member {@code regions} with an object for each region.
   *
   * @param company the company that defines all of them but the countries; empty if all companies
   *     share the definitions
   */
  static void regions(JsonGenerator json, Collection<Region> regions, Optional<String> company)
      throws IOException {
    Json.objects(json, "regions", regions, region -> region(json, region, owner(region, company)));
  }

  private static Optional<String> owner(Region region, Optional<String> company) {
    return company.filter(id -> Countries.find(region.id()).isEmpty());
  }

  private static void region(JsonGenerator json, Region region, Optional<String> owner)
      throws IOException {
    json.writeStringField("id", region.id());
    Json.textIfPresent(json, "company", owner);
    json.writeStringField("name", region.name());
    Json.textsIfAny(json, "aliases", region.aliases());
    Json.textsIfAny(json, "formerNames", region.formerNames());
    Json.textsIfAny(json, "members", region.members());
    Json.textIfPresent(json, "residual", region.residual().map(Object::toString));
  }
}
