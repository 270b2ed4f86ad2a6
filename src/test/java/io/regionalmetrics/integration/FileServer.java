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
 * Somebody else's server on this machine: it has some files, and behaves as badly as it is told.
 */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** A request that came. */
  public record Asked(String path, Map<String, List<String>> headers, long nanoTime) {
    /** A header; empty where there is none. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** What is done about a request. */
  public interface Answer {
    /** Answers it. */
    void to(HttpExchange exchange) throws IOException;
  }

  /** A server without any file. */
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

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on something answers at a path. */
  public FileServer with(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /** From now on a file is at a path. */
  public FileServer with(String path, byte[] content) {
    return with(path, content, Map.of());
  }

  /** From now on a text is at a path. */
  public FileServer with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** From now on a file is at a path, and comes with some headers. */
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

  /** From now on a path answers with a status only. */
  public FileServer with(String path, int status, Map<String, String> headers) {
    return with(
        path,
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** What was asked for so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The paths that were asked for so far. */
  public List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  /** Forgets what was asked for. */
  public void forget() {
    asked.clear();
  }

  /** A file, packed. */
  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A zip file with one file in it. */
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
    asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders()), System.nanoTime()));
    try (exchange) {
      answers.getOrDefault(path, missing -> missing.sendResponseHeaders(404, -1)).to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
