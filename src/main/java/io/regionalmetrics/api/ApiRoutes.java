package io.regionalmetrics.api;

import io.regionalmetrics.http.Route;
import java.util.List;

/** The routes of this API. A test checks that the SAM template has the same routes. */
public final class ApiRoutes {
  /** Comparisons, such as growth. */
  static final Route COMPARISONS = new Route("GET", "/v1/comparisons/{comparison}");

  /** Figures period by period. */
  static final Route SERIES = new Route("GET", "/v1/series");

  /** The list of companies. */
  static final Route COMPANIES = new Route("GET", "/v1/companies");

  /** A company, with its metrics and regions. */
  static final Route COMPANY = new Route("GET", "/v1/companies/{company}");

  /** The list of metrics. */
  static final Route METRICS = new Route("GET", "/v1/metrics");

  /** The list of regions. */
  static final Route REGIONS = new Route("GET", "/v1/regions");

  /** The list of sources. */
  static final Route SOURCES = new Route("GET", "/v1/sources");

  /** The list of feeds. */
  static final Route FEEDS = new Route("GET", "/v1/feeds");

  /** Takes in documents of observations. */
  static final Route OBSERVATIONS = new Route("POST", "/v1/observations");

  /** Answers assistants, by the Model Context Protocol. */
  public static final Route ASSISTANTS = new Route("POST", "/mcp");

  /** Structures, as SDMX tools load them. */
  static final Route SDMX_STRUCTURES = new Route("GET", "/sdmx/3.0/structure/{query+}");

  /** The data structure with its code lists, for SDMX tools that ask for a schema. */
  static final Route SDMX_SCHEMA = new Route("GET", "/sdmx/3.0/schema/{query+}");

  /** Figures, as SDMX tools load them. */
  static final Route SDMX_DATA = new Route("GET", "/sdmx/3.0/data/{query+}");

  /** Everything else that SDMX-REST defines; {@code $default} leads there. */
  static final Route SDMX_OTHERS = new Route("GET", "/sdmx/3.0/{query+}");

  /** The contract: OpenAPI. */
  static final Route CONTRACT = new Route("GET", "/openapi.json");

  /** The page to explore the figures. */
  static final Route EXPLORER = new Route("GET", "/");

  /** The page that documents the API. */
  static final Route DOCS = new Route("GET", "/docs");

  /** The style sheets, scripts and icons of the pages. */
  static final Route ASSET = new Route("GET", "/assets/{file}");

  /** All routes, in the order in which the answer to an unknown path lists them. */
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
          ASSISTANTS,
          SDMX_STRUCTURES,
          SDMX_SCHEMA,
          SDMX_DATA,
          CONTRACT,
          EXPLORER,
          DOCS,
          ASSET);

  /** The routes of the web pages and their assets, which the contract leaves out. */
  public static final List<Route> PAGES = List.of(EXPLORER, DOCS, ASSET);

  private ApiRoutes() {}
}
