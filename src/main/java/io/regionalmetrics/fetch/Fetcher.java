package io.regionalmetrics.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Fetches files over HTTP, one at a time. A file arrives complete or not at all, within limits of
 * size and time. Waits between requests, and repeats requests to busy servers after a pause. Never
 * follows redirects to another host.
 */
public final class Fetcher {
  private static final int MAX_REDIRECTS = 3;

  private final FetchPolicy policy;
  private final InstantSource clock;
  private final Transfer transfer;
  private Instant lastRequest = Instant.MIN;
  private int requests;

  /**
   * Creates a fetcher.
   *
   * @param folder for the temporary files
   */
  public Fetcher(FetchPolicy policy, Path folder, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
    this.transfer = new Transfer(policy.userAgent(), folder, clock);
  }

  /** The number of requests sent so far. */
  public int requests() {
    return requests;
  }

  /**
   * Fetches a file.
   *
   * @return empty if the file hasn't changed since the validators of the request
   * @throws FetchException.NotFound if the server has no such file
   * @throws FetchException if it is too large, doesn't arrive in time or redirects to another host
   */
  public Optional<FetchedFile> get(FetchRequest request) {
    Instant until = clock.instant().plus(request.within());
    Duration pause = policy.firstPause();
    for (int tries = 1; ; tries++) {
      Reply reply = followingRedirects(request, until);
      if (!(reply instanceof Reply.TryLater later) || tries == policy.maxTries()) {
        return reply.orThrow();
      }
      waitFor(later, pause, until);
      pause = pause.multipliedBy(2);
    }
  }

  private void waitFor(Reply.TryLater later, Duration pause, Instant until) {
    Duration wait = later.retryAfter().orElse(pause);
    Instant next = clock.instant().plus(wait);
    if (wait.compareTo(policy.maxPause()) > 0 || !next.isBefore(until)) {
      throw new FetchException(
          "%s; the next try is due in %s s, which is longer than this run waits"
              .formatted(later.message(), wait.toSeconds()));
    }
    sleepUntil(next);
  }

  private Reply followingRedirects(FetchRequest request, Instant until) {
    FetchRequest next = request;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Reply reply = send(next, until);
      if (!(reply instanceof Reply.Redirect(String location))) {
        return reply;
      }
      Optional<URI> target = Address.redirected(next.address(), location);
      if (target.isEmpty()) {
        return anotherServer(next, location);
      }
      next = next.at(target.get());
    }
    return new Reply.Failed(
        "%s redirects more than %s times".formatted(request.displayName(), MAX_REDIRECTS));
  }

  private static Reply anotherServer(FetchRequest request, String location) {
    return new Reply.Failed(
        "%s redirects to another server, %s, which is not followed; if the file belongs there, put that address into the feed's event"
            .formatted(
                request.displayName(), ResponseReader.shortened(Address.withoutQuery(location))));
  }

  private Reply send(FetchRequest request, Instant until) {
    if (lastRequest.isAfter(Instant.MIN)) {
      sleepUntil(lastRequest.plus(policy.interval()));
    }
    lastRequest = clock.instant();
    requests++;
    return transfer.send(request, until);
  }

  private void sleepUntil(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    if (!wait.isPositive()) {
      return;
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("interrupted while waiting for a server", e);
    }
  }
}
