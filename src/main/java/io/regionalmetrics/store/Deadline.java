package io.regionalmetrics.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When an answer must be ready: at the function's time limit, less half a second to reply that time
 * has run out.
 *
 * @param clock tells the current time
 * @param end when the answer must be ready
 */
public record Deadline(InstantSource clock, Instant end) {
  private static final Duration TO_REPLY = Duration.ofMillis(500);

  /** The deadline of a function with this much time left. */
  public static Deadline in(Duration left, InstantSource clock) {
    return new Deadline(clock, clock.instant().plus(left).minus(TO_REPLY));
  }

  /** The time that is left; zero once the deadline has passed. */
  public Duration left() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
