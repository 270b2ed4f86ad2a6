package io.regionalmetrics.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When an answer must be ready: the function's time limit, less the time to answer that there was
 * not enough time.
 */
public record Deadline(InstantSource clock, Instant end) {
  private static final Duration TO_SAY_SO = Duration.ofMillis(500);

  /** The deadline of a function with this much time left. */
  public static Deadline in(Duration left, InstantSource clock) {
    return new Deadline(clock, clock.instant().plus(left).minus(TO_SAY_SO));
  }

  /** The time that is left; zero once the deadline has passed. */
  public Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
