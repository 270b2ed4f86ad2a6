package io.regionalmetrics.api;

import io.regionalmetrics.http.Route;
import java.util.List;

/** The routes of this API. The template has the same ones, which a test checks. */
public final class ApiRoutes {
  public static final Route COMPARISONS = new Route("GET", "/v1/comparisons/{comparison}");
  public static final Route SERIES = new Route("GET", "/v1/series");
  public static final Route COMPANIES = new Route("GET", "/v1/companies");
  public static final Route COMPANY = new Route("GET", "/v1/companies/{company}");
  public static final Route METRICS = new Route("GET", "/v1/metrics");
  public static final Route REGIONS = new Route("GET", "/v1/regions");
  public static final Route SOURCES = new Route("GET", "/v1/sources");
  public static final Route FEEDS = new Route("GET", "/v1/feeds");
  public static final Route OBSERVATIONS = new Route("POST", "/v1/observations");
  public static final Route CONTRACT = new Route("GET", "/openapi.json");
  public static final Route EXPLORER = new Route("GET", "/");
  public static final Route DOCS = new Route("GET", "/docs");
  public static final Route ASSET = new Route("GET", "/assets/{file}");

  /** All routes. */
  public static final List<Route> ALL =
      List.of(
          COMPARISONS,
          SERIES,
          COMPANIES,
          COMPANY,
          METRICS,
          REGIONS,
          SOURCES,
          FEEDS,
          OBSERVATIONS,
          CONTRACT,
          EXPLORER,
          DOCS,
          ASSET);

  /** The pages for people, which the contract leaves out. */
  public static final List<Route> PAGES = List.of(EXPLORER, DOCS, ASSET);

  private ApiRoutes() {}
}
