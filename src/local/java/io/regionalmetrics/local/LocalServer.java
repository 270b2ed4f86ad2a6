package io.regionalmetrics.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the API on a port that only this machine can reach. It connects HTTP with the functions as
 * an HTTP API of API Gateway does, but checks no authorization.
 */
public final class LocalServer implements AutoCloseable {
  /** API Gateway's limit for a request's body. */
  private static final int MAX_BYTES = 10 * 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Functions functions;
  private final Routes routes;
  private final Optional<Cors> cors;
  private final ProxyEvents events = new ProxyEvents(InstantSource.system());

  private LocalServer(HttpServer server, Template template, Functions functions) {
    this.server = server;
    this.functions = functions;
    this.routes = new Routes(template.routes());
    this.cors = template.cors();
  }

  /**
   * Starts to listen.
   *
   * @param port 0 means any free port
   * @throws java.net.BindException if the port is in use
   */
  public static LocalServer start(Template template, Functions functions, int port)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    LocalServer server = new LocalServer(http, template, functions);
    http.setExecutor(server.threads);
    http.createContext("/", server::serve);
    http.start();
    return server;
  }

  /** The address where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
      Request request = Request.of(exchange, body);
      Response response;
      if (body.length > MAX_BYTES) {
        discard(exchange.getRequestBody());
        response = Response.message(413, "Request Entity Too Large");
      } else {
        response = answer(request);
      }
      send(exchange, withCors(request, response));
    }
  }

  /** Reads the rest of a body: a client that is still sending reads no response. */
  private static void discard(InputStream rest) throws IOException {
    rest.transferTo(OutputStream.nullOutputStream());
  }

  private Response answer(Request request) {
    if (cors.isPresent() && isPreflight(request)) {
      return Response.empty(204, cors.get().preflight(request.header("origin").orElseThrow()));
    }
    return routes
        .find(request.method(), request.path())
        .map(match -> answer(request, match))
        .orElseGet(() -> Response.message(404, "Not Found"));
  }

  private static boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && request.header("origin").isPresent()
        && request.header("access-control-request-method").isPresent();
  }

  private Response answer(Request request, Routes.Match match) {
    String function = match.route().function();
    try {
      return Response.read(functions.invoke(function, events.event(request, match)));
    } catch (IOException | RuntimeException e) {
      System.err.printf("%s failed on %s %s: %s%n", function, request.method(), request.path(), e);
      return Response.message(500, "Internal Server Error");
    }
  }

  /** Adds the headers that let pages of other origins read the response, as the template says. */
  private Response withCors(Request request, Response response) {
    if (cors.isEmpty() || isPreflight(request)) {
      return response;
    }
    Map<String, String> headers =
        request.header("origin").map(cors.get()::headers).orElseGet(Map::of);
    return response.with("access-control-", headers);
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
    exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(response.body());
    }
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
