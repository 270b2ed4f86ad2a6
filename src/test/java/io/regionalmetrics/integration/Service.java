package io.regionalmetrics.integration;

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
 * The whole service over real HTTP, on a table of its own. Whatever it is asked and answers is held
 * against the contract.
 */
public final class Service implements AutoCloseable {
  /** Some day after all figures of the tests were published. */
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

  /** What came back. */
  public record Reply(int status, HttpResponse<byte[]> response) {
    /** The body as text. */
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
      return Service.json(text());
    }

    /** A part of the body by its path: {@code /rows/0/value/low}. */
    public JsonNode at(String path) {
      return json().at(path);
    }

    /** A header; empty where there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Starts the service on what is wired. */
  public Service(Wiring wiring) {
    this(wiring, 0);
  }

  /** Starts the service on what is wired, at a port: 0 is any that is free. */
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

  /** The same, with the article's figures taken in. */
  public static Service withArticle() {
    Service service = fresh();
    Reply reply = service.post(article());
    if (reply.status() != 200) {
      throw new AssertionError(reply.text());
    }
    return service;
  }

  /** The same, with the dollar's reference rates of its quarters. */
  public static Service withArticleAndRates() {
    Wiring wiring = LocalDynamoDb.freshWiring(TODAY);
    ArticleRates.put(wiring);
    Service service = new Service(wiring);
    Reply reply = service.post(article());
    if (reply.status() != 200) {
      throw new AssertionError(reply.text());
    }
    return service;
  }

  /** The article's document: what the first of the events carries. */
  public static String article() {
    return json(file("events/ingest-article.json")).get("body").textValue();
  }

  /** A file of the project, as text. */
  public static String file(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as JSON, its numbers exact. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public URI address() {
    return server.address();
  }

  /** Asks. */
  public Reply get(String pathAndQuery, String... headers) {
    return send(request(pathAndQuery, headers).GET(), NOTHING);
  }

  /** Asks with some other method, without a body. */
  public Reply send(String method, String pathAndQuery, String... headers) {
    return send(request(pathAndQuery, headers).method(method, BodyPublishers.noBody()), NOTHING);
  }

  /** Sends a JSON document. */
  public Reply post(String document) {
    return post(document.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Sends a CSV document. */
  public Reply postCsv(String document) {
    return post(document.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  /** Sends a body of a type. */
  public Reply post(byte[] body, String type) {
    return send(
        request("/v1/observations", "content-type", type).POST(BodyPublishers.ofByteArray(body)),
        body);
  }

  private HttpRequest.Builder request(String pathAndQuery, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + pathAndQuery));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Reply send(HttpRequest.Builder asked, byte[] body) {
    try {
      HttpRequest request = asked.build();
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      Conversation.hold(request, body, response);
      return new Reply(response.statusCode(), response);
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
