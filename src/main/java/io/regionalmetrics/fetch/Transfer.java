package io.regionalmetrics.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one HTTP request and receives its response into a temporary file. */
final class Transfer {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final String userAgent;
  private final Path folder;
  private final InstantSource clock;
  private final ResponseReader responses;

  Transfer(String userAgent, Path folder, InstantSource clock) {
    this.userAgent = userAgent;
    this.folder = folder;
    this.clock = clock;
    this.responses = new ResponseReader(clock);
  }

  /**
   * Sends a request. The temporary file stays only if the reply is {@link Reply.Complete}, for its
   * reader to close.
   *
   * @param until when the whole response must have arrived
   */
  Reply send(FetchRequest request, Instant until) {
    Path file = createFile();
    boolean complete = false;
    try {
      Reply reply = responses.read(request, exchange(request, file, until));
      complete = reply instanceof Reply.Complete;
      return reply;
    } catch (TimeoutException e) {
      return new Reply.Failed(
          "%s did not arrive completely in the time left".formatted(request.displayName()));
    } catch (IOException e) {
      return failed(request, e);
    } finally {
      if (!complete) {
        delete(file);
      }
    }
  }

  private HttpResponse<Path> exchange(FetchRequest request, Path file, Instant until)
      throws IOException, TimeoutException {
    CompletableFuture<HttpResponse<Path>> response =
        client.sendAsync(
            http(request), BodyHandlers.limiting(BodyHandlers.ofFile(file), request.maxBytes()));
    try {
      return response.get(millisLeft(until), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("interrupted while waiting for " + request.displayName(), e);
    } finally {
      response.cancel(true);
    }
  }

  private HttpRequest http(FetchRequest request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(request.address())
            .header("user-agent", userAgent)
            .header("accept-encoding", "gzip");
    request.known().etag().ifPresent(etag -> http.header("if-none-match", etag));
    request.known().lastModified().ifPresent(date -> http.header("if-modified-since", date));
    request.headers().forEach(http::setHeader);
    return http.GET().build();
  }

  private long millisLeft(Instant until) {
    return Math.max(0, Duration.between(clock.instant(), until).toMillis());
  }

  private static Reply failed(FetchRequest request, IOException e) {
    if (isTooLarge(e)) {
      FetchException tooLarge = FetchException.tooLarge(request.displayName(), request.maxBytes());
      return new Reply.Failed(String.valueOf(tooLarge.getMessage()));
    }
    return new Reply.TryLater(
        "%s can't be fetched: %s".formatted(request.displayName(), reason(e)), Optional.empty());
  }

  /** The body handler reveals this only in its message: "body exceeds capacity". */
  private static boolean isTooLarge(IOException e) {
    return String.valueOf(e.getMessage()).contains("capacity");
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "no connection"
        : ResponseReader.shortened(message);
  }

  private Path createFile() {
    try {
      return Files.createTempFile(folder, "fetched", "");
    } catch (IOException e) {
      throw new FetchException("a temporary file can't be created: " + e.getMessage(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new FetchException("a temporary file can't be deleted: " + e.getMessage(), e);
    }
  }
}
