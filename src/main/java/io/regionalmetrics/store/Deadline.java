package io.regionalmetrics.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Until when an answer must be given: the function's own end, with time left to say that it
 * couldn't be done.
 */
public record Deadline(InstantSource clock, Instant end) {
  private static final Duration TO_SAY_SO = Duration.ofMillis(500);

  /** The deadline of a function that has some time left. */
  public static Deadline in(Duration left, InstantSource clock) {
    return new Deadline(clock, clock.instant().plus(left).minus(TO_SAY_SO));
  }

  /** What is left; zero when it is over. */
  public Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
