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
 * The HTTP API that Lambda offers to one instance of a function (2018-06-01): it asks for the next
 * event and tells the response; under SnapStart it says before that that it can be frozen, and is
 * told when it goes on.
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

  /** What an instance tells. */
  enum Kind {
    /** It wants an event. */
    ASKS,
    /** It can be frozen. */
    CAN_BE_FROZEN,
    /** It has answered. */
    ANSWERS,
    /** It can't. */
    FAILS
  }

  /**
   * What an instance told, and when.
   *
   * @param nanos by {@link System#nanoTime()}
   * @param body what came with it
   */
  record Moment(Kind kind, long nanos, String body) {}

  RuntimeApi() throws IOException {
    // Or each answer waits for the acknowledgement of the one before.
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

  /** Gives the instance an event. */
  void send(byte[] event) {
    events.add(event);
  }

  /** Lets a frozen instance go on. */
  void restore() {
    restores.add(true);
  }

  /**
   * What it tells next, which must be this.
   *
   * @throws IllegalStateException where it tells something else, or nothing for a minute
   */
  Moment await(Kind kind) throws InterruptedException {
    Moment moment = moments.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (moment == null || moment.kind() != kind) {
      throw new IllegalStateException("the function doesn't do what it should: " + moment);
    }
    return moment;
  }

  private void tell(Kind kind, String body) {
    moments.add(new Moment(kind, System.nanoTime(), body));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.equals("invocation/next")) {
        tell(Kind.ASKS, "");
        next(exchange, events.take());
      } else if (path.equals("restore/next")) {
        tell(Kind.CAN_BE_FROZEN, "");
        restores.take();
        exchange.sendResponseHeaders(200, -1);
      } else {
        Kind kind = path.endsWith("/response") ? Kind.ANSWERS : Kind.FAILS;
        tell(kind, new String(body, StandardCharsets.UTF_8));
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
