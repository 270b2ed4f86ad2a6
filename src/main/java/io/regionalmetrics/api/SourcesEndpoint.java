package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.question.DefinitionLookup;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.representation.AnswerJson;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.SourceRecord;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /v1/sources}: lists the sources by id. With {@code company=}, those with figures of
 * this company.
 */
public final class SourcesEndpoint {
  /**
   * The most pages that one request reads in search of a company's sources. The next request
   * continues the search, so a page may hold few sources or none.
   */
  private static final int MOST_READS = 20;

  private final Store store;

  /** Lists the sources of a store. */
  public SourcesEndpoint(Store store) {
    this.store = store;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.SOURCES, this::list);
  }

  private HttpResponse list(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(request.query(), Set.of("company", "next", "format"), Set.of());
    Optional<String> company = query.text("company").map(id -> known(id, deadline));
    Optional<String> after = Optional.ofNullable(ListResponse.after(query));
    Page<SourceRecord> page = search(company, after, deadline);
    return ListResponse.json(request, query, json -> write(json, page));
  }

  /** The id of a company; refuses an unknown one. */
  private String known(String company, Deadline deadline) {
    return DefinitionLookup.of(company, store, deadline).id();
  }

  private Page<SourceRecord> search(
      Optional<String> company, Optional<String> after, Deadline deadline) {
    List<SourceRecord> found = new ArrayList<>();
    Optional<String> next = after;
    int reads = 0;
    do {
      int missing = ListResponse.PAGE_SIZE - found.size();
      Page<SourceRecord> page = store.sources().page(next.orElse(null), missing, deadline);
      page.items().stream().filter(source -> isOf(source, company)).forEach(found::add);
      next = page.next();
      reads++;
    } while (next.isPresent() && found.size() < ListResponse.PAGE_SIZE && reads < MOST_READS);
    return new Page<>(found, next);
  }

  private static boolean isOf(SourceRecord source, Optional<String> company) {
    return company.isEmpty() || source.companies().contains(company.get());
  }

  private static void write(JsonGenerator json, Page<SourceRecord> page) throws IOException {
    Json.objects(json, "sources", page.items(), source -> write(json, source));
    ListResponse.next(json, page.next());
  }

  private static void write(JsonGenerator json, SourceRecord source) throws IOException {
    json.writeStringField("id", source.source().id());
    AnswerJson.write(json, source.source());
    Json.texts(json, "companies", source.companies());
  }
}
