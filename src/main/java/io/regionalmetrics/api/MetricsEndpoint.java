package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.question.DefinitionLookup;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /v1/metrics}: lists the metrics that all companies share. With {@code company=}, also
 * those that this company defines itself.
 */
public final class MetricsEndpoint {
  private final Store store;

  /** Lists the metrics of a store. */
  public MetricsEndpoint(Store store) {
    this.store = store;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.METRICS, this::list);
  }

  private HttpResponse list(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(request.query(), Set.of("company", "format"), Set.of());
    Definitions shared = store.definitions(deadline);
    Optional<Vocabulary> company =
        query.text("company").map(id -> DefinitionLookup.of(id, store, deadline));
    Collection<Metric> metrics =
        company.map(Vocabulary::metrics).orElseGet(shared::metrics).values();
    return ListResponse.json(request, query, json -> write(json, metrics, company));
  }

  private static void write(
      JsonGenerator json, Collection<Metric> metrics, Optional<Vocabulary> company)
      throws IOException {
    Json.objects(
        json,
        "metrics",
        metrics,
        metric -> CatalogJson.metric(json, metric, owner(metric, company)));
  }

  /** The company's id if it defines the metric itself. */
  private static Optional<String> owner(Metric metric, Optional<Vocabulary> company) {
    return company
        .filter(defined -> defined.company().definitions().metrics().containsKey(metric.id()))
        .map(Vocabulary::id);
  }
}
