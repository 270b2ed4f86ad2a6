package io.regionalmetrics.integration;

import java.util.ArrayList;
import java.util.List;

/** Writes documents for tests, with what most of them have in common. */
public final class Documents {
  private static final String COMPANIES =
      """
      "companies": [{"id": "twitter", "name": "Twitter", "cik": "0001418091", "fiscalYearEnd": "12-31"}]\
      """;
  private static final String METRICS =
      """
      "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
                  {"id": "users", "name": "Monthly active users", "kind": "stock", "dimension": "count", "unit": "users"},
                  {"id": "revenue-per-user", "name": "Revenue per user", "kind": "ratio", "unit": "USD/user",
                   "numerator": "revenue", "denominator": "users"}]\
      """;

  private final String source;
  private final List<String> parts = new ArrayList<>();
  private final List<String> observations = new ArrayList<>();

  private Documents(String source) {
    this.source = source;
  }

  /** A document of a company's own, of a day. */
  public static Documents company(String id, String published) {
    return of(id, published, "company", "Twitter");
  }

  /** A document of the press, of a day. */
  public static Documents press(String id, String published) {
    return of(id, published, "press", "Reuters");
  }

  /** A document of a kind and publisher. */
  public static Documents of(String id, String published, String kind, String publisher) {
    return new Documents(
        """
        {"id": "%s", "title": "Title of %s", "publisher": "%s", "published": "%s", "kind": "%s"}\
        """
            .formatted(id, id, publisher, published, kind));
  }

  /** With Twitter and its metrics defined. */
  public Documents defined() {
    return with(COMPANIES).with(METRICS);
  }

  /** With another member. */
  public Documents with(String member) {
    parts.add(member);
    return this;
  }

  /** With a region of Twitter's defined: {@code "residual": "WORLD-US"}. */
  public Documents region(String id, String definition) {
    return with(
        """
        "regions": [{"id": "%s", "company": "twitter", "name": "%s", %s}]\
        """
            .formatted(id, id, definition));
  }

  /** With a level of Twitter's. */
  public Documents level(String metric, String region, String period, String value, int decimals) {
    return observation(
        """
        {"company": "twitter", "metric": "%s", "region": "%s", "period": "%s", "value": %s, "decimals": %d}\
        """
            .formatted(metric, region, period, value, decimals));
  }

  /** With a published growth of Twitter's. */
  public Documents growth(
      String metric, String region, String period, String measure, String value) {
    return observation(
        """
        {"company": "twitter", "metric": "%s", "region": "%s", "period": "%s", "measure": "%s", "value": %s, "decimals": 0}\
        """
            .formatted(metric, region, period, measure, value));
  }

  /** With an observation as it is written. */
  public Documents observation(String row) {
    observations.add(row);
    return this;
  }

  /** The document. */
  public String json() {
    List<String> members = new ArrayList<>(List.of("\"source\": " + source));
    members.addAll(parts);
    if (!observations.isEmpty()) {
      members.add("\"observations\": [" + String.join(",\n", observations) + "]");
    }
    return "{" + String.join(",\n", members) + "}";
  }
}
