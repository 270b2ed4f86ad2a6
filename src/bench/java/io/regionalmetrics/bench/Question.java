package io.regionalmetrics.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A request, as the event that API Gateway makes of it. */
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

  private final byte[] event;

  private Question(String method, String path, String query, String body) {
    String escaped = body.replace("\"", "\\\"");
    event = EVENT.formatted(method, path, query, escaped).getBytes(StandardCharsets.UTF_8);
  }

  /** The growth of revenue in every region of a company, over a year. */
  static Question growth(Company company) {
    return comparison("growth", company, "&metric=revenue");
  }

  /** Revenue in every region of a company, side by side. */
  static Question regions(Company company) {
    return comparison("regions", company, "&metric=revenue");
  }

  /** Revenue per user against revenue and users, in every region of a company. */
  static Question check(Company company) {
    return comparison("check", company, "");
  }

  private static Question comparison(String comparison, Company company, String metric) {
    String query =
        "company=%s%s&region=%s&period=%s"
            .formatted(company.id(), metric, String.join(",", company.regions()), Company.QUARTER);
    return new Question("GET", "/v1/comparisons/" + comparison, query, "");
  }

  /** A document to be taken in. */
  static Question document(String document) {
    return new Question("POST", "/v1/observations", "", document);
  }

  /** The event, to be read. */
  InputStream event() {
    return new ByteArrayInputStream(event);
  }
}
