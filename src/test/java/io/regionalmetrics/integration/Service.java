package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.LocalServer;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The whole service over real HTTP, on a table of its own. Every request and response is checked
 * against the OpenAPI contract.
 */
public final class Service implements AutoCloseable {
  /** A day after the publication of all figures in the tests. */
  public static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

  private static final byte[] NOTHING = {};
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private final LocalServer server;

  /**
   * A response, with the request that it answers.
   *
   * @param sent the body of the request; empty if it has none
   */
  public record Reply(int status, HttpResponse<byte[]> response, String sent) {

    /**
     * Asserts the status. A failure shows the request and the whole response.
     *
     * @return this reply
     */
    public Reply expectStatus(int expected) {
      assertThat(status).as(this::toString).isEqualTo(expected);
      return this;
    }

    /** The method and address of the request. */
    public String request() {
      return response.request().method() + " " + response.request().uri();
    }

    /** The request and the response, each with its body: what a failing test shows. */
    @Override
    public String toString() {
      return "%s%n%swas answered with %d: %s%n"
          .formatted(request(), sent.isEmpty() ? "" : sent + "\n", status, text());
    }

    /** The body as text. */
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
      return Service.json(text());
    }

    /** The part of the JSON body at a path, such as {@code /rows/0/value/low}. */
    public JsonNode at(String path) {
      return json().at(path);
    }

    /** The value of a header; empty if the response lacks it. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Starts the service on a free port. */
  public Service(Wiring wiring) {
    this(wiring, 0);
  }

  /** Starts the service on a port; 0 takes any free port. */
  public Service(Wiring wiring, int port) {
    try {
      Template template = Template.read(Template.FILE);
      this.server = LocalServer.start(template, new Functions(template, wiring), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service on an empty table, on a fixed day. */
  public static Service fresh() {
    return new Service(LocalDynamoDb.freshWiring(TODAY));
  }

  /** The service with the figures of the article. */
  public static Service withArticle() {
    return fresh().withDocument(article());
  }

  /** The service with the figures of the article and the dollar's rates of its quarters. */
  public static Service withArticleAndRates() {
    Wiring wiring = LocalDynamoDb.freshWiring(TODAY);
    ArticleRates.put(wiring);
    return new Service(wiring).withDocument(article());
  }

  /** Posts a JSON document that must be accepted. */
  public Service withDocument(String document) {
    post(document).expectStatus(200);
    return this;
  }

  /** The document with the article's figures, from {@code events/ingest-article.json}. */
  public static String article() {
    return json(file("events/ingest-article.json")).get("body").textValue();
  }

  /** The text of a file, by its path from the project's root. */
  public static String file(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses JSON, keeping numbers exact. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the service, without a path. */
  public URI address() {
    return server.address();
  }

  /** Sends a GET request; {@code headers} alternate names and values. */
  public Reply get(String pathAndQuery, String... headers) {
    return send(request(pathAndQuery, headers).GET(), NOTHING);
  }

  /** Sends a request of another method, without a body. */
  public Reply send(String method, String pathAndQuery, String... headers) {
    return send(request(pathAndQuery, headers).method(method, BodyPublishers.noBody()), NOTHING);
  }

  /** Posts a JSON document of observations. */
  public Reply post(String document) {
    return post(document.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Posts a CSV document of observations. */
  public Reply postCsv(String document) {
    return post(document.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  /** Posts a body of a content type to the observations. */
  public Reply post(byte[] body, String type) {
    return postTo("/v1/observations", body, "content-type", type);
  }

  /** Posts a body to a path; {@code headers} alternate names and values. */
  public Reply postTo(String path, byte[] body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)), body);
  }

  private HttpRequest.Builder request(String pathAndQuery, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + pathAndQuery));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Reply send(HttpRequest.Builder builder, byte[] body) {
    try {
      HttpRequest request = builder.build();
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      ContractVerifier.verify(request, body, response);
      return new Reply(response.statusCode(), response, new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
