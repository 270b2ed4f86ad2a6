package io.regionalmetrics.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** A request, as an event of API Gateway. */
final class Question {
  private static final String EVENT =
      """
      {"version": "2.0", "routeKey": "%1$s %2$s", "rawPath": "%2$s", "rawQueryString": "%3$s",
       "headers": {"accept": "application/json", "content-type": "application/json",
                   "host": "127.0.0.1", "user-agent": "benchmark"},
       "requestContext": {
         "accountId": "123456789012", "apiId": "local", "domainName": "127.0.0.1",
         "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1",
                  "sourceIp": "127.0.0.1", "userAgent": "benchmark"},
         "requestId": "local", "stage": "$default", "time": "01/Mar/2018:12:00:00 +0000",
         "timeEpoch": 1519905600000},
       "body": "%4$s", "isBase64Encoded": false}
      """;

  private static final String COMPARISONS = "/v1/comparisons/";

  private final String path;
  private final String query;
  private final byte[] event;

  private Question(String method, String path, String query, String body) {
    this.path = path;
    this.query = query;
    String escaped = body.replace("\"", "\\\"");
    event = EVENT.formatted(method, path, query, escaped).getBytes(StandardCharsets.UTF_8);
  }

  private static Question get(String path, String query) {
    return new Question("GET", path, query, "");
  }

  /** A comparison of a company's revenue in each of its regions. */
  static Question comparison(String comparison, Company company, String... more) {
    return get(
        COMPARISONS + comparison,
        query(company, "metric=revenue", "period=" + Company.QUARTER, String.join("&", more)));
  }

  /** The share of each region in a company's revenue. */
  static Question shareOfEveryRegion(Company company) {
    return get(
        COMPARISONS + "share",
        "company=%s&metric=revenue&region=*&period=%s".formatted(company.id(), Company.QUARTER));
  }

  /** The drivers of a company's revenue in each of its regions: users and revenue per user. */
  static Question drivers(Company company) {
    return get(
        COMPARISONS + "drivers",
        query(company, "metric=revenue-per-user", "period=" + Company.QUARTER));
  }

  /** All checks of a company's regions: revenue per user, and their sum for the world. */
  static Question check(Company company) {
    return get(COMPARISONS + "check", query(company, "period=" + Company.QUARTER));
  }

  /** A series of a company's revenue in each of its regions, over a number of quarters. */
  static Question series(Company company, int quarters, String transforms) {
    YearQuarter first = YearQuarter.parse(Company.QUARTER).minusQuarters(quarters - 1L);
    return get(
        "/v1/series",
        query(
            company,
            "metric=revenue",
            "transform=" + transforms,
            "startPeriod=" + first,
            "endPeriod=" + Company.QUARTER));
  }

  private static String query(Company company, String... more) {
    return "company=%s&region=%s&%s"
        .formatted(company.id(), String.join(",", company.regions()), String.join("&", more));
  }

  /** A document to store. */
  static Question document(String document) {
    return new Question("POST", "/v1/observations", "", document);
  }

  /** This question, answered with a chart. */
  Question drawn() {
    return get(path, query + "&format=svg");
  }

  /** This question, asked by an assistant: as a message to the tool of the same name. */
  Question message() {
    String arguments =
        Stream.of(query.split("&", -1))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> "\"" + pair.replaceFirst("=", "\": \"") + "\"")
            .collect(Collectors.joining(", "));
    return new Question(
        "POST",
        "/mcp",
        "",
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "%s", "arguments": {%s}}}\
        """
            .formatted(path.substring(path.lastIndexOf('/') + 1), arguments));
  }

  /** The event as bytes. */
  byte[] bytes() {
    return event.clone();
  }

  /** The event as a stream. */
  InputStream event() {
    return new ByteArrayInputStream(event);
  }
}
