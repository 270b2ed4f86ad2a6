package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regionalmetrics.function.CatalogFunction;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.IngestFunction;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.LocalContext;
import io.regionalmetrics.local.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Functions that start from a snapshot: the first request sees everything that has changed since
 * the snapshot was taken.
 */
class PrimingTest {
  private static final Map<String, String> SDK =
      Map.of(
          "aws.region", "eu-central-1", "aws.accessKeyId", "test", "aws.secretAccessKey", "test");

  private static final String NOTHING_FOUND = "{\"Responses\":{},\"UnprocessedKeys\":{}}";

  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private final Map<String, String> properties = new HashMap<>();

  @AfterEach
  void clean() {
    servers.forEach(server -> server.stop(0));
    properties.keySet().forEach(System::clearProperty);
  }

  private void set(Map<String, String> more) {
    properties.putAll(more);
    more.forEach(System::setProperty);
  }

  @Test
  void figuresWrittenAfterPrimingAreSeen() throws IOException {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    RequestStreamHandler compare = new CompareFunction(wiring.forSnapshot());
    assertThat(call(compare, Service.file("events/compare-growth.json")))
        .contains("\"statusCode\":404");
    // A wiring of its own: what another instance writes, this one isn't told.
    call(
        new IngestFunction(wiring.with(wiring.client())),
        Service.file("events/ingest-article.json"));
    assertThat(call(compare, Service.file("events/compare-growth.json")))
        .contains("\"statusCode\":200");
  }

  @Test
  void todayIsTheDayOfTheRequestAndNotOfPriming() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2018-02-28T12:00:00Z"));
    Wiring wiring = LocalDynamoDb.freshWiring(now::get);
    call(new IngestFunction(wiring), Service.file("events/ingest-article.json"));
    RequestStreamHandler compare = new CompareFunction(wiring.forSnapshot());
    now.set(Instant.parse("2026-11-23T12:00:00Z"));
    ObjectNode event = (ObjectNode) Service.json(Service.file("events/compare-growth.json"));
    event.put("rawQueryString", "company=twitter&metric=revenue&region=JP&period=2017-Q4");
    assertThat(call(compare, event.toString()))
        .contains("\"statusCode\":200")
        .contains("2026-11-23");
  }

  @Test
  void requestUsesCurrentCredentialsAndNotThoseOfPriming() throws IOException {
    AtomicReference<String> key = new AtomicReference<>("BEFORE");
    HttpServer credentials = server(exchange -> respond(exchange, credentials(key.get())));
    List<String> signed = new CopyOnWriteArrayList<>();
    HttpServer table =
        server(exchange -> {
          signed.add(exchange.getRequestHeaders().getFirst("Authorization"));
          respond(exchange, NOTHING_FOUND);
        });
    set(
        Map.of(
            "aws.region", "eu-central-1",
            "aws.sharedCredentialsFile", "/none",
            "aws.configFile", "/none",
            "aws.containerCredentialsFullUri", address(credentials) + "/credentials"));
    RequestStreamHandler compare = new CompareFunction(primed(table));
    assertThat(signed).isNotEmpty().allMatch(header -> header.contains("Credential=BEFORE/"));
    signed.clear();
    key.set("AFTER");
    call(compare, Service.file("events/compare-growth.json"));
    assertThat(signed).isNotEmpty().allMatch(header -> header.contains("Credential=AFTER/"));
  }

  @Test
  void connectionIsOpenedAgainAfterRestore() throws IOException {
    List<InetSocketAddress> before = new CopyOnWriteArrayList<>();
    List<InetSocketAddress> now = new CopyOnWriteArrayList<>();
    AtomicReference<List<InetSocketAddress>> peers = new AtomicReference<>(before);
    HttpServer table =
        server(exchange -> {
          peers.get().add(exchange.getRemoteAddress());
          respond(exchange, NOTHING_FOUND);
        });
    set(SDK);
    RequestStreamHandler compare = new CompareFunction(primed(table));
    peers.set(now);
    call(compare, Service.file("events/compare-growth.json"));
    assertThat(before).hasSizeGreaterThan(2);
    assertThat(Set.copyOf(before)).hasSize(before.size() / 2);
    assertThat(now).isNotEmpty().doesNotContainAnyElementsOf(before);
  }

  @Test
  void traceIdOfPrimingIsNotReused() throws IOException {
    List<Optional<String>> traces = new CopyOnWriteArrayList<>();
    HttpServer table =
        server(exchange -> {
          traces.add(trace());
          respond(exchange, NOTHING_FOUND);
        });
    set(SDK);
    CompareFunction compare = new CompareFunction(primed(table));
    assertThat(compare).isNotNull();
    assertThat(traces).isNotEmpty().doesNotContain(Optional.empty());
    assertThat(trace()).isEmpty();
  }

  /** The system property in which the SDK looks for it. */
  private static Optional<String> trace() {
    return Optional.ofNullable(System.getProperty("com.amazonaws.xray.traceHeader"));
  }

  @Test
  void primingOnlyReads() throws IOException {
    List<String> operations = new CopyOnWriteArrayList<>();
    HttpServer table =
        server(exchange -> {
          operations.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
          respond(exchange, NOTHING_FOUND);
        });
    set(SDK);
    for (RequestStreamHandler function :
        List.of(new CatalogFunction(primed(table)), new IngestFunction(primed(table)))) {
      assertThat(function).isNotNull();
    }
    assertThat(operations).isNotEmpty().containsOnly("DynamoDB_20120810.BatchGetItem");
  }

  @Test
  void primingSurvivesAnUnreachableTable() throws IOException {
    HttpServer table = server(exchange -> respond(exchange, NOTHING_FOUND));
    set(SDK);
    Map<String, String> environment = environment(table);
    table.stop(0);
    RequestStreamHandler compare = new CompareFunction(Wiring.of(environment));
    assertThat(call(compare, Service.file("events/compare-growth.json")))
        .contains("\"statusCode\":503");
  }

  @Test
  void functionsWithoutSnapshotsAreNotPrimed() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer table =
        server(exchange -> {
          asked.add(exchange.getRequestURI().toString());
          respond(exchange, NOTHING_FOUND);
        });
    set(SDK);
    Map<String, String> environment = new HashMap<>(environment(table));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    new CompareFunction(Wiring.of(environment));
    assertThat(asked).isEmpty();
  }

  private static Wiring primed(HttpServer table) {
    return Wiring.of(environment(table));
  }

  private static Map<String, String> environment(HttpServer table) {
    return Map.of(
        "TABLE", "figures",
        "DYNAMODB_ENDPOINT", address(table),
        "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  }

  private static String credentials(String key) {
    return """
    {"AccessKeyId": "%s", "SecretAccessKey": "secret", "Token": "token", "Expiration": "%s"}
    """
        .formatted(key, Instant.now().plus(Duration.ofHours(6)));
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private HttpServer server(Handler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", handler::handle);
    server.start();
    servers.add(server);
    return server;
  }

  private static void respond(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String call(RequestStreamHandler function, String event) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    Template.Function template =
        new Template.Function("Test", "test", Duration.ofSeconds(10), 1024, "java25", List.of());
    try {
      function.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          response,
          new LocalContext(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.toString(StandardCharsets.UTF_8);
  }
}
