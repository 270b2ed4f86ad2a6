package io.regionalmetrics.fetch;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns the status and headers of an HTTP response into a reply. */
record ResponseReader(InstantSource clock) {
  private static final Set<String> ENCODINGS = Set.of("identity", "gzip", "x-gzip");
  private static final int MAX_QUOTED = 200;

  Reply read(FetchRequest request, HttpResponse<Path> response) {
    int status = response.statusCode();
    String message = "%s answers %s".formatted(request.displayName(), status);
    return switch (status) {
      case 200 -> complete(request, response);
      case 301, 302, 303, 307, 308 -> redirect(message, response);
      case 304 ->
          request.known().equals(Validators.NONE)
              ? new Reply.Failed(message)
              : new Reply.Unchanged();
      case 404, 410 -> new Reply.NotFound(message);
      // The SEC refuses too many requests with 403, others with 429.
      case 403, 429 -> tryLater(message, response);
      default -> status >= 500 ? tryLater(message, response) : new Reply.Failed(message);
    };
  }

  private static Reply complete(FetchRequest request, HttpResponse<Path> response) {
    String encoding =
        header(response, "content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
    if (!ENCODINGS.contains(encoding)) {
      return new Reply.Failed(
          "%s is encoded as '%s', which was not requested; only gzip is accepted"
              .formatted(request.displayName(), shortened(encoding)));
    }
    return new Reply.Complete(
        new FetchedFile(
            request.displayName(),
            response.body(),
            !encoding.equals("identity"),
            request.maxBytes(),
            Validators.of(response.headers())));
  }

  private static Reply redirect(String message, HttpResponse<Path> response) {
    return header(response, "location")
        .<Reply>map(Reply.Redirect::new)
        .orElseGet(() -> new Reply.Failed(message + " without a Location" + bucketHint(response)));
  }

  /** A hint for redirects of S3, which mean that the bucket is in another region. */
  private static String bucketHint(HttpResponse<Path> response) {
    return header(response, "x-amz-bucket-region")
        .map(region ->
            "; the bucket is in %s, but must be in the function's region"
                .formatted(shortened(region)))
        .orElse("");
  }

  private Reply tryLater(String message, HttpResponse<Path> response) {
    return new Reply.TryLater(message, header(response, "retry-after").flatMap(this::pause));
  }

  /** The pause that Retry-After asks for: seconds, or until a date (RFC 9110, 10.2.3). */
  private Optional<Duration> pause(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant end =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), end);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(HttpResponse<Path> response, String name) {
    return response.headers().firstValue(name);
  }

  /** A server's text, shortened so that error messages can quote it. */
  static String shortened(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }
}
