package io.regionalmetrics.integration;

import java.util.ArrayList;
import java.util.List;

/** Builds the JSON documents that tests post, filling in what most of them have in common. */
public final class DocumentBuilder {
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

  private DocumentBuilder(String source) {
    this.source = source;
  }

  /** A document published by the company itself. */
  public static DocumentBuilder company(String id, String published) {
    return of(id, published, "company", "Twitter");
  }

  /** A document published by the press. */
  public static DocumentBuilder press(String id, String published) {
    return of(id, published, "press", "Reuters");
  }

  /** A document of a source. */
  public static DocumentBuilder of(String id, String published, String kind, String publisher) {
    return new DocumentBuilder(
        """
        {"id": "%s", "title": "Title of %s", "publisher": "%s", "published": "%s", "kind": "%s"}\
        """
            .formatted(id, id, publisher, published, kind));
  }

  /** Adds definitions of Twitter and its metrics. */
  public DocumentBuilder defined() {
    return with(COMPANIES).with(METRICS);
  }

  /** Adds a member, such as {@code "regions": [...]}. */
  public DocumentBuilder with(String member) {
    parts.add(member);
    return this;
  }

  /** Adds a definition of a region of Twitter, such as {@code "residual": "WORLD-US"}. */
  public DocumentBuilder region(String id, String definition) {
    return with(
        """
        "regions": [{"id": "%s", "company": "twitter", "name": "%s", %s}]\
        """
            .formatted(id, id, definition));
  }

  /** Adds a level of Twitter. */
  public DocumentBuilder level(
      String metric, String region, String period, String value, int decimals) {
    return observation(
        """
        {"company": "twitter", "metric": "%s", "region": "%s", "period": "%s", "value": %s, "decimals": %d}\
        """
            .formatted(metric, region, period, value, decimals));
  }

  /** Adds a level of any company, rounded to a whole number. */
  public DocumentBuilder levelOf(
      String company, String metric, String region, String period, String value) {
    return observation(
        """
        {"company": "%s", "metric": "%s", "region": "%s", "period": "%s", "value": %s, "decimals": 0}\
        """
            .formatted(company, metric, region, period, value));
  }

  /** Adds a published growth of Twitter, in percent, rounded to a whole number. */
  public DocumentBuilder growth(
      String metric, String region, String period, String measure, String value) {
    return observation(
        """
        {"company": "twitter", "metric": "%s", "region": "%s", "period": "%s", "measure": "%s", "value": %s, "decimals": 0}\
        """
            .formatted(metric, region, period, measure, value));
  }

  /** Adds an observation, given as JSON. */
  public DocumentBuilder observation(String row) {
    observations.add(row);
    return this;
  }

  /** The finished document. */
  public String json() {
    List<String> members = new ArrayList<>(List.of("\"source\": " + source));
    members.addAll(parts);
    if (!observations.isEmpty()) {
      members.add("\"observations\": [" + String.join(",\n", observations) + "]");
    }
    return "{" + String.join(",\n", members) + "}";
  }
}
