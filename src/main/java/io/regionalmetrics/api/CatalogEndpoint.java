package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.question.DefinitionLookup;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.representation.AnswerJson;
import io.regionalmetrics.representation.Representation;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.SourceRecord;
import io.regionalmetrics.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be asked: companies, metrics, regions, sources. */
public final class CatalogEndpoint {
  /** So many companies or sources are on one page. */
  private static final int PAGE = 100;

  /**
   * So many pages of sources are looked through for one company's before the rest is left to the
   * next request.
   */
  private static final int MOST_PAGES = 20;

  private final Store store;

  /** The catalog of what is stored. */
  public CatalogEndpoint(Store store) {
    this.store = store;
  }

  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(
        ApiRoutes.COMPANIES, this::companies,
        ApiRoutes.COMPANY, this::company,
        ApiRoutes.METRICS, this::metrics,
        ApiRoutes.REGIONS, this::regions,
        ApiRoutes.SOURCES, this::sources);
  }

  static HttpResponse json(HttpRequest request, QueryParameters query, Json.Members members) {
    return Representation.of(request, query, Representation.OF_WORDS).isEmpty()
        ? Representation.notAcceptable(request, Representation.OF_WORDS)
        : HttpResponse.json(200, Json.object(members)).with("cache-control", "public, max-age=60");
  }

  private HttpResponse companies(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query = QueryParameters.of(request.query(), Set.of("next", "format"), Set.of());
    Store.Page<Company> page = store.companies(after(query), PAGE, deadline);
    return json(
        request,
        query,
        json -> {
          json.writeArrayFieldStart("companies");
          for (Company company : page.items()) {
            json.writeStartObject();
            write(json, company);
            json.writeEndObject();
          }
          json.writeEndArray();
          next(json, page.next());
        });
  }

  private HttpResponse company(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query = QueryParameters.of(request.query(), Set.of("format"), Set.of());
    Vocabulary words = vocabulary(path.getOrDefault("company", ""), deadline);
    return json(
        request,
        query,
        json -> {
          write(json, words.company().company());
          json.writeArrayFieldStart("metrics");
          for (Map.Entry<String, Map<String, Coverage>> covered :
              new TreeMap<>(words.company().coverage()).entrySet()) {
            write(json, words, covered.getKey(), covered.getValue());
          }
          json.writeEndArray();
          regions(json, words.company().definitions().regions().values(), words.id());
        });
  }

  /** A metric that a company publishes, and for which quarters of which regions. */
  private static void write(
      JsonGenerator json, Vocabulary words, String id, Map<String, Coverage> covered)
      throws IOException {
    Optional<Metric> metric = words.metric(id);
    if (metric.isEmpty()) {
      return;
    }
    json.writeStartObject();
    write(json, metric.get(), null);
    json.writeArrayFieldStart("regions");
    for (Map.Entry<String, Coverage> region : new TreeMap<>(covered).entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", region.getKey());
      json.writeStringField(
          "name", words.region(region.getKey()).map(Region::name).orElse(region.getKey()));
      json.writeStringField("first", region.getValue().first().toString());
      json.writeStringField("last", region.getValue().last().toString());
      if (!region.getValue().breaks().isEmpty()) {
        Json.texts(
            json, "breaks", region.getValue().breaks().stream().map(Object::toString).toList());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private HttpResponse metrics(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(request.query(), Set.of("company", "format"), Set.of());
    Definitions common = store.definitions(deadline);
    Optional<Vocabulary> words =
        query.text("company").map(company -> vocabulary(company, deadline));
    return json(
        request,
        query,
        json -> {
          json.writeArrayFieldStart("metrics");
          for (Metric metric : words.map(Vocabulary::metrics).orElseGet(common::metrics).values()) {
            json.writeStartObject();
            write(
                json,
                metric,
                words
                    .filter(w -> w.company().definitions().metrics().containsKey(metric.id()))
                    .map(Vocabulary::id)
                    .orElse(null));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private HttpResponse regions(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(request.query(), Set.of("company", "format"), Set.of());
    Optional<Vocabulary> words =
        query.text("company").map(company -> vocabulary(company, deadline));
    List<Region> all = new ArrayList<>(store.definitions(deadline).regions().values());
    Countries.all().stream()
        .filter(country -> all.stream().noneMatch(region -> region.id().equals(country.id())))
        .forEach(all::add);
    all.sort(java.util.Comparator.comparing(Region::id));
    return json(
        request,
        query,
        json -> {
          if (words.isEmpty()) {
            regions(json, all, null);
          } else {
            regions(json, known(words.get()), words.get().id());
          }
        });
  }

  /** The regions that a company defines or has figures for. */
  private static List<Region> known(Vocabulary words) {
    Map<String, Region> known = new TreeMap<>(words.company().definitions().regions());
    words.company().coverage().values().stream()
        .flatMap(covered -> covered.keySet().stream())
        .forEach(id -> words.region(id).ifPresent(region -> known.put(region.id(), region)));
    return List.copyOf(known.values());
  }

  private HttpResponse sources(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(request.query(), Set.of("company", "next", "format"), Set.of());
    Optional<String> company = query.text("company").map(id -> vocabulary(id, deadline).id());
    List<SourceRecord> sources = new ArrayList<>();
    Optional<String> next = Optional.ofNullable(after(query));
    int pages = 0;
    do {
      Store.Page<SourceRecord> page =
          store.sources(next.orElse(null), PAGE - sources.size(), deadline);
      page.items().stream()
          .filter(source -> company.map(source.companies()::contains).orElse(true))
          .forEach(sources::add);
      next = page.next();
    } while (next.isPresent() && sources.size() < PAGE && ++pages < MOST_PAGES);
    Optional<String> rest = next;
    return json(
        request,
        query,
        json -> {
          json.writeArrayFieldStart("sources");
          for (SourceRecord source : sources) {
            json.writeStartObject();
            json.writeStringField("id", source.source().id());
            AnswerJson.write(json, source.source());
            Json.texts(json, "companies", source.companies());
            json.writeEndObject();
          }
          json.writeEndArray();
          next(json, rest);
        });
  }

  private Vocabulary vocabulary(String company, Deadline deadline) {
    return DefinitionLookup.of(company, store, deadline);
  }

  private static void write(JsonGenerator json, Company company) throws IOException {
    json.writeStringField("id", company.id());
    json.writeStringField("name", company.name());
    if (company.cik().isPresent()) {
      json.writeStringField("cik", company.cik().get());
    }
    if (company.fiscalYearEnd().isPresent()) {
      json.writeStringField(
          "fiscalYearEnd", company.fiscalYearEnd().get().toString().substring("--".length()));
    }
  }

  private static void write(JsonGenerator json, Metric metric, @Nullable String company)
      throws IOException {
    json.writeStringField("id", metric.id());
    if (company != null) {
      json.writeStringField("company", company);
    }
    json.writeStringField("name", metric.name());
    json.writeStringField("kind", metric.kind().code());
    json.writeStringField("dimension", metric.dimension().code());
    json.writeStringField("unit", metric.unit().code());
    if (metric.terms().isPresent()) {
      RatioTerms terms = metric.terms().get();
      json.writeStringField("numerator", terms.numerator());
      json.writeStringField("denominator", terms.denominator());
      json.writeStringField("basis", terms.average() ? "average" : "end");
      json.writeStringField("per", terms.monthly() ? "month" : "quarter");
    }
    if (metric.mayBeNegative()) {
      json.writeBooleanField("negative", true);
    }
    if (metric.definition().isPresent()) {
      json.writeStringField("definition", metric.definition().get());
    }
  }

  private static void regions(
      JsonGenerator json, Collection<Region> regions, @Nullable String company) throws IOException {
    json.writeArrayFieldStart("regions");
    for (Region region : regions) {
      json.writeStartObject();
      json.writeStringField("id", region.id());
      if (company != null && Countries.find(region.id()).isEmpty()) {
        json.writeStringField("company", company);
      }
      json.writeStringField("name", region.name());
      if (!region.aliases().isEmpty()) {
        Json.texts(json, "aliases", region.aliases());
      }
      if (!region.members().isEmpty()) {
        Json.texts(json, "members", region.members());
      }
      if (region.residual().isPresent()) {
        json.writeStringField("residual", region.residual().get().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void next(JsonGenerator json, Optional<String> next) throws IOException {
    if (next.isPresent()) {
      json.writeStringField(
          "next",
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(next.get().getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** The id after which a page begins. */
  static @Nullable String after(QueryParameters query) {
    Optional<String> next = query.text("next");
    if (next.isEmpty()) {
      return null;
    }
    try {
      String id = new String(Base64.getUrlDecoder().decode(next.get()), StandardCharsets.UTF_8);
      if (Codes.isId(id)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw Refusal.of(
        Reason.MALFORMED, "next", "'%s' was not given by the page before".formatted(next.get()));
  }
}
