package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regionalmetrics.function.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A proxy between the service and DynamoDB Local. Records requests, and makes those fail that a
 * test chooses.
 */
public final class FaultyDynamoDb implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpServer server;
  private final URI target;
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<Faults> faults =
      new AtomicReference<>((operation, nth) -> Fault.NONE);

  /** How a request may fail. */
  public enum Fault {
    /** The request goes through. */
    NONE,
    /** DynamoDB throttles the request. */
    THROTTLED,
    /** DynamoDB answers with an internal error. */
    BROKEN,
    /** DynamoDB accepts the request and never answers. */
    HANGING,
    /** The credentials have just expired. */
    EXPIRED,
    /** BatchGetItem returns one item and leaves the other keys unprocessed. */
    UNPROCESSED,
    /** DynamoDB carries out the request and then answers with an error. */
    LOST,
    /** DynamoDB carries out the request and closes the connection without an answer. */
    CUT
  }

  /** Decides how the nth request of an operation fails; the first is 1. */
  public interface Faults {
    Fault fault(String operation, int nth);
  }

  /** A proxy before a DynamoDB at an address, without faults yet. */
  public FaultyDynamoDb(URI target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** The same wiring, with a client that goes through this proxy. */
  public Wiring through(Wiring wiring) {
    return wiring.with(LocalDynamoDb.client(address()));
  }

  /** The address of the proxy. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Applies these faults from now on, and counts requests from zero. */
  public void happen(Faults next) {
    operations.clear();
    faults.set(next);
  }

  /** The operations requested since the last call of {@link #happen}. */
  public List<String> operations() {
    return List.copyOf(operations);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String operation =
        exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceAll(".*\\.", "");
    byte[] body = exchange.getRequestBody().readAllBytes();
    operations.add(operation);
    int nth = (int) operations.stream().filter(operation::equals).count();
    switch (faults.get().fault(operation, nth)) {
      case NONE -> forward(exchange, body);
      case THROTTLED ->
          answer(
              exchange,
              400,
              "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\",\"message\":\"slow down\"}");
      case BROKEN ->
          answer(
              exchange,
              500,
              "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\",\"message\":\"broken\"}");
      case HANGING -> hang();
      case EXPIRED ->
          answer(
              exchange,
              400,
              "{\"__type\":\"com.amazon.coral.service#ExpiredTokenException\",\"message\":\"The security token included in the request is expired\"}");
      case UNPROCESSED -> unprocessed(exchange, body);
      case LOST -> {
        send(exchange, body);
        answer(
            exchange,
            500,
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\",\"message\":\"lost\"}");
      }
      case CUT -> {
        send(exchange, body);
        exchange.close();
      }
    }
  }

  /** Keeps the connection open without an answer until the proxy closes. */
  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpResponse<byte[]> response = send(exchange, body);
    answer(exchange, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
  }

  /** Requests the first key only, and returns the others as unprocessed. */
  private void unprocessed(HttpExchange exchange, byte[] body) throws IOException {
    ObjectNode request = (ObjectNode) Service.json(new String(body, StandardCharsets.UTF_8));
    ObjectNode left = request.deepCopy();
    String table = request.get("RequestItems").fieldNames().next();
    ArrayNode asked = (ArrayNode) request.at("/RequestItems/" + table + "/Keys");
    ArrayNode others = (ArrayNode) left.at("/RequestItems/" + table + "/Keys");
    others.remove(0);
    while (asked.size() > 1) {
      asked.remove(1);
    }
    ObjectNode response =
        (ObjectNode)
            Service.json(
                new String(
                    send(exchange, request.toString().getBytes(StandardCharsets.UTF_8)).body(),
                    StandardCharsets.UTF_8));
    JsonNode items = others.isEmpty() ? left.objectNode() : left.get("RequestItems");
    response.set("UnprocessedKeys", items);
    answer(exchange, 200, response.toString());
  }

  private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target).POST(BodyPublishers.ofByteArray(body));
    for (String name : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
