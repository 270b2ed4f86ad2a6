package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Vocabulary;
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
    Optional<String> company =
        query
            .text("company")
            .map(id -> DefinitionLookup.of(id, store, deadline))
            .map(Vocabulary::id);
    Page<SourceRecord> page =
        search(company, Optional.ofNullable(ListResponse.after(query)), deadline);
    return ListResponse.json(
        request,
        query,
        json -> {
          write(json, page.items());
          ListResponse.next(json, page.next());
        });
  }

  private Page<SourceRecord> search(
      Optional<String> company, Optional<String> after, Deadline deadline) {
    List<SourceRecord> found = new ArrayList<>();
    Optional<String> next = after;
    int reads = 0;
    do {
      int missing = ListResponse.PAGE_SIZE - found.size();
      Page<SourceRecord> page = store.sources().page(next.orElse(null), missing, deadline);
      for (SourceRecord source : page.items()) {
        if (company.isEmpty() || source.companies().contains(company.get())) {
          found.add(source);
        }
      }
      next = page.next();
      reads++;
    } while (next.isPresent() && found.size() < ListResponse.PAGE_SIZE && reads < MOST_READS);
    return new Page<>(found, next);
  }

  private static void write(JsonGenerator json, List<SourceRecord> sources) throws IOException {
    json.writeArrayFieldStart("sources");
    for (SourceRecord source : sources) {
      json.writeStartObject();
      json.writeStringField("id", source.source().id());
      AnswerJson.write(json, source.source());
      Json.texts(json, "companies", source.companies());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
