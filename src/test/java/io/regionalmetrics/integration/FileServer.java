package io.regionalmetrics.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A stand-in for another party's web server: serves files, fails as a test tells it, and records
 * requests.
 */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Responder> responders = new ConcurrentHashMap<>();
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();

  /** A request that the server received. */
  public record ReceivedRequest(String path, Map<String, List<String>> headers, long nanoTime) {
    /** The value of a header; empty if the request lacks it. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** How the server responds to a request. */
  public interface Responder {
    /** Responds to one request. */
    void respond(HttpExchange exchange) throws IOException;
  }

  /** Starts a server without files, on a free port. */
  public FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address of the server, without a path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Lets a responder answer at a path from now on. */
  public FileServer with(String path, Responder responder) {
    responders.put(path, responder);
    return this;
  }

  /** Serves a file at a path from now on. */
  public FileServer with(String path, byte[] content) {
    return with(path, content, Map.of());
  }

  /** Serves a text, in UTF-8, at a path from now on. */
  public FileServer with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Serves a file with response headers at a path from now on. Answers 304 if the request has the
   * file's ETag.
   */
  public FileServer with(String path, byte[] content, Map<String, String> headers) {
    return with(
        path,
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          boolean same =
              exchange.getRequestHeaders().containsKey("If-None-Match")
                  && exchange
                      .getRequestHeaders()
                      .getFirst("If-None-Match")
                      .equals(headers.get("ETag"));
          if (same) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
          }
        });
  }

  /** Answers a path with a status and headers, without a body, from now on. */
  public FileServer with(String path, int status, Map<String, String> headers) {
    return with(
        path,
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** The requests received so far, in order. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /** The paths of the requests received so far, in order. */
  public List<String> paths() {
    return requests.stream().map(ReceivedRequest::path).toList();
  }

  /** Forgets the requests received so far. */
  public void forget() {
    requests.clear();
  }

  /** Compresses a file with gzip. */
  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A zip archive with one file in it. */
  public static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(
        new ReceivedRequest(path, Map.copyOf(exchange.getRequestHeaders()), System.nanoTime()));
    try (exchange) {
      responders
          .getOrDefault(path, missing -> missing.sendResponseHeaders(404, -1))
          .respond(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
