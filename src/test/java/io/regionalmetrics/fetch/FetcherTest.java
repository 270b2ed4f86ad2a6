package io.regionalmetrics.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.integration.FileServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files arrive complete or not at all, whatever the server does. */
class FetcherTest {
  private static final byte[] CONTENT = "some figures".getBytes(StandardCharsets.UTF_8);
  private static final FetchPolicy QUICK =
      new FetchPolicy(
          "regional-metrics/1.0 (somebody@example.com)",
          Duration.ofMillis(50),
          3,
          Duration.ofMillis(20),
          Duration.ofSeconds(2));

  private final FileServer server = new FileServer();
  @TempDir private Path folder;
  private Fetcher fetcher;

  @BeforeEach
  void createFetcher() {
    fetcher = new Fetcher(QUICK, folder, InstantSource.system());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private FetchRequest wanted(String path) {
    return FetchRequest.of(server.address().resolve(path), 1_000, Duration.ofSeconds(20));
  }

  private byte[] get(String path) {
    try (FetchedFile file = fetcher.get(wanted(path)).orElseThrow()) {
      return file.bytes();
    }
  }

  @Test
  void fileArrivesUnchanged() {
    server.with("/file", CONTENT);
    assertThat(get("/file")).isEqualTo(CONTENT);
  }

  @Test
  void requestHasAUserAgentAndAcceptsGzip() {
    server.with("/file", CONTENT);
    get("/file");
    assertThat(server.requests().getFirst().header("user-agent"))
        .isEqualTo("regional-metrics/1.0 (somebody@example.com)");
    assertThat(server.requests().getFirst().header("accept-encoding")).isEqualTo("gzip");
  }

  @Test
  void gzippedFileIsUnpacked() {
    server.with("/file", FileServer.gzip(CONTENT), Map.of("Content-Encoding", "gzip"));
    assertThat(get("/file")).isEqualTo(CONTENT);
  }

  @Test
  void zipBombIsRefused() {
    server.with("/bomb", FileServer.gzip(new byte[200_000]), Map.of("Content-Encoding", "gzip"));
    assertThatThrownBy(() -> get("/bomb"))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("larger than the 1,000 bytes");
  }

  @Test
  void otherEncodingIsRefused() {
    server.with("/file", CONTENT, Map.of("Content-Encoding", "br"));
    assertThatThrownBy(() -> get("/file")).hasMessageContaining("encoded as 'br'");
  }

  @Test
  void unchangedFileIsNotSentAgain() {
    server.with("/file", CONTENT, Map.of("ETag", "\"one\""));
    Validators validators;
    try (FetchedFile file = fetcher.get(wanted("/file")).orElseThrow()) {
      validators = file.validators();
    }
    assertThat(fetcher.get(wanted("/file").ifChangedSince(validators))).isEmpty();
  }

  @Test
  void dayOfTheLastChangeIsRead() {
    server.with("/file", CONTENT, Map.of("Last-Modified", "Thu, 01 Mar 2018 23:30:00 GMT"));
    try (FetchedFile file = fetcher.get(wanted("/file")).orElseThrow()) {
      assertThat(file.lastModified()).contains(LocalDate.parse("2018-03-01"));
    }
  }

  @Test
  void missingFileIsRequestedOnce() {
    assertThatThrownBy(() -> get("/none"))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("/none answers 404");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void requestToABusyServerIsRepeated() {
    AtomicInteger times = new AtomicInteger();
    server.with(
        "/file",
        exchange -> {
          int status = List.of(503, 403, 200).get(times.getAndIncrement());
          exchange.sendResponseHeaders(status, status == 200 ? CONTENT.length : -1);
          exchange.getResponseBody().write(status == 200 ? CONTENT : new byte[0]);
        });
    assertThat(get("/file")).isEqualTo(CONTENT);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void serverThatStaysBusyIsAFailure() {
    server.with("/file", 429, Map.of());
    assertThatThrownBy(() -> get("/file")).hasMessageContaining("answers 429");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void retryAfterOfTheServerIsObeyed() {
    AtomicInteger times = new AtomicInteger();
    server.with(
        "/file",
        exchange -> {
          boolean first = times.getAndIncrement() == 0;
          exchange.getResponseHeaders().set("Retry-After", "1");
          exchange.sendResponseHeaders(first ? 429 : 200, first ? -1 : CONTENT.length);
          exchange.getResponseBody().write(first ? new byte[0] : CONTENT);
        });
    get("/file");
    List<FileServer.ReceivedRequest> requests = server.requests();
    assertThat(requests.get(1).nanoTime() - requests.get(0).nanoTime()).isGreaterThan(990_000_000L);
  }

  @Test
  void tooLongARetryAfterFailsAtOnce() {
    server.with("/file", 503, Map.of("Retry-After", "3600"));
    assertThatThrownBy(() -> get("/file")).hasMessageContaining("3600 s");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void requestsAreAtLeastAnIntervalApart() {
    server.with("/file", CONTENT);
    for (int i = 0; i < 4; i++) {
      get("/file");
    }
    List<FileServer.ReceivedRequest> requests = server.requests();
    assertThat(requests.getLast().nanoTime() - requests.getFirst().nanoTime())
        .isGreaterThan(3 * 45_000_000L);
  }

  @Test
  void redirectOnTheSameServerIsFollowed() {
    server.with("/old", 301, Map.of("Location", "/new")).with("/new", CONTENT);
    assertThat(get("/old")).isEqualTo(CONTENT);
  }

  @Test
  void redirectToAnotherServerIsRefused() {
    try (FileServer other = new FileServer()) {
      other.with("/file", CONTENT);
      server.with("/file", 302, Map.of("Location", other.address() + "/file"));
      assertThatThrownBy(() -> get("/file"))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("redirects to another server");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void redirectToAPrivateAddressIsRefused() {
    server.with("/file", 307, Map.of("Location", "http://169.254.169.254/latest/meta-data/"));
    assertThatThrownBy(() -> get("/file")).hasMessageContaining("redirects to another server");
  }

  @Test
  void redirectToALocalFileIsRefused() {
    server.with("/file", 302, Map.of("Location", "file:///etc/passwd"));
    assertThatThrownBy(() -> get("/file")).hasMessageContaining("redirects to another server");
  }

  @Test
  void circularRedirectsFail() {
    server.with("/a", 302, Map.of("Location", "/b")).with("/b", 302, Map.of("Location", "/a"));
    assertThatThrownBy(() -> get("/a")).hasMessageContaining("redirects more than 3 times");
  }

  @Test
  void endlessFileIsCutOff() {
    server.with(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(CONTENT);
          }
        });
    assertThatThrownBy(() -> get("/endless"))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("larger than the 1,000 bytes");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void slowFileFailsWhenTheTimeIsUp() {
    server.with(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 600; i++) {
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            pause();
          }
        });
    FetchRequest wanted =
        FetchRequest.of(server.address().resolve("/slow"), 1_000, Duration.ofMillis(500));
    Instant begin = Instant.now();
    assertThatThrownBy(() -> fetcher.get(wanted))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("did not arrive completely");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void truncatedFileIsRequestedAgainAndThenFails() {
    server.with(
        "/cut",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(CONTENT);
          exchange.getResponseBody().flush();
          throw new java.io.IOException("the plug is pulled");
        });
    assertThatThrownBy(() -> get("/cut"))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("can't be fetched");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void unreachableServerIsReported() {
    URI nobody = server.address();
    server.close();
    assertThatThrownBy(() ->
            fetcher.get(FetchRequest.of(nobody.resolve("/file"), 1_000, Duration.ofSeconds(20))))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("can't be fetched");
  }

  @Test
  void noTemporaryFileIsLeft() throws Exception {
    server.with("/file", CONTENT).with("/wrong", 500, Map.of());
    get("/file");
    assertThatThrownBy(() -> get("/wrong")).isInstanceOf(FetchException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
