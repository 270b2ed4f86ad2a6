package io.regionalmetrics.fetch;

import java.time.Duration;
import java.util.Optional;

/** The outcome of one HTTP request for a file. */
sealed interface Reply {
  /** The whole file. */
  record Complete(FetchedFile content) implements Reply {}

  /** The file hasn't changed since the validators that were sent. */
  record Unchanged() implements Reply {}

  /** The file is at another address, by the header {@code Location}. */
  record Redirect(String location) implements Reply {}

  /** The server has no such file. */
  record NotFound(String message) implements Reply {}

  /** Trying again would not help. */
  record Failed(String message) implements Reply {}

  /**
   * Another try may succeed.
   *
   * @param retryAfter the pause that the server asks for; empty if it doesn't say
   */
  record TryLater(String message, Optional<Duration> retryAfter) implements Reply {}

  /**
   * The file, or empty if it is unchanged.
   *
   * @throws FetchException for every other reply
   */
  default Optional<FetchedFile> orThrow() {
    return switch (this) {
      case Complete complete -> Optional.of(complete.content());
      case Unchanged unchanged -> Optional.empty();
      case NotFound notFound -> throw new FetchException.NotFound(notFound.message());
      case Failed failed -> throw new FetchException(failed.message());
      case TryLater later -> throw new FetchException(later.message());
      case Redirect redirect -> throw new IllegalStateException("a redirect was not followed");
    };
  }
}
