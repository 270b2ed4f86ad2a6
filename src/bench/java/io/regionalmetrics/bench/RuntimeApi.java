package io.regionalmetrics.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP API of Lambda for an instance of a function (2018-06-01). The instance requests the next
 * event and posts its response. Under SnapStart it first reports that a snapshot can be taken, and
 * waits until it is restored.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Moment> moments = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> restores = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** A kind of request by an instance. */
  enum Kind {
    /** It requests the next event. */
    READY,
    /** A snapshot can be taken. */
    CAN_BE_FROZEN,
    /** It has posted a response. */
    RESPONDED,
    /** It has posted an error. */
    FAILED
  }

  /**
   * A request by an instance.
   *
   * @param nanos its time, by {@link System#nanoTime()}
   * @param body its body
   */
  record Moment(Kind kind, long nanos, String body) {}

  RuntimeApi() throws IOException {
    // Otherwise each response waits for the TCP acknowledgement of the previous one.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(RUNTIME, this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sends an event to the instance. */
  void send(byte[] event) {
    events.add(event);
  }

  /** Restores an instance after a snapshot. */
  void restore() {
    restores.add(true);
  }

  /**
   * Waits for the next request of the instance.
   *
   * @throws IllegalStateException if it is of another kind, or doesn't come within a minute
   */
  Moment await(Kind kind) throws InterruptedException {
    Moment moment = moments.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (moment == null || moment.kind() != kind) {
      throw new IllegalStateException("unexpected request of the function: " + moment);
    }
    return moment;
  }

  private void addMoment(Kind kind, String body) {
    moments.add(new Moment(kind, System.nanoTime(), body));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.equals("invocation/next")) {
        addMoment(Kind.READY, "");
        next(exchange, events.take());
      } else if (path.equals("restore/next")) {
        addMoment(Kind.CAN_BE_FROZEN, "");
        restores.take();
        exchange.sendResponseHeaders(200, -1);
      } else {
        Kind kind = path.endsWith("/response") ? Kind.RESPONDED : Kind.FAILED;
        addMoment(kind, new String(body, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void next(HttpExchange exchange, byte[] event) throws IOException {
    long deadline = System.currentTimeMillis() + TIMEOUT.toMillis();
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:eu-central-1:123456789012:function:benchmark");
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
