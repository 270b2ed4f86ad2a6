package io.regionalmetrics.local;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The figures that come along in {@code events/}: events that ingest a document, documents, and
 * exchange rates. The functions themselves store them, each file once.
 */
final class FirstFigures {
  private static final Path EVENTS = Path.of("events");
  private static final Path SAMPLES = EVENTS.resolve("samples");
  private static final Path RATES = SAMPLES.resolve("eurofxref-hist.csv");
  private static final String RATES_PATH = "/stats/eurofxref/eurofxref-hist.zip";
  private static final String OBSERVATIONS = "/v1/observations";
  private static final String SDMX_CSV = "application/vnd.sdmx.data+csv";
  private static final int CONTRADICTION = 409;

  private final Functions functions;
  private final Routes routes;
  private final LoadedFiles loaded;

  /**
   * The figures for a data folder.
   *
   * @param loaded which files are in it already
   */
  FirstFigures(Functions functions, Template template, LoadedFiles loaded) {
    this.functions = functions;
    this.routes = new Routes(template.routes());
    this.loaded = loaded;
  }

  private interface Loader {
    void load(Path file) throws IOException;
  }

  /**
   * Stores what isn't stored yet. A document that contradicts what is stored is left out, and the
   * standard error says so.
   *
   * @throws Mistake if a document is refused for another reason
   */
  void load() throws IOException {
    CompletableFuture<Void> rates = CompletableFuture.runAsync(this::loadRates);
    for (Path event : files(EVENTS, "ingest-.*\\.json")) {
      once(event, file -> ingest(file, Files.readAllBytes(file)));
    }
    for (Path document : files(SAMPLES, ".*\\.(json|csv)")) {
      if (!document.equals(RATES)) {
        once(document, file -> ingest(file, event(file)));
      }
    }
    rates.join();
  }

  private void loadRates() {
    try {
      if (Files.exists(RATES)) {
        once(RATES, this::refreshRates);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(names)).sorted().toList();
    }
  }

  private void once(Path file, Loader loader) throws IOException {
    if (loaded.isNew(file)) {
      loader.load(file);
      loaded.add(file);
    }
  }

  private void ingest(Path file, byte[] event) throws IOException {
    Response response = Response.read(functions.invoke("IngestFunction", event));
    if (response.status() == CONTRADICTION) {
      System.err.printf(
          "%s contradicts the data folder and is left out: %s%n", file, response.text());
    } else if (!response.isSuccess()) {
      throw Mistake.whileRunning("%s was refused: %s", file, response.text());
    }
  }

  /** The event of a request that posts a document: JSON, or SDMX-CSV. */
  private byte[] event(Path document) throws IOException {
    String type = document.toString().endsWith(".csv") ? SDMX_CSV : "application/json";
    Request request =
        new Request(
            "POST",
            OBSERVATIONS,
            "",
            "HTTP/1.1",
            Map.of("content-type", List.of(type)),
            Files.readAllBytes(document),
            "127.0.0.1");
    return new ProxyEvents(InstantSource.system())
        .event(request, routes.find("POST", OBSERVATIONS).orElseThrow());
  }

  /** Lets the feed of rates read the file as if it were the ECB's. */
  private void refreshRates(Path file) throws IOException {
    HttpServer server = serve(RATES_PATH, zip(file));
    try {
      functions.invoke("RefreshFunction", ratesEvent(server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serve(String path, byte[] content) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static byte[] ratesEvent(int port) {
    return "{\"id\": \"sample-rates\", \"feed\": \"ecb-rates\", \"baseUrl\": \"http://127.0.0.1:%s\"}"
        .formatted(port)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
      Files.copy(file, zip);
    }
    return bytes.toByteArray();
  }
}
