package io.regionalmetrics.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of request: what the template routes to a function, and what the function answers.
 *
 * @param template a path with variable parts in braces: {@code /v1/companies/{company}}
 */
public record Route(String method, String template) {
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

  /** All that there are. */
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

  /** Those for people, of which the contract says nothing. */
  public static final List<Route> PAGES = List.of(EXPLORER, DOCS, ASSET);

  /** The variable parts of a path of this route; nothing where the path isn't one. */
  public Optional<Map<String, String>> match(String path) {
    String[] asked = path.split("/", -1);
    String[] parts = template.split("/", -1);
    if (asked.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("{")) {
        variables.put(parts[i].substring(1, parts[i].length() - 1), asked[i]);
      } else if (!parts[i].equals(asked[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
