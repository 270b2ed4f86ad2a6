package io.regionalmetrics.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets files: one at a time and not too many a second, whole or not at all, within a size and a
 * time, again after a pause where a server is busy, and never from a server that another one names.
 */
public final class Fetcher {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** That one asks too much is said as 403 by the SEC, as 429 by others. */
  private static final Set<Integer> BUSY = Set.of(403, 429);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TO_CONNECT)
          .build();
  private final FetchPolicy manners;
  private final Path folder;
  private final InstantSource clock;
  private Instant last = Instant.MIN;
  private int requests;

  /**
   * What is wanted.
   *
   * @param address of http or https
   * @param headers that this server needs besides the usual ones, such as a signature
   * @param known of the file as it is known already; the answer may be that it is the same
   * @param mostBytes that are taken, unpacked
   * @param within how long it may take, with its tries and pauses
   */
  public record Wanted(
      URI address, Map<String, String> headers, Validators known, long mostBytes, Duration within) {
    /** A file that isn't known, and that anybody may read. */
    public static Wanted of(URI address, long mostBytes, Duration within) {
      return new Wanted(address, Map.of(), Validators.NONE, mostBytes, within);
    }

    /** Its address as it may be said to anybody. */
    String shown() {
      return Address.shown(address.toString());
    }

    /** This, unless it is what is known already. */
    public Wanted unless(Validators same) {
      return new Wanted(address, headers, same, mostBytes, within);
    }

    private Wanted at(URI other) {
      return new Wanted(other, headers, known, mostBytes, within);
    }
  }

  /**
   * One that has not fetched anything yet.
   *
   * @param folder where files are until they are closed
   */
  public Fetcher(FetchPolicy manners, Path folder, InstantSource clock) {
    this.manners = manners;
    this.folder = folder;
    this.clock = clock;
  }

  /** How many requests were sent so far. */
  public int requests() {
    return requests;
  }

  /**
   * Fetches a file.
   *
   * @return nothing where it is the one that is known already
   * @throws FetchFailed where it isn't there, is too large, doesn't come in time, or is elsewhere
   */
  public Optional<Fetched> get(Wanted wanted) {
    Instant until = clock.instant().plus(wanted.within());
    Duration pause = manners.firstPause();
    for (int tried = 1; ; tried++) {
      Reply reply = followed(wanted, until);
      if (reply.isFinal() || tried == manners.tries()) {
        return reply.result();
      }
      Duration wait = reply.asked().orElse(pause);
      Instant next = clock.instant().plus(wait);
      if (wait.compareTo(manners.longestPause()) > 0 || !next.isBefore(until)) {
        throw new FetchFailed(
            "%s; it asks to be left alone for %s s, which is longer than this run waits"
                .formatted(reply.why(), wait.toSeconds()));
      }
      sleepUntil(next);
      pause = pause.multipliedBy(2);
    }
  }

  /** What came of one request. */
  private sealed interface Reply {
    record File(Fetched fetched) implements Reply {}

    record Same() implements Reply {}

    record Elsewhere(String location) implements Reply {}

    record Wrong(String why) implements Reply {}

    record Missing(String why) implements Reply {}

    record Busy(String why, Optional<Duration> asked) implements Reply {}

    default boolean isFinal() {
      return !(this instanceof Busy);
    }

    default String why() {
      return switch (this) {
        case Wrong wrong -> wrong.why();
        case Busy busy -> busy.why();
        default -> "";
      };
    }

    default Optional<Duration> asked() {
      return this instanceof Busy busy ? busy.asked() : Optional.empty();
    }

    default Optional<Fetched> result() {
      return switch (this) {
        case File file -> Optional.of(file.fetched());
        case Same same -> Optional.empty();
        case Missing missing -> throw new FetchFailed.NotThere(missing.why());
        default -> throw new FetchFailed(why());
      };
    }
  }

  private Reply followed(Wanted wanted, Instant until) {
    Wanted next = wanted;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      Reply reply = once(next, until);
      if (!(reply instanceof Reply.Elsewhere(String location))) {
        return reply;
      }
      Optional<URI> to = Address.redirected(next.address(), location);
      if (to.isEmpty()) {
        return new Reply.Wrong(
            "%s redirects to another server (%s), which is not followed; if that is right, put its address into the feed's event"
                .formatted(next.shown(), shortened(Address.shown(location))));
      }
      next = next.at(to.get());
    }
    return new Reply.Wrong(
        "%s redirects more than %s times".formatted(wanted.shown(), MOST_REDIRECTS));
  }

  private Reply once(Wanted wanted, Instant until) {
    keepPace();
    Path file = temporary();
    boolean taken = false;
    try {
      HttpResponse<Path> response = send(wanted, file, until);
      Reply reply = reply(wanted, response);
      taken = reply instanceof Reply.File;
      return reply;
    } catch (TimeoutException e) {
      return new Reply.Wrong(
          "%s didn't come whole in the time that there was".formatted(wanted.shown()));
    } catch (IOException e) {
      return isTooLarge(e)
          ? new Reply.Wrong(
              String.valueOf(FetchFailed.tooLarge(wanted.shown(), wanted.mostBytes()).getMessage()))
          : new Reply.Busy(
              "%s can't be fetched: %s".formatted(wanted.shown(), words(e)), Optional.empty());
    } finally {
      if (!taken) {
        delete(file);
      }
    }
  }

  /** What the client's limiting body handler says: "body exceeds capacity". */
  private static boolean isTooLarge(IOException e) {
    return String.valueOf(e.getMessage()).contains("capacity");
  }

  private static String words(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "no connection"
        : "%s".formatted(shortened(message));
  }

  private HttpResponse<Path> send(Wanted wanted, Path file, Instant until)
      throws IOException, TimeoutException {
    CompletableFuture<HttpResponse<Path>> coming =
        client.sendAsync(
            request(wanted), BodyHandlers.limiting(BodyHandlers.ofFile(file), wanted.mostBytes()));
    try {
      return coming.get(left(until).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchFailed("interrupted while waiting for " + wanted.shown(), e);
    } finally {
      coming.cancel(true);
    }
  }

  private Duration left(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private HttpRequest request(Wanted wanted) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(wanted.address())
            .header("user-agent", manners.userAgent())
            .header("accept-encoding", "gzip");
    wanted.known().etag().ifPresent(etag -> request.header("if-none-match", etag));
    wanted.known().lastModified().ifPresent(day -> request.header("if-modified-since", day));
    wanted.headers().forEach(request::setHeader);
    return request.GET().build();
  }

  private Reply reply(Wanted wanted, HttpResponse<Path> response) {
    int status = response.statusCode();
    String why = "%s answers %s".formatted(wanted.shown(), status);
    if (status == 200) {
      return file(wanted, response);
    }
    if (status == 304 && !wanted.known().equals(Validators.NONE)) {
      return new Reply.Same();
    }
    if (REDIRECTS.contains(status)) {
      return response
          .headers()
          .firstValue("location")
          .<Reply>map(Reply.Elsewhere::new)
          .orElseGet(
              () -> new Reply.Wrong(why + " and doesn't say where it is" + region(response)));
    }
    if (status == 404 || status == 410) {
      return new Reply.Missing(why);
    }
    return BUSY.contains(status) || status >= 500
        ? new Reply.Busy(why, response.headers().firstValue("retry-after").flatMap(this::pause))
        : new Reply.Wrong(why);
  }

  /** Where a bucket is that is asked for in another region than its own. */
  private static String region(HttpResponse<Path> response) {
    return response
        .headers()
        .firstValue("x-amz-bucket-region")
        .map(name ->
            "; the bucket is in %s, and must be in the function's region"
                .formatted(shortened(name)))
        .orElse("");
  }

  private static Reply file(Wanted wanted, HttpResponse<Path> response) {
    String encoding =
        response
            .headers()
            .firstValue("content-encoding")
            .orElse("identity")
            .toLowerCase(Locale.ROOT);
    if (!Set.of("gzip", "x-gzip", "identity").contains(encoding)) {
      return new Reply.Wrong(
          "%s is packed as '%s', which nobody asked for; gzip is taken"
              .formatted(wanted.shown(), shortened(encoding)));
    }
    return new Reply.File(
        new Fetched(
            wanted.shown(),
            response.body(),
            !encoding.equals("identity"),
            wanted.mostBytes(),
            Validators.of(response.headers())));
  }

  /** How long a server asks to be left alone: seconds, or until a time (RFC 9110, 10.2.3). */
  private Optional<Duration> pause(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant at =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void keepPace() {
    if (last.isAfter(Instant.MIN)) {
      sleepUntil(last.plus(manners.between()));
    }
    last = clock.instant();
    requests++;
  }

  private void sleepUntil(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    if (wait.isPositive()) {
      try {
        Thread.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FetchFailed("interrupted while waiting for a server", e);
      }
    }
  }

  private static String shortened(String text) {
    int most = 200;
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }

  private Path temporary() {
    try {
      return Files.createTempFile(folder, "fetched", "");
    } catch (IOException e) {
      throw new FetchFailed("there is no room for a file: " + e.getMessage(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new FetchFailed("a file can't be deleted: " + e.getMessage(), e);
    }
  }
}
