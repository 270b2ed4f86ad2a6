package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Two running copies of the API that must give identical responses: status, the bytes of the body,
 * and the headers that carry meaning.
 */
record ApiPair(URI one, URI other) {
  private static final List<String> HEADERS =
      List.of(
          "content-type",
          "content-encoding",
          "etag",
          "cache-control",
          "link",
          "vary",
          "retry-after");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Sends a GET request to both. */
  HttpResponse<byte[]> get(String pathAndQuery, String... headers)
      throws IOException, InterruptedException {
    return ask("GET", pathAndQuery, "", headers);
  }

  /** Sends a HEAD request to both. */
  void head(String pathAndQuery) throws IOException, InterruptedException {
    ask("HEAD", pathAndQuery, "");
  }

  /** Posts a JSON document to both. */
  void post(String path, String document) throws IOException, InterruptedException {
    ask("POST", path, document, "content-type", "application/json");
  }

  private HttpResponse<byte[]> ask(
      String method, String pathAndQuery, String body, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> here = send(one, method, pathAndQuery, body, headers);
    HttpResponse<byte[]> there = send(other, method, pathAndQuery, body, headers);
    String question = method + " " + pathAndQuery;
    assertThat(here.statusCode()).as(question).isEqualTo(there.statusCode());
    assertThat(here.body()).as(question).isEqualTo(there.body());
    for (String header : HEADERS) {
      assertThat(here.headers().allValues(header))
          .as("%s: %s", question, header)
          .isEqualTo(there.headers().allValues(header));
    }
    return here;
  }

  private static HttpResponse<byte[]> send(
      URI api, String method, String pathAndQuery, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + pathAndQuery))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }
}
