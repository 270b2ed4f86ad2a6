package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.question.DefinitionLookup;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code GET /v1/companies}: lists the companies. {@code GET /v1/companies/{company}}: the metrics
 * that a company publishes, for which quarters of which regions, and the regions that it defines;
 * also which metrics its filings report by region only for whole years, which aren't stored.
 */
public final class CompaniesEndpoint {
  private final Store store;

  /** Lists the companies of a store. */
  public CompaniesEndpoint(Store store) {
    this.store = store;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.COMPANIES, this::list, ApiRoutes.COMPANY, this::company);
  }

  private HttpResponse list(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query = QueryParameters.of(request.query(), Set.of("next", "format"), Set.of());
    Page<Company> page =
        store.companies(ListResponse.after(query), ListResponse.PAGE_SIZE, deadline);
    return ListResponse.json(request, query, json -> write(json, page));
  }

  private static void write(JsonGenerator json, Page<Company> page) throws IOException {
    Json.objects(json, "companies", page.items(), company -> CatalogJson.company(json, company));
    ListResponse.next(json, page.next());
  }

  private HttpResponse company(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query = QueryParameters.of(request.query(), Set.of("format"), Set.of());
    String id = path.getOrDefault("company", "");
    Vocabulary vocabulary = DefinitionLookup.of(id, store, deadline);
    return ListResponse.json(
        request,
        query,
        json -> {
          CatalogJson.company(json, vocabulary.company().company());
          Json.textsIfAny(json, "regionsOnlyByYear", vocabulary.company().regionsOnlyByYear());
          metrics(json, vocabulary);
          Collection<Region> own = vocabulary.company().definitions().regions().values();
          CatalogJson.regions(json, own, Optional.of(vocabulary.id()));
        });
  }

  private static void metrics(JsonGenerator json, Vocabulary vocabulary) throws IOException {
    json.writeArrayFieldStart("metrics");
    for (Map.Entry<String, Map<String, Coverage>> covered :
        new TreeMap<>(vocabulary.company().coverage()).entrySet()) {
      Optional<Metric> metric = vocabulary.metric(covered.getKey());
      if (metric.isPresent()) {
        json.writeStartObject();
        CatalogJson.metric(json, metric.get(), Optional.empty());
        coverage(json, vocabulary, covered.getValue());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void coverage(
      JsonGenerator json, Vocabulary vocabulary, Map<String, Coverage> byRegion)
      throws IOException {
    Json.objects(
        json,
        "regions",
        new TreeMap<>(byRegion).entrySet(),
        covered -> region(json, vocabulary, covered.getKey(), covered.getValue()));
  }

  private static void region(
      JsonGenerator json, Vocabulary vocabulary, String id, Coverage coverage) throws IOException {
    json.writeStringField("id", id);
    json.writeStringField("name", vocabulary.region(id).map(Region::name).orElse(id));
    json.writeStringField("first", coverage.first().toString());
    json.writeStringField("last", coverage.last().toString());
    Json.textsIfAny(json, "breaks", coverage.breaks().stream().map(Object::toString).toList());
  }
}
