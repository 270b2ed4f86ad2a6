package io.regionalmetrics.api;

import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.question.DefinitionLookup;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code GET /v1/regions}: lists the regions that all companies share and the countries, by id.
 * With {@code company=}, those that this company defines or has figures for.
 */
public final class RegionsEndpoint {
  private final Store store;

  /** Lists the regions of a store. */
  public RegionsEndpoint(Store store) {
    this.store = store;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.REGIONS, this::list);
  }

  private HttpResponse list(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(request.query(), Set.of("company", "format"), Set.of());
    Optional<Vocabulary> company =
        query.text("company").map(id -> DefinitionLookup.of(id, store, deadline));
    Collection<Region> regions =
        company.map(RegionsEndpoint::ofCompany).orElseGet(() -> shared(deadline));
    return ListResponse.json(
        request, query, json -> CatalogJson.regions(json, regions, company.map(Vocabulary::id)));
  }

  /** The regions that all companies share. A stored definition of a country wins. */
  private Collection<Region> shared(Deadline deadline) {
    Map<String, Region> byId = new TreeMap<>();
    Countries.all().forEach(country -> byId.put(country.id(), country));
    store.definitions(deadline).regions().values().forEach(region -> byId.put(region.id(), region));
    return byId.values();
  }

  /** The regions that a company defines or has figures for. */
  private static Collection<Region> ofCompany(Vocabulary company) {
    Map<String, Region> byId = new TreeMap<>(company.company().definitions().regions());
    for (Map<String, Coverage> covered : company.company().coverage().values()) {
      for (String code : covered.keySet()) {
        company.region(code).ifPresent(region -> byId.put(region.id(), region));
      }
    }
    return byId.values();
  }
}
