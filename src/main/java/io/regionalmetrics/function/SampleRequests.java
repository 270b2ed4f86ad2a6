package io.regionalmetrics.function;

import io.regionalmetrics.http.HttpFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sample requests for priming: questions of each kind about the company of {@link SampleDocument}.
 */
final class SampleRequests {
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
          "/v1/series?company=sample&metric=revenue&region=US,JP&transform=level,yoy,share"
              + "&startPeriod=2016-Q4&endPeriod=2017-Q4");

  /** Messages of assistants about the same company. */
  static final List<String> MESSAGES =
      List.of(
          "{'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list'}",
          tool("find", "'text': 'Sample revenue in Japan'"),
          tool(
              "growth",
              "'company': ['sample'], 'metric': 'revenue', 'region': ['JP'], 'period': '2017-Q4'"));

  /** A question that works on any table, even an empty one: it reads one item. */
  static final String DEFINITIONS = "/v1/metrics";

  /** Requests to the catalog. */
  static final List<String> CATALOG =
      List.of(
          "/v1/companies",
          "/v1/companies/sample",
          "/v1/metrics?company=sample",
          "/v1/regions?company=sample",
          "/v1/sources",
          "/v1/feeds",
          "/openapi.json");

  private SampleRequests() {}

  private static String comparison(String comparison, String metric, String more) {
    return "/v1/comparisons/%s?company=sample&metric=%s&region=%s&period=2017-Q4%s"
        .formatted(comparison, metric, String.join(",", SampleDocument.REGIONS), more);
  }

  private static String tool(String name, String arguments) {
    return """
    {'jsonrpc': '2.0', 'id': 1, 'method': 'tools/call', 'params': {'name': '%s', 'arguments': {%s}}}
    """
        .formatted(name, arguments);
  }

  /** Sends a GET request as API Gateway does. Returns the response, even if it is an error. */
  static String get(HttpFunction function, String pathAndQuery) {
    String[] parts = pathAndQuery.split("\\?", 2);
    return call(function, "GET", parts[0], parts.length == 1 ? "" : parts[1], "");
  }

  /** Posts a document as API Gateway does. Returns the response, even if it is an error. */
  static String post(HttpFunction function, String document) {
    return call(function, "POST", "/v1/observations", "", document);
  }

  /**
   * Posts a message of an assistant as API Gateway does. Returns the response, even if it is an
   * error.
   *
   * @param message with single quotes
   */
  static String message(HttpFunction function, String message) {
    return call(function, "POST", "/mcp", "", message.replace('\'', '"'));
  }

  private static String call(
      HttpFunction function, String method, String path, String query, String body) {
    byte[] event = event(method, path, query, body).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      function.serve(new ByteArrayInputStream(event), response, new PrimingContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.toString(StandardCharsets.UTF_8);
  }

  /** An event of API Gateway, in version 2.0 of its format. */
  private static String event(String method, String path, String query, String body) {
    String json = body.replace("\"", "\\\"").replace("\n", "\\n");
    return """
    {"version": "2.0", "routeKey": "%s %s", "rawPath": "%s", "rawQueryString": "%s",
     "headers": {"accept": "*/*", "accept-encoding": "gzip", "content-length": "0",
                 "content-type": "application/json", "host": "sample", "user-agent": "sample",
                 "x-amzn-trace-id": "sample", "x-forwarded-for": "127.0.0.1",
                 "x-forwarded-port": "443", "x-forwarded-proto": "https"},
     "queryStringParameters": {}, "pathParameters": {}, "requestContext": %s,
     "body": "%s", "isBase64Encoded": false}
    """
        .formatted(method, path, path, query, requestContext(method, path), json);
  }

  private static String requestContext(String method, String path) {
    return """
    {"accountId": "123456789012", "apiId": "sample", "domainName": "sample",
     "domainPrefix": "sample", "requestId": "sample", "routeKey": "%1$s %2$s", "stage": "$default",
     "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1",
              "userAgent": "sample"},
     "time": "08/Feb/2018:12:00:00 +0000", "timeEpoch": 1518091200000}
    """
        .formatted(method, path);
  }
}
