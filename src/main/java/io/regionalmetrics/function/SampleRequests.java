package io.regionalmetrics.function;

import io.regionalmetrics.http.HttpFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The requests by which functions are primed: documents on a company that doesn't exist, and
 * questions of each kind on it.
 */
final class SampleRequests {
  private static final List<String> REGIONS =
      List.of("US", "JP", "DE", "FR", "GB", "BR", "IN", "CA", "MX", "KR");

  /** Questions of each kind, as paths with queries. */
  static final List<String> QUESTIONS =
      List.of(
          comparison("growth", "revenue", ""),
          comparison("growth", "revenue-per-user", "&currency=USD"),
          comparison("regions", "revenue", ""),
          comparison("share", "revenue", "&base=yoy"),
          comparison("contribution", "revenue", ""),
          comparison("drivers", "revenue-per-user", ""),
          comparison("revisions", "revenue", ""),
          comparison("check", "revenue-per-user", ""),
          comparison("growth", "revenue", "&format=csv"),
          "/v1/series?company=rehearsal&metric=revenue&region=US,JP&transform=level,yoy,share"
              + "&startPeriod=2016-Q4&endPeriod=2017-Q4");

  /** A question that any table answers, reading one item. */
  static final String DEFINITIONS = "/v1/metrics";

  /** Questions to the catalog. */
  static final List<String> CATALOG =
      List.of(
          "/v1/companies",
          "/v1/companies/rehearsal",
          "/v1/metrics?company=rehearsal",
          "/v1/regions?company=rehearsal",
          "/v1/sources",
          "/v1/feeds",
          "/openapi.json");

  private static final LocalDate FIRST = LocalDate.of(2018, 2, 8);

  private SampleRequests() {}

  private static String comparison(String comparison, String metric, String more) {
    return "/v1/comparisons/%s?company=rehearsal&metric=%s&region=%s&period=2017-Q4%s"
        .formatted(comparison, metric, String.join(",", REGIONS), more);
  }

  /**
   * The company and its figures.
   *
   * @param edition 0 as it first published them; the following ones restate them, a day later each
   */
  static String document(int edition) {
    String observations =
        IntStream.range(0, REGIONS.size())
            .boxed()
            .flatMap(place ->
                List.of(
                    observation(place, "revenue", "2016-Q4", 79_000_000 + 1_000_000 * place, -6),
                    observation(
                        place,
                        "revenue",
                        "2017-Q4",
                        106_000_000 + 7_000_000 * place + 1_000_000 * edition,
                        -6),
                    observation(place, "users", "2016-Q4", 40_000_000 + 1_000_000 * place, -6),
                    observation(place, "users", "2017-Q4", 45_000_000 + 1_000_000 * place, -6),
                    observation(place, "revenue-per-user", "2017-Q4", 2, 0))
                    .stream())
            .collect(Collectors.joining(","));
    return """
    {"source": {"id": "%s", "title": "Rehearsal", "publisher": "Rehearsal", "published": "%s",
                "kind": "company"},
     "companies": [{"id": "rehearsal", "name": "Rehearsal"}],
     "metrics": [
       {"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
       {"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"},
       {"id": "revenue-per-user", "name": "Revenue per user", "kind": "ratio",
        "unit": "USD/user", "numerator": "revenue", "denominator": "users"}],
     "regions": [{"id": "WORLD", "company": "rehearsal", "name": "World", "members": [%s]}],
     "observations": [%s]}
    """
        .formatted(
            "rehearsal-" + edition,
            FIRST.plusDays(edition),
            REGIONS.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
            observations);
  }

  private static String observation(
      int place, String metric, String quarter, int value, int decimals) {
    return """
    {"company": "rehearsal", "metric": "%s", "region": "%s", "period": "%s", "value": %s,
     "decimals": %s}
    """
        .formatted(metric, REGIONS.get(place), quarter, value, decimals);
  }

  /** Sends a question, as API Gateway would, and returns the response, an error too. */
  static String get(HttpFunction function, String question) {
    String[] parts = question.split("\\?", 2);
    return call(function, "GET", parts[0], parts.length == 1 ? "" : parts[1], "");
  }

  /** Sends a document. */
  static String post(HttpFunction function, String document) {
    return call(function, "POST", "/v1/observations", "", document);
  }

  private static String call(
      HttpFunction function, String method, String path, String query, String body) {
    String event =
        """
        {"version": "2.0", "routeKey": "%1$s %2$s", "rawPath": "%2$s", "rawQueryString": "%3$s",
         "headers": {"accept": "*/*", "accept-encoding": "gzip", "content-length": "0",
                     "content-type": "application/json", "host": "rehearsal",
                     "user-agent": "rehearsal", "x-amzn-trace-id": "rehearsal",
                     "x-forwarded-for": "127.0.0.1", "x-forwarded-port": "443",
                     "x-forwarded-proto": "https"},
         "queryStringParameters": {}, "pathParameters": {},
         "requestContext": {
           "accountId": "123456789012", "apiId": "rehearsal", "domainName": "rehearsal",
           "domainPrefix": "rehearsal",
           "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1",
                    "sourceIp": "127.0.0.1", "userAgent": "rehearsal"},
           "requestId": "rehearsal", "routeKey": "%1$s %2$s", "stage": "$default",
           "time": "08/Feb/2018:12:00:00 +0000", "timeEpoch": 1518091200000},
         "body": "%4$s", "isBase64Encoded": false}
        """
            .formatted(method, path, query, body.replace("\"", "\\\"").replace("\n", "\\n"));
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      function.serve(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          response,
          new PrimingContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.toString(StandardCharsets.UTF_8);
  }
}
